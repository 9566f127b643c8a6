package org.taswiya.web.api.call;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Every refusal that there is.
public enum ProblemKind {
    BAD_REQUEST(400, "The request is malformed"),
    BAD_PARAMETER(400, "A parameter is not what it may be"),
    BAD_JSON(400, "The body is not JSON"),
    IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is missing or malformed"),
    UNAUTHORIZED(401, "No key that is good"),
    SCOPE_MISSING(403, "The key may not be used for this"),
    RIGHT_MISSING(403, "Whoever the key acts for may not do this"),
    NOT_FOUND(404, "Not there"),
    METHOD_NOT_ALLOWED(405, "Not by this method"),
    NOT_ACCEPTABLE(406, "Not in a form that is accepted"),
    NO_METER(409, "No meter that can be read"),
    NO_READING(409, "Nothing was read today"),
    READ_BY_UTILITY(409, "The utility has read the meter that day"),
    DISPUTE_REFUSED(409, "The dispute is refused"),
    BILL_NOT_REMADE(409, "The bill cannot be made again as it was"),
    NOTHING_TO_COMPARE(409, "There is nothing to compare it with"),
    CARD_REFUSED(409, "The payment by card is refused"),
    INSTALMENTS_CHANGED(409, "The instalments are no longer those that were shown"),
    INSTALMENTS_REFUSED(409, "Instalments are refused"),
    AGREEMENT_ENDED(409, "The agreement has an end"),
    TOO_MANY_WEBHOOKS(409, "The key has as many webhooks as it may have"),
    WEBHOOK_ENDED(409, "The webhook has ended"),
    DELEGATE_REFUSED(409, "The delegate is refused"),
    REQUEST_REFUSED(409, "It cannot be done to this request"),
    CHANGED_SINCE(409, "It is no longer what was shown"),
    DECISION_REFUSED(409, "The decision is refused"),
    WEBHOOKS_NOT_OFFERED(409, "Webhooks are not offered"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a type that is taken"),
    BAD_BODY(422, "The body is not what is expected"),
    IDEMPOTENCY_KEY_REUSED(422, "Something else was done under this Idempotency-Key"),
    UNLIKELY_READING(422, "The reading is unlikely"),
    IMPOSSIBLE_READING(422, "The meter cannot show this"),
    UNFIT_FILE(422, "The file is none that is taken"),
    CANNOT_BE_CHOSEN(422, "This cannot be chosen"),
    TOO_MANY_REQUESTS(429, "More requests than the key may make in a minute"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    FAILED(500, "It failed here"),
    UNAVAILABLE(503, "Not now");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /// The type of the problem, which programs tell it by.
    public String type() {
        return "urn:taswiya:api:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The general one of a status that somebody before us has found.
    public static ProblemKind ofStatus(int status) {
        Optional<ProblemKind> same =
                Stream.of(values()).filter(kind -> kind.status == status).findFirst();
        boolean isTheirs = status < 500 || status == 501 || status == 505; // of HTTP what nobody here has
        return same.orElse(isTheirs ? BAD_REQUEST : FAILED);
    }
}
