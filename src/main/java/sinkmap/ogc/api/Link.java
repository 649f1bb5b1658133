package sinkmap.ogc.api;

/** A link to another resource, RFC 8288; as a member of a document and as a header. */
record Link(String rel, String type, String title, String href, boolean templated) {

    static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

    static Link of(String rel, Media media, String title, String href) {
        return new Link(rel, media.type(), title, href, false);
    }

    JsonObject json() {
        return new JsonObject()
                .with("href", href)
                .with("rel", rel)
                .with("type", type)
                .with("title", title)
                .with("templated", templated ? true : null);
    }
}
