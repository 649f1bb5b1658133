package sinkmap.ogc.wms;

import java.util.Optional;
import sinkmap.catalog.Text;
import sinkmap.ogc.style.Legend;

/**
 * Texts of a capabilities document: in the language asked for by {@code LANGUAGE}, in both where none was.
 *
 * @param language a BCP 47 tag
 */
record WmsWords(Optional<String> language) {

    String of(Text text) {
        return language.map(text::in).orElseGet(text::both);
    }

    /** A text that is written "zh / en". */
    String of(String text) {
        return language.map(tag -> Legend.pick(text, tag)).orElse(text);
    }
}
