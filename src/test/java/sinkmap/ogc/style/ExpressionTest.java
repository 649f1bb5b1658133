package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.ogc.XmlElement;

/** Expressions of styles, on a site named 黄河口 East with 1,234.5 ha. */
class ExpressionTest {

    private static final Map<String, Object> SITE =
            Map.of("name", "黄河口 East", "area_ha", 1234.5, "rank", 3L, "since", LocalDate.of(2024, 3, 9));

    private static Object value(String expression) {
        XmlElement e = XmlElement.read(new StringReader("<Label xmlns:ogc='http://www.opengis.net/ogc'>"
                + expression.replace("[", "<ogc:PropertyName>").replace("]", "</ogc:PropertyName>") + "</Label>"));
        return ExpressionXml.content(e).value(SITE);
    }

    private static Object call(String name, String... arguments) {
        return value("<ogc:Function name='" + name + "'>" + String.join("", arguments) + "</ogc:Function>");
    }

    private static String literal(Object value) {
        return "<ogc:Literal>" + value + "</ogc:Literal>";
    }

    @Test
    void mixedContentIsJoinedAndLiteralsKeepTheirBlanks() {
        assertThat(value("[name]<ogc:Literal>: </ogc:Literal>[area_ha] ha")).isEqualTo("黄河口 East: 1234.5ha");
    }

    @ParameterizedTest
    @CsvSource({
        "strToUpperCase, 黄河口 EAST",
        "strToLowerCase, 黄河口 east",
        "strCapitalize, 黄河口 East",
        "strLength, 8.0",
        "length, 8.0",
        "strTrim, 黄河口 East"
    })
    void functionsOfAText(String name, String expected) {
        assertThat(call(name, "[name]")).hasToString(expected);
    }

    @Test
    void functionsOfTextsAndNumbers() {
        assertThat(call("strConcat", "[name]", literal("!"))).isEqualTo("黄河口 East!");
        assertThat(call("Concatenate", "[rank]", literal(". "), "[name]")).isEqualTo("3. 黄河口 East");
        assertThat(call("strSubstring", "[name]", literal(1), literal(3))).isEqualTo("河口");
        assertThat(call("strSubstring", "[name]", literal(6), literal(900))).isEqualTo("st");
        assertThat(call("strSubstringStart", "[name]", literal(4))).isEqualTo("East");
        assertThat(call("strIndexOf", "[name]", literal("口"))).isEqualTo(2.0);
        assertThat(call("strStartsWith", "[name]", literal("黄河"))).isEqualTo(true);
        assertThat(call("numberFormat", literal("#,##0.00"), "[area_ha]")).isEqualTo("1,234.50");
        assertThat(call("dateFormat", literal("yyyy/MM/dd"), "[since]")).isEqualTo("2024/03/09");
    }

    @ParameterizedTest
    @CsvSource({
        "abs, -2.5, 2.5",
        "ceil, 2.1, 3",
        "floor, -2.1, -3",
        "round, 2.5, 3",
        "round, -2.5, -2",
        "sqrt, 9, 3",
        "exp, 0, 1",
        "parseInt, -2.9, -2",
        "toDegrees, 0, 0"
    })
    void functionsOfANumber(String name, double argument, double expected) {
        assertThat(call(name, literal(argument))).isEqualTo(expected);
    }

    @Test
    void functionsOfTwoNumbers() {
        assertThat(call("pow", literal(2), literal(10))).isEqualTo(1024.0);
        assertThat(call("max", "[rank]", literal(5))).isEqualTo(5.0);
        assertThat(call("min", "[rank]", literal(5))).isEqualTo(3.0);
        assertThat(call("modulo", literal(-7), literal(3))).isEqualTo(2.0);
    }

    @Test
    void aMissingValueOrADivisionByZeroMakesTheResultMissing() {
        assertThat(value("<ogc:Div>[rank]<ogc:Literal>0</ogc:Literal></ogc:Div>"))
                .isNull();
        assertThat(value("<ogc:Add>[rank][nothing]</ogc:Add>")).isNull();
        assertThat(call("sqrt", literal(-1))).isNull();
    }

    @Test
    void choices() {
        assertThat(call(
                        "if_then_else",
                        "<ogc:Function name='greaterThan'>[area_ha]<ogc:Literal>1000</ogc:Literal></ogc:Function>",
                        literal("large"),
                        literal("small")))
                .isEqualTo("large");
        assertThat(call("Coalesce", "[nothing]", "[rank]")).isEqualTo(3L);
        assertThat(call("in", "[rank]", literal(1), literal(3))).isEqualTo(true);
        assertThat(call("between", "[rank]", literal(4), literal(9))).isEqualTo(false);
        assertThat(call("isNull", "[nothing]")).isEqualTo(true);
    }

