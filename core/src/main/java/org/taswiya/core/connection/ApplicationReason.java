package org.taswiya.core.connection;

import java.util.Locale;

/// Why a step of an application is refused. The code is what answers show.
public enum ApplicationReason {
    UNKNOWN_APPLICATION,
    UNKNOWN_ACCOUNT,
    UNKNOWN_PREMISE,
    /// The utility connects customers of that class to no such service.
    NOT_OFFERED,
    /// An application for one of the services at that premise is under way.
    APPLIED_ALREADY,
    /// The document is none that is asked for.
    UNKNOWN_DOCUMENT,
    /// It is there already.
    DOCUMENT_THERE,
    /// It is not there, so that it cannot go back.
    DOCUMENT_NOT_THERE,
    DOCUMENTS_MISSING,
    /// All documents are there.
    NOTHING_MISSING,
    NOT_QUOTED,
    NOT_AGREED,
    NOT_PAID,
    /// It is paid, so that it does not lapse.
    PAID,
    WORKS_NOT_ORDERED,
    /// The works are under way, so that it is too late for that.
    WORKS_ORDERED,
    /// That step was taken already.
    DONE_ALREADY,
    /// It is connected, refused, withdrawn or lapsed.
    APPLICATION_OVER,
    /// The quote holds no longer, or still does.
    QUOTE_EXPIRED,
    /// Whoever applied has no account yet.
    NO_ACCOUNT,
    OTHER_ACCOUNT,
    DAY_TO_COME,
    BEFORE_LAST_STEP,
    UNKNOWN_USAGE_POINT,
    OTHER_PREMISE,
    /// The usage point gives a service that was not applied for, or is connected already.
    OTHER_SERVICE,
    /// The agreement cannot begin; the sentence says why.
    AGREEMENT_REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
