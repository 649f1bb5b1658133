package sinkmap.ingest;

import java.util.List;
import sinkmap.catalog.Suggestion;

/** Chooses one of several tables or shapefiles in a file. */
final class Choice {

    private Choice() {}

    /**
     * Index of the part to read: the one asked for, else the only one, else the one that is called like the layer.
     *
     * @param names what the file holds, at least one
     * @param asked name that the user gave, or null
     * @param preferred names that the layer goes by
     * @param what what the parts are, plural, for messages
     */
    static int among(List<String> names, String asked, List<String> preferred, String file, String what) {
        if (asked != null) {
            int index = find(names, asked);
            if (index < 0) {
                throw new IngestException(file + " holds no '" + asked + "'" + Suggestion.among(asked, names));
            }
            return index;
        }
        if (names.size() == 1) {
            return 0;
        }
        for (String name : preferred) {
            int index = find(names, name);
            if (index >= 0) {
                return index;
            }
        }
        throw new IngestException(file + " holds " + names.size() + " " + what + ": " + String.join(", ", names)
                + "; say which one with --part");
    }

    private static int find(List<String> names, String wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
