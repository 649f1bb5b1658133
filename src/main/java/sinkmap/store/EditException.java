package sinkmap.store;

import java.util.OptionalLong;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.SinkmapException;

/** A change that a layer cannot take; the message names the action, the feature and, where it is one, the attribute. */
public final class EditException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    /** Why a change is refused. */
    public enum Reason {
        /** The layer does not take changes. */
        NOT_EDITABLE,
        /** There is no such feature. */
        NOT_FOUND,
        /** The feature is no longer as it was when the client read it. */
        CHANGED,
        /** Somebody else has locked the feature. */
        LOCKED,
        /** A value or a geometry does not fit the layer. */
        INVALID,
        /** Others are changing or loading the layer just now. */
        BUSY
    }

    private final Reason reason;
    private final int action;
    private final long fid;

    private EditException(Reason reason, int action, long fid, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.action = action;
        this.fid = fid;
    }

    /**
     * An error about one feature.
     *
     * @param action number of the action within its transaction, from 1; 0 when there is none
     * @param fid the feature; 0 for one that is not stored yet
     */
    static EditException of(Reason reason, int action, FeatureLayer layer, long fid, String message, Throwable cause) {
        String place = (action > 0 ? "action " + action + ", " : "") + layer.id() + (fid > 0 ? "." + fid : "");
        return new EditException(reason, action, fid, place + ": " + message, cause);
    }

    static EditException of(Reason reason, int action, FeatureLayer layer, long fid, String message) {
        return of(reason, action, layer, fid, message, null);
    }

    public Reason reason() {
        return reason;
    }

    /** Number of the action within its transaction, from 1; 0 when it is not known. */
    public int action() {
        return action;
    }

    /** The feature at fault, if it is stored. */
    public OptionalLong fid() {
        return fid > 0 ? OptionalLong.of(fid) : OptionalLong.empty();
    }
}
