package sinkmap.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the web edge, {@code sinkmap.web.*}.
 *
 * @param maxUpload largest file that may be uploaded; a larger one is refused before it is read
 */
@ConfigurationProperties("sinkmap.web")
record WebSettings(@DefaultValue("512MB") DataSize maxUpload) {

    private static final long FORM_BYTES = 64 * 1024;

    WebSettings {
        if (maxUpload.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "sinkmap.web.max-upload must be at least 1 byte, for example 512MB, not " + maxUpload);
        }
    }

    /** Room for the file, the other fields of the form and the boundaries between them. */
    long maxRequestBytes() {
        return maxUpload.toBytes() + FORM_BYTES;
    }
}
