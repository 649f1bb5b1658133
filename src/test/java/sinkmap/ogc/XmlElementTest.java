package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.grid.SinkmapException;

class XmlElementTest {

    private static XmlElement read(String xml) {
        return XmlElement.read(new StringReader(xml));
    }

    @Test
    void mixedContentKeepsItsOrder() {
        XmlElement label = read("<a:Label xmlns:a='urn:a'>Rank <a:P>rank</a:P>!</a:Label>");
        assertThat(label.name()).isEqualTo("Label");
        assertThat(label.content()).hasSize(3);
        assertThat(label.content().get(0)).isEqualTo("Rank ");
        assertThat(label.findText("P")).contains("rank");
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        String outside = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
        assertThatThrownBy(() -> read(outside)).isInstanceOf(SinkmapException.class);
        String laughs = "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a>&y;</a>";
        assertThatThrownBy(() -> read(laughs)).isInstanceOf(SinkmapException.class);
    }

    @Test
    void brokenXmlNamesItsLine() {
        assertThatThrownBy(() -> read("<a>\n<b></a>"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void bottomlessNestingIsRefused() {
        assertThatThrownBy(() -> read("<a>".repeat(50_000))).hasMessageContaining("nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b/>", "<b>x</b>", "<b/><!-- -->", "t<!-- -->", "<b c='' d='' e=''/>"})
    void moreElementsThanARequestNeedsAreRefused(String part) {
        assertThatThrownBy(() -> read("<a>" + part.repeat(600_000) + "</a>"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("more than 500000 elements, attributes and texts");
    }

    @Test
    void aTransactionOfTensOfThousandsOfUpdatesIsRead() {
        String update = "<Update typeName='s'><Property><Name>rank</Name><Value>1</Value></Property>"
                + "<Filter><FeatureId fid='s.1'/></Filter></Update>";
        assertThat(read("<Transaction>" + update.repeat(40_000) + "</Transaction>")
                        .children("Update"))
                .hasSize(40_000);
    }

    @Test
    void whatIsWrittenCanBeReadAgain() {
        StringWriter text = new StringWriter();
        new XmlOut(text)
                .element("a", "x < \"y\" & \u0001 中 \uD83C\uDF0A", "b", "'<&\"")
                .end();
        XmlElement back = read(text.toString());
        assertThat(back.text()).isEqualTo("x < \"y\" & \uFFFD 中 \uD83C\uDF0A");
        assertThat(back.attributes()).containsEntry("b", "'<&\"");
    }
}
