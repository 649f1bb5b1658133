package sinkmap.store;

import java.time.OffsetDateTime;

/**
 * What was loaded into a layer, for provenance.
 *
 * @param layer layer id
 * @param file name of the file, without its folder
 * @param checksum SHA-256 of the file, hexadecimal
 * @param mode {@code replace} or {@code append}
 * @param accepted rows taken
 * @param repaired rows taken after a repair
 * @param rejected rows left out
 * @param report the full report as JSON
 * @param loaded when
 */
public record LoadRecord(
        String layer,
        String file,
        String checksum,
        String mode,
        long accepted,
        long repaired,
        long rejected,
        String report,
        OffsetDateTime loaded) {}
