package sinkmap.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore.Mode;
import sinkmap.store.FeatureWriter;
import sinkmap.store.LoadRecord;

/** Uploads, with a limit of 1 MB. */
class UploadTest extends EdgeTest {

    private static final String BOUNDARY = "----one-two-three";
    private static final String PORT = "code,name_zh,name_en,kind,lon,lat\nP1,青岛港,Qingdao,trade,120.3,36.05\n";
    private static final long TWO_GB = 2L << 30;

    @Test
    void aFileIsLoadedUnderItsOwnNameAndReported() {
        FeatureWriter writer = mock(FeatureWriter.class);
        when(features.write(any(FeatureLayer.class), any(Mode.class))).thenReturn(writer);
        when(writer.commit()).thenReturn(1L);
        Answer answer = upload("port", part("mode", "append"), filePart("C:\\data\\ports.csv", PORT));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().path("file").asString()).isEqualTo("ports.csv");
        assertThat(answer.json().path("accepted").asLong()).isEqualTo(1);
        ArgumentCaptor<Feature> stored = ArgumentCaptor.forClass(Feature.class);
        verify(writer).add(stored.capture());
        assertThat(stored.getValue().geometry().getCoordinate().x).isEqualTo(120.3);
        ArgumentCaptor<LoadRecord> record = ArgumentCaptor.forClass(LoadRecord.class);
        verify(loads).add(record.capture());
        assertThat(record.getValue().mode()).isEqualTo("append");
    }

    @Test
    void aFileThatCannotBeReadIsTheUsersErrorAndNothingIsRecorded() {
        when(features.write(any(FeatureLayer.class), any(Mode.class))).thenReturn(mock(FeatureWriter.class));
        Answer answer = upload("port", filePart("port.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{\"ty"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("port.geojson");
        verify(loads, never()).add(any());
    }

    @ParameterizedTest
    @CsvSource({
        "no-such-layer, mode, replace, 404",
        "candidate-site, mode, replace, 409",
        "port, mode, merge, 400",
        "port, mood, replace, 400",
    })
    void anUploadThatIsNotInOrderIsRefused(String layer, String field, String value, int status) {
        Answer answer = upload(layer, part(field, value), filePart("a.csv", PORT));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        verifyNoInteractions(features);
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        assertThat(upload("port", part("mode", "append")).detail()).contains("file");
        assertThat(upload("port", filePart("a.shp", "x"), filePart("a.dbf", "y"))
                        .detail())
                .contains("zip");
    }

    @Test
    void twoGigabytesAreRefusedByTheirAnnouncementBeforeTheyAreRead() throws IOException {
        String start = head("port", "Content-Length: " + TWO_GB) + filePart("big.csv", PORT);
        assertThat(answerTo(start, 0)).startsWith("HTTP/1.1 413").contains("application/problem+json", "1 MB");
        verifyNoInteractions(features);
    }

    @Test
    void anUnannouncedFloodIsStoppedWhereItPassesTheLimit() throws IOException {
        String start = head("port", "Transfer-Encoding: chunked");
        String answer = answerTo(start, 40);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
        verifyNoInteractions(features);
    }

    private Answer upload(String layer, String... parts) {
        String body = String.join("", parts) + "--" + BOUNDARY + "--\r\n";
        return send(request("/api/layers/" + layer + "/loads")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String filePart(String name, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private String head(String layer, String length) {
        return String.join(
                "\r\n",
                List.of(
                        "POST /api/layers/" + layer + "/loads HTTP/1.1",
                        "Host: 127.0.0.1:" + port,
                        "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
                        length,
                        "Connection: close",
                        "",
                        ""));
    }

    /** Sends the start of a request, then chunks of 64 kB without an end, and reads what comes back. */
    private String answerTo(String start, int chunks) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(start.getBytes(UTF_8));
            out.flush();
            if (chunks > 0) {
                sendChunks(out, chunks);
            }
            // nothing more comes: the server need not wait for the rest of a body that it has refused
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(2_000), UTF_8);
        }
    }

    private static void sendChunks(OutputStream out, int chunks) throws IOException {
        byte[] first = filePart("big.csv", "").getBytes(US_ASCII);
        out.write((Integer.toHexString(first.length) + "\r\n").getBytes(US_ASCII));
        out.write(first);
        out.write("\r\n".getBytes(US_ASCII));
        byte[] chunk = new byte[65_536];
        for (int i = 0; i < chunks; i++) {
            out.write("10000\r\n".getBytes(US_ASCII));
            out.write(chunk);
            out.write("\r\n".getBytes(US_ASCII));
        }
        out.flush();
    }
}
