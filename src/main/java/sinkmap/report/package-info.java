/**
 * Reports: an account as documents that leave the service, tables for a spreadsheet and a report for print.
 *
 * <p>A document is made from the stored result of one account run ({@link sinkmap.report.StoredAccount}) and from nothing
 * that has been computed since: what an old run did not yet compute is left empty. {@link sinkmap.report.AccountTables} are
 * the tables, {@link sinkmap.report.CsvFile} and {@link sinkmap.report.WorkbookFile} their two forms; {@link
 * sinkmap.report.AccountReport} is the report as one HTML file that needs no other file and no network. {@link
 * sinkmap.report.ReportFolder} puts all of them into a folder.
 *
 * <p>Texts from data (names, titles, sources) are data everywhere: escaped in HTML, and kept from being taken for formulas
 * in tables. Units stand in the names of columns; areas in ha, stocks in t C and t CO2e, flows a year; an empty cell is a
 * number that is not known, never zero.
 */
@ApplicationModule(allowedDependencies = {"grid", "catalog", "store", "run", "ogc"})
package sinkmap.report;

import org.springframework.modulith.ApplicationModule;
