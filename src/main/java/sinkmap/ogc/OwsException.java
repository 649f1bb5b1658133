package sinkmap.ogc;

import sinkmap.grid.SinkmapException;

/** A request that an OGC service answers with an exception report. */
public final class OwsException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String locator;
    private final int status;

    /**
     * @param code exception code of the standard, such as {@code InvalidParameterValue}
     * @param locator the parameter at fault, or null
     * @param message what is wrong and what to do
     * @param status HTTP status
     */
    public OwsException(String code, String locator, String message, int status) {
        super(message);
        this.code = code;
        this.locator = locator;
        this.status = status;
    }

    public static OwsException invalid(String parameter, String message) {
        return new OwsException("InvalidParameterValue", parameter, message, 400);
    }

    public static OwsException missing(String parameter) {
        return new OwsException("MissingParameterValue", parameter, "parameter " + parameter + " is missing", 400);
    }

    public static OwsException notSupported(String parameter, String message) {
        return new OwsException("OperationNotSupported", parameter, message, 400);
    }

    public String code() {
        return code;
    }

    /** The parameter at fault, or null. */
    public String locator() {
        return locator;
    }

    public int status() {
        return status;
    }
}
