package sinkmap.run;

import sinkmap.catalog.Text;

/**
 * A number of the carbon-peak plan, or its absence. The components are the columns of {@code targets.csv}, and the
 * target as text.
 *
 * @param id id
 * @param nameZh what is aimed at, in Chinese
 * @param nameEn the same in English
 * @param unit unit
 * @param baselineValue starting value, or null
 * @param baselineYear year of it, or null
 * @param baselineBasis where it comes from, or null
 * @param targetValue the target; null where the plan sets none
 * @param operator how the value is meant: {@code =}, {@code >=}, {@code about} ..., or null
 * @param targetYear year of the target as the file states it, or null
 * @param section section of the plan
 * @param mapTrackable {@code yes}, {@code partly} or {@code no}: whether the map can show it
 * @param layerOrIndicator layer or indicator that shows it, or null
 * @param layer id of the layer that shows it, or null
 * @param text the target for people: operator, number and unit, or that the plan does not set it
 */
public record Target(
        String id,
        String nameZh,
        String nameEn,
        String unit,
        Double baselineValue,
        String baselineYear,
        String baselineBasis,
        Double targetValue,
        String operator,
        String targetYear,
        String section,
        String mapTrackable,
        String layerOrIndicator,
        String layer,
        Text text) {}
