package sinkmap.catalog;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import sinkmap.grid.SinkmapException;

/** When the start fails because of something a user can mend, shows that message instead of a stack trace. */
class StartFailureAnalyzer extends AbstractFailureAnalyzer<SinkmapException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SinkmapException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
