package sinkmap.siting;

import sinkmap.grid.SinkmapException;

/**
 * A title in Chinese and English.
 *
 * @param zh Chinese
 * @param en English
 */
public record Title(String zh, String en) {

    public Title {
        if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
            throw new SinkmapException("a title needs a Chinese text (zh) and an English one (en)");
        }
    }
}
