package vn.busticket.trips;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start, instead of a stack trace, which lines of the catalogue are bad. */
class CatalogueRefusedAnalyzer extends AbstractFailureAnalyzer<CatalogueRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CatalogueRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Mend what is named above in the catalogue and start again; nothing was changed.",
                refused);
    }
}
