package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.ingest.Loading.DEPTH;
import static sinkmap.ingest.Loading.PORT;
import static sinkmap.ingest.Loading.write;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty.geojson |                                          | empty.geojson is empty (0 bytes)
            blank.csv     | ' \n '                                   | blank.csv holds nothing but blanks
            page.geojson  | '\n<!DOCTYPE html><html><body>404'       | page.geojson is an HTML page, not data
            doc.kml       | <?xml version="1.0"?><kml xmlns="x">     | doc.kml is KML; known are GeoJSON
            doc.gml       | <a xmlns="http://www.opengis.net/gml">   | doc.gml is GML
            list.json     | [1,2]                                    | list.json is a JSON array, not GeoJSON
            note.geojson  | no data today                            | note.geojson is not JSON: it begins with 'no data today'
            note.md       | no data today                            | note.md begins with 'no data today'
            error.geojson | {"error": "quota"}                       | error.geojson is JSON but not GeoJSON: its object has no "type"
            topo.json     | {"type":"Topology","arcs":[]}            | topo.json is JSON but not GeoJSON
            bytes.dat     | 'a\0b'                                   | bytes.dat is a binary file of no known format
            table.xlsx    | 'PK\3\4'                                 | table.xlsx is a spreadsheet; save it as CSV first
            """)
    void saysWhatAFileIsInsteadOfData(String name, String content, String message) throws IOException {
        String text = content == null ? "" : content.replace("\\n", "\n").replace("\\0", "\0");
        Path file = write(folder, name, text.replace("\\3", "\u0003").replace("\\4", "\u0004"));

        assertThatThrownBy(() -> to.load(PORT, file))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysWhenThereIsNoFile() {
        assertThatThrownBy(() -> to.load(PORT, folder.resolve("gone.csv"))).hasMessageContaining("there is no file");
        assertThatThrownBy(() -> to.load(PORT, folder)).hasMessageContaining("is not a file that can be read");
    }

    @Test
    void refusesFeaturesForARaster() throws IOException {
        Path file = write(folder, "a.geojson", "{\"type\":\"Point\",\"coordinates\":[1,2]}");

        assertThatThrownBy(() -> to.load(DEPTH, file)).hasMessageContaining("depth is a raster");
        assertThatThrownBy(() -> to.load(DEPTH, write(folder, "a.csv", "lon,lat,value\n119,37,1\n")))
                .hasMessageContaining("say how to make a surface");
    }
}
