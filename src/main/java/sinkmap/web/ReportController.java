package sinkmap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.report.AccountReport;
import sinkmap.report.AccountTables;
import sinkmap.report.CsvFile;
import sinkmap.report.Language;
import sinkmap.report.StoredAccount;
import sinkmap.report.Table;
import sinkmap.report.WorkbookFile;
import sinkmap.run.Runs;
import sinkmap.store.StoredRun;

/** Accounts as documents: tables and a report. Answers are written as they are made. */
@RestController
@RequestMapping("/api/runs/{id}")
class ReportController {

    private final Runs runs;
    private final AccountReport report;

    ReportController(Runs runs, AccountReport report) {
        this.runs = runs;
        this.report = report;
    }

    /** The report in Chinese, or in English with {@code lang=en}. */
    @GetMapping("/report.html")
    void report(
            @PathVariable String id,
            @RequestParam(name = "lang", defaultValue = "zh") String lang,
            HttpServletResponse response)
            throws IOException {
        Language language = Language.find(lang)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.BAD_REQUEST, "'lang' must be 'zh' or 'en', not '" + lang + "'"));
        StoredAccount account = account(id);
        begin(
                response,
                AccountReport.TYPE,
                ContentDisposition.inline().filename("account-" + id + "-" + language.code() + ".html"));
        response.setHeader("Content-Security-Policy", AccountReport.POLICY + "; frame-ancestors 'self'");
        report.write(account, language, response.getOutputStream());
    }

    /** One table as CSV, see {@link AccountTables#NAMES}. */
    @GetMapping("/tables/{name}.csv")
    void table(@PathVariable String id, @PathVariable String name, HttpServletResponse response) throws IOException {
        StoredAccount account = account(id);
        Table table = AccountTables.find(account, name)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND,
                        "there is no table '" + name + "'; the tables of an account are "
                                + String.join(", ", AccountTables.NAMES)));
        begin(response, CsvFile.TYPE, ContentDisposition.attachment().filename("account-" + id + "-" + name + ".csv"));
        CsvFile.write(table, response.getOutputStream());
    }

    /** All tables as the sheets of a workbook. */
    @GetMapping("/tables.xlsx")
    void workbook(@PathVariable String id, HttpServletResponse response) throws IOException {
        StoredAccount account = account(id);
        begin(response, WorkbookFile.TYPE, ContentDisposition.attachment().filename("account-" + id + ".xlsx"));
        WorkbookFile.write(AccountTables.of(account), response.getOutputStream());
    }

    private StoredAccount account(String id) {
        StoredRun run = runs.get(id);
        if (!run.kind().equals("account") || run.result() == null) {
            String reason = run.kind().equals("account")
                    ? "has no result; its state is '" + Names.of(run.state()) + "'"
                    : "is of kind '" + run.kind() + "'";
            throw new RefusedException(
                    HttpStatus.NOT_FOUND,
                    "run '" + id + "' " + reason + "; tables and reports are made of completed runs of kind"
                            + " 'account', which GET /api/runs lists");
        }
        return StoredAccount.of(run);
    }

    private static void begin(HttpServletResponse response, String type, ContentDisposition.Builder disposition) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString());
    }
}