    /** Categorize, Recode and Interpolate as GeoServer's functions and as SE's elements. */
    @ParameterizedTest
    @CsvSource({"99, #111111", "100, #222222", "149, #222222", "150, #333333", "1e9, #333333"})
    void categorizeGivesThresholdsToTheClassAbove(double value, String color) {
        assertThat(call(
                        "Categorize",
                        literal(value),
                        literal("#111111"),
                        literal(100),
                        literal("#222222"),
                        literal(150),
                        literal("#333333")))
                .isEqualTo(color);
        String element = "<Categorize %s><LookupValue><ogc:Literal>" + value + "</ogc:Literal></LookupValue>"
                + "<Value>#111111</Value><Threshold>100</Threshold><Value>#222222</Value><Threshold>150</Threshold>"
                + "<Value>#333333</Value></Categorize>";
        assertThat(value(element.formatted(""))).isEqualTo(color);
        String preceding = value == 100 ? "#111111" : value == 150 ? "#222222" : color;
        assertThat(value(element.formatted("thresholdBelongsTo='preceding'"))).isEqualTo(preceding);
    }

    @Test
    void recodeFindsEqualValues() {
        assertThat(call("Recode", "[rank]", literal(2), literal("b"), literal(3.0), literal("c")))
                .isEqualTo("c");
        assertThat(value("<Recode><LookupValue>[name]</LookupValue><MapItem><Data>黄河口 East</Data><Value>7</Value>"
                        + "</MapItem></Recode>"))
                .isEqualTo("7");
        assertThat(call("Recode", "[rank]", literal(2), literal("b"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-5, 2", "0, 2", "5, 3", "10, 4", "15, 7", "20, 10", "99, 10"})
    void interpolateBlendsNumbersAndHoldsItsEnds(double value, double expected) {
        Object result = call(
                "Interpolate",
                literal(value),
                literal(0),
                literal(2),
                literal(10),
                literal(4),
                literal(20),
                literal(10));
        assertThat(Values.number(result)).isEqualTo(expected);
    }

    @Test
    void interpolateBlendsColours() {
        String points = "<InterpolationPoint><Data>0</Data><Value>#000000</Value></InterpolationPoint>"
                + "<InterpolationPoint><Data>4</Data><Value>#C86400</Value></InterpolationPoint></Interpolate>";
        assertThat(value("<Interpolate><LookupValue>[rank]</LookupValue>" + points))
                .isEqualTo(new Color(150, 75, 0));
        assertThat(value("<Interpolate mode='cosine'><LookupValue><ogc:Literal>1</ogc:Literal></LookupValue>" + points))
                .as("(1 - cos 45 degrees) / 2 = 0.1464")
                .isEqualTo(new Color(29, 15, 0));
        assertThat(call(
                        "Interpolate",
                        "[rank]",
                        literal(2),
                        literal("#000000"),
                        literal(4),
                        literal("#000064"),
                        literal("color"),
                        literal("linear")))
                .isEqualTo(new Color(0, 0, 50));
    }

    @Test
    void functionElementsOfSymbologyEncoding() {
        assertThat(
                        value(
                                "<FormatNumber><NumericValue>[area_ha]</NumericValue><Pattern>#,##0.0</Pattern></FormatNumber>"))
                .isEqualTo("1,234.5");
        assertThat(value("<ChangeCase direction='toUpper'><StringValue>[name]</StringValue></ChangeCase>"))
                .isEqualTo("黄河口 EAST");
        assertThat(
                        value(
                                "<Substring><StringValue>[name]</StringValue><Position>2</Position><Length>2</Length></Substring>"))
                .isEqualTo("河口");
        assertThat(value("<Concatenate><StringValue>[rank]</StringValue><StringValue>. </StringValue>"
                        + "<StringValue>[name]</StringValue></Concatenate>"))
                .isEqualTo("3. 黄河口 East");
        assertThat(value("<Trim stripOffPosition='both' stripOffChar='x'><StringValue>xxaxx</StringValue></Trim>"))
                .isEqualTo("a");
        assertThat(value("<StringLength><StringValue>[name]</StringValue></StringLength>"))
                .isEqualTo(8.0);
        assertThat(
                        value(
                                "<StringPosition><LookupString>口</LookupString><StringValue>[name]</StringValue></StringPosition>"))
                .isEqualTo(3.0);
        assertThat(value("<FormatDate><DateValue>[since]</DateValue><Pattern>YYYY-MM-DD</Pattern></FormatDate>"))
                .isEqualTo("2024-03-09");
    }

    @ParameterizedTest
    @CsvSource({"env", "property", "java.lang.Runtime", "collectGeometries", "jenks", "xpath", "script"})
    void functionsThatAreNotListedAreRefused(String name) {
        assertThatThrownBy(() -> call(name, literal("a")))
                .hasMessageContaining(
                        "line 1: Function '" + name + "' is not among the functions that styles may call");
    }

    @Test
    void theNumberOfArgumentsIsChecked() {
        assertThatThrownBy(() -> call("pow", literal(2))).hasMessageContaining("'pow' takes 2 arguments, not 1");
    }

    @Test
    void numbersInLabelsStandInFull() {
        assertThat(Values.text(1234567.25)).isEqualTo("1234567.25");
        assertThat(Values.text(5.0)).isEqualTo("5");
        assertThat(Values.text(0.00001)).isEqualTo("0.00001");
        assertThat(Values.text(null)).isEmpty();
    }
}
