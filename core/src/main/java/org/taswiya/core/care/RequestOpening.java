package org.taswiya.core.care;

/// Who opens requests of a kind themselves, at the online agency.
public enum RequestOpening {
    /// Nobody: staff take it down.
    STAFF_ALONE,
    /// The holder of the account; what is asked is shown to no delegate.
    HOLDER,
    /// Whoever manages the account: its holder, and a delegate who may.
    MANAGER;

    /// Whether somebody opens one, and reads it.
    ///
    /// @param isHolder whether the account is their own; else they manage it for another
    public boolean isFor(boolean isHolder) {
        return switch (this) {
            case STAFF_ALONE -> false;
            case HOLDER -> isHolder;
            case MANAGER -> true;
        };
    }
}
