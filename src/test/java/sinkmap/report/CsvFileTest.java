package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.catalog.Text;

class CsvFileTest {

    @Test
    void theBytesBeginWithTheMarkThatLetsExcelReadChinese() throws IOException {
        byte[] bytes = bytes(AccountTables.find(Accounts.full(), "zones").orElseThrow());
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\r\ncity,设区的市,Cities,东营市 / Dongying,300.0,");
    }

    @ParameterizedTest
    @CsvSource({"12345678.9, 12345678.9", "1.0E-7, 0.00000010", "2.5E13, 25000000000000", "-3.5, -3.5"})
    void numbersHaveNoExponentAndNoApostrophe(double number, String written) throws IOException {
        assertThat(row(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@A1", "  =1", "＝1＋1", "－1", "＠A", "\t1"})
    void aTextThatBeginsLikeAFormulaStaysAText(String text) throws IOException {
        assertThat(row(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1", "*", "1-2", "芦苇"})
    void anyOtherTextStaysAsItIs(String text) throws IOException {
        assertThat(row(text)).isEqualTo(text);
    }

    @Test
    void quotesCommasAndLineBreaksKeepTheirCell() throws IOException {
        assertThat(row("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
        assertThat(row((Object) null)).isEmpty();
    }

    @Test
    void noTextOfAnAccountReachesASpreadsheetAsAFormula() throws IOException {
        for (Table table : AccountTables.of(Accounts.full())) {
            assertThat(new String(bytes(table), StandardCharsets.UTF_8))
                    .as(table.name())
                    .doesNotContainPattern("(^|[,\n\"])[=@]");
        }
    }

    private static String row(Object value) throws IOException {
        Table table = new Table(
                "t", new Text("表", "table"), List.of("a", "b"), () -> Stream.<Object[]>of(new Object[] {"x", value}));
        String text = new String(bytes(table), StandardCharsets.UTF_8);
        return text.substring("\uFEFFa,b\r\nx,".length(), text.length() - 2);
    }

    private static byte[] bytes(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvFile.write(table, out);
        return out.toByteArray();
    }
}
