package sinkmap.ogc.api;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entity tags of editable items, and the conditions on them (RFC 9110, 8.8.3 and 13.1.1). A tag names the item, the version
 * of its row and the form in which it was read; a change is bound to the version, whatever the form.
 */
final class ItemTag {

    private static final Pattern STRONG = Pattern.compile("(?<![\\w/])\"(\\d{1,18})\\.(\\d{1,18})\\.[^\"]*\"");

    private ItemTag() {}

    /**
     * The tag of an answer.
     *
     * @param form what distinguishes this form of the item from others
     */
    static String of(long fid, long version, String form) {
        return "\"" + fid + "." + version + "." + Integer.toHexString(form.hashCode()) + "\"";
    }

    /** The versions of an item that an {@code If-Match} header names; weak tags name none. */
    static Set<Long> versions(String ifMatch, long fid) {
        Set<Long> versions = new LinkedHashSet<>();
        Matcher tag = STRONG.matcher(ifMatch);
        while (tag.find()) {
            if (Long.parseLong(tag.group(1)) == fid) {
                versions.add(Long.valueOf(tag.group(2)));
            }
        }
        return versions;
    }
}
