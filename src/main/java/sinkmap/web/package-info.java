/**
 * The edge for people and their programs: a REST interface under {@code /api} and the map page at {@code /}.
 *
 * <p>The REST interface shows what the other rooms hold and starts what they can do; it computes nothing itself. Names in
 * its JSON are lower case with underscores and carry their unit ({@code area_ha}, {@code cell_m}). Boxes are
 * {@code [west, south, east, north]} and points {@code [longitude, latitude]}, in degrees on CGCS2000 (taken as equal to
 * WGS 84). A number that is not known is {@code null}, never 0. Texts meant for people are objects with {@code zh} and
 * {@code en}.
 *
 * <p>Every error is a problem document (RFC 9457, {@code application/problem+json}) whose {@code detail} names the culprit
 * and says what to do. An error of ours shows no internals; its cause is in the log.
 *
 * <p>The map page is plain files under {@code static/}: ES modules without a build step, OpenLayers from its webjar. It
 * talks to this service only and carries no inline script, which the content security policy enforces. Every text of the
 * page stands in {@code js/texts.js} in Chinese and English; what comes from data enters the page as text, never as
 * markup.
 */
@ApplicationModule(allowedDependencies = {"grid", "catalog", "store", "run", "ingest", "report", "publish"})
package sinkmap.web;

import org.springframework.modulith.ApplicationModule;
