package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sinkmap.catalog.Text;

/** Workbooks, opened again as what they are: XML in a ZIP archive. */
class WorkbookFileTest {

    @TempDir
    private Path folder;

    @Test
    void aSheetATableInTheirOrder() throws Exception {
        Map<String, Document> parts = open(AccountTables.of(Accounts.full()));
        NodeList sheets = parts.get("xl/workbook.xml").getElementsByTagName("sheet");
        assertThat(IntStream.range(0, sheets.getLength())
                        .mapToObj(i ->
                                ((Element) sheets.item(i)).getAttribute("name").split(" ")[0]))
                .containsExactlyElementsOf(AccountTables.NAMES);
    }

    @Test
    void everyCellIsTheValueOfTheTable() throws Exception {
        List<Table> tables = AccountTables.of(Accounts.full());
        Map<String, Document> parts = open(tables);
        for (int sheet = 0; sheet < tables.size(); sheet++) {
            List<List<String>> expected = new ArrayList<>();
            expected.add(tables.get(sheet).columns());
            tables.get(sheet)
                    .rows()
                    .get()
                    .forEach(row -> expected.add(java.util.Arrays.stream(row)
                            .map(WorkbookFileTest::shown)
                            .toList()));
            assertThat(cells(parts.get("xl/worksheets/sheet" + (sheet + 1) + ".xml"), expected))
                    .as(tables.get(sheet).name())
                    .isEqualTo(expected);
        }
    }

    @Test
    void nothingIsAFormula() throws Exception {
        open(AccountTables.of(Accounts.full()))
                .forEach((name, part) -> assertThat(
                                part.getElementsByTagName("f").getLength())
                        .as(name)
                        .isZero());
    }

    @Test
    void moreRowsThanGoOutAtOnceAllArriveAndATextTooLongIsCut() throws Exception {
        Table table = new Table(
                "many",
                new Text("多", "many"),
                List.of("number", "note"),
                () -> IntStream.range(0, 1001).mapToObj(i -> new Object[] {i, i == 7 ? "x".repeat(40_000) : "\u0001"}));
        Document sheet = open(List.of(table)).get("xl/worksheets/sheet1.xml");
        NodeList rows = sheet.getElementsByTagName("row");
        assertThat(rows.getLength()).isEqualTo(1002);
        assertThat(rows.item(1001).getTextContent()).isEqualTo("1000\uFFFD");
        assertThat(rows.item(8).getTextContent()).hasSize(1 + 32_767).endsWith("x…");
    }

    private static String shown(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Boolean flag ? (flag ? "1" : "0") : value.toString();
    }

    /** The texts of a sheet; numbers as the expectation writes them where they are the same number. */
    private static List<List<String>> cells(Document sheet, List<List<String>> expected) {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : expected) {
            rows.add(new ArrayList<>(java.util.Collections.nCopies(row.size(), "")));
        }
        NodeList cells = sheet.getElementsByTagName("c");
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            String place = cell.getAttribute("r");
            assertThat(place).matches("[A-Z][0-9]+");
            int row = Integer.parseInt(place.substring(1)) - 1;
            int column = place.charAt(0) - 'A';
            String text = cell.getTextContent();
            String wanted = expected.get(row).get(column);
            boolean number =
                    cell.getAttribute("t").isEmpty() || cell.getAttribute("t").equals("n");
            boolean same = number && !text.isEmpty() && Double.parseDouble(text) == Double.parseDouble(wanted);
            rows.get(row).set(column, same ? wanted : text);
        }
        return rows;
    }

    private Map<String, Document> open(List<Table> tables) throws Exception {
        Path file = folder.resolve("tables.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookFile.write(tables, out);
        }
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), parse(zip.getInputStream(entry).readAllBytes()));
            }
        }
        return parts;
    }

    private static Document parse(byte[] part) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new AssertionError(e);
        }
    }
}
