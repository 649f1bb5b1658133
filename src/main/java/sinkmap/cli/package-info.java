/**
 * The command line: {@code demo | serve | ingest | site | account | layers}.
 *
 * <p>Every command is a thin frame around one call into another room: it opens the service with the directories and the
 * database that its options name, calls, and prints. Results go to standard output ({@code --json} for machines),
 * progress and errors to standard error. Exit status: 0 done, 1 the work failed for a reason that the message names, 2
 * the command line was wrong.
 */
@ApplicationModule(
        allowedDependencies = {"grid", "catalog", "store", "ingest", "run", "survey", "report", "users", "publish"})
package sinkmap.cli;

import org.springframework.modulith.ApplicationModule;
