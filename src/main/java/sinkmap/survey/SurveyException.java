package sinkmap.survey;

import sinkmap.grid.SinkmapException;

/** A survey that cannot be evaluated as asked. */
public final class SurveyException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    public SurveyException(String message) {
        super(message);
    }
}
