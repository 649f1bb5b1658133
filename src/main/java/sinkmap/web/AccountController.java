package sinkmap.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.store.RunStore;

/** The current account of the carbon stock of the region's sinks. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private final RunStore runs;

    AccountController(RunStore runs) {
        this.runs = runs;
    }

    /** The account run that layers show now, with its result. */
    @GetMapping
    RunView current() {
        return runs.findCurrent("account", "")
                .map(RunView::of)
                .orElseThrow(() -> new RefusedException(
                        HttpStatus.NOT_FOUND,
                        "no account has been computed yet; POST {\"kind\": \"account\"} to /api/runs, or run"
                                + " 'sinkmap account'"));
    }
}
