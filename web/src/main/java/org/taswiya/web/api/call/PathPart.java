package org.taswiya.web.api.call;

import java.util.Locale;

/// What may stand in a path for one of many.
public enum PathPart {
    ACCOUNT("[0-9]{10}", "The reference of an account."),
    AGREEMENT("C[0-9]{5,7}", "The reference of a service agreement."),
    BILL("[0-9]{10}[A-Z]{2}", "The number of a bill."),
    RECEIPT("R[0-9]{10}[A-Z]{2}", "The number of the receipt for a payment."),
    NOTICE("[a-z-]{1,40}", "A kind of notice."),
    DELEGATE("[1-9][0-9]{0,9}", "The number of a delegate, or of an invitation to be one."),
    REQUEST("[1-9][0-9]{0,8}", "The number of a request."),
    FILE("[1-9][0-9]?", "The number of a file among those of its request."),
    WEBHOOK("[1-9][0-9]{0,9}", "The number of a webhook."),
    ADJUSTMENT("AJ[0-9]{10}", "The number of an adjustment."),
    PROPOSAL("[1-9][0-9]{0,11}", "The number of a proposal of instalments."),
    OUTAGE("[1-9][0-9]{0,8}", "The number of an interruption."),
    LIST("[a-z]{4,12}", "A list of what waits for people."),
    ITEM("[A-Za-z0-9~.:_-]{1,80}", "The key of an item in its list.");

    private final String pattern;
    private final String says;

    PathPart(String pattern, String says) {
        this.pattern = pattern;
        this.says = says;
    }

    public String pattern() {
        return pattern;
    }

    public String says() {
        return says;
    }

    /// As paths write it, such as `{account}`.
    public String inPath() {
        return "{" + code() + "}";
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one that a part of a path template is.
    public static PathPart of(String template) {
        return valueOf(template.substring(1, template.length() - 1).toUpperCase(Locale.ROOT));
    }
}
