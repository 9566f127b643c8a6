package org.taswiya.intake.source;

import java.util.Locale;

/// What a column can hold. A mapping names it as [#code] says.
public enum SourceField {
    REFERENCE("reference", Form.REFERENCE),
    CLASS("class", Form.CODE),
    ARABIC_NAME("arabicName", Form.TEXT),
    LATIN_NAME("latinName", Form.TEXT),
    LANGUAGE("language", Form.CODE),
    CUSTOMER_REFERENCE("customer", Form.REFERENCE),
    ACCOUNT_REFERENCE("account", Form.REFERENCE),
    PREMISE_REFERENCE("premise", Form.REFERENCE),
    POINT("usagePoint", Form.REFERENCE),
    /// The usage point of the main meter that a sub-meter stands behind.
    BEHIND("behind", Form.REFERENCE),
    /// Of the common part, beside those of the others.
    SHARE("share", Form.NUMBER),
    ADDRESS("address", Form.TEXT),
    AREA("area", Form.TEXT),
    SERVICE("service", Form.CODE),
    TARIFF("tariff", Form.CODE),
    HOUSEHOLDS("households", Form.NUMBER),
    FROM("from", Form.DATE),
    TO("to", Form.DATE),
    BILLED_FROM("billedFrom", Form.DATE),
    /// In units of the service.
    ANNUAL_VOLUME("annualVolume", Form.NUMBER),
    /// Of a meter; of an exchange, the serial of the meter put in place.
    SERIAL("serial", Form.REFERENCE),
    REMOVED_SERIAL("removedSerial", Form.REFERENCE),
    INSTALLED_AT("installedAt", Form.DATE),
    REMOVED_AT("removedAt", Form.DATE),
    DIGITS("digits", Form.NUMBER),
    DECIMALS("decimals", Form.NUMBER),
    MULTIPLIER("multiplier", Form.NUMBER),
    UNIT("unit", Form.CODE),
    FIRST_VALUE("firstValue", Form.NUMBER),
    /// Of a meter that was set back, before that.
    LAST_VALUE("lastValue", Form.NUMBER),
    AT("at", Form.DATE),
    REMOVED("removed", Form.NUMBER),
    INSTALLED("installed", Form.NUMBER),
    VALUE("value", Form.NUMBER),
    KIND("kind", Form.CODE),
    TIME("time", Form.DATE),
    REMARK("remark", Form.CODE),
    LATITUDE("latitude", Form.NUMBER),
    LONGITUDE("longitude", Form.NUMBER),
    PHOTO("photo", Form.TEXT),
    READER("reader", Form.TEXT),
    ISSUED("issued", Form.DATE),
    DUE("due", Form.DATE),
    AMOUNT("amount", Form.NUMBER),
    /// Of an open item that is paid in parts, which part.
    INSTALMENT("instalment", Form.NUMBER),
    /// The bill, or the document of the old system, that a payment is for.
    BILL("bill", Form.REFERENCE),
    /// The till, bank or collector that has the money.
    TILL("till", Form.REFERENCE),
    AGREEMENT_REFERENCE("agreement", Form.REFERENCE),
    /// What a tariff asks for besides usage and demand.
    DETERMINANT("determinant", Form.CODE),
    /// Where lamps stand: a street, a cabinet.
    PLACE("place", Form.TEXT),
    /// Of lamps, such as led.
    TYPE("type", Form.TEXT),
    /// How many lamps.
    COUNT("count", Form.NUMBER),
    /// Of each lamp.
    WATTS("watts", Form.NUMBER),
    /// Of the ballast of each lamp, in watts.
    LOSSES("losses", Form.NUMBER),
    /// By which lamps burn.
    REGIME("regime", Form.CODE),
    USAGE("usage", Form.NUMBER),
    NET("net", Form.NUMBER),
    TAX("tax", Form.NUMBER),
    TOTAL("total", Form.NUMBER),
    /// An exact ratio, as [org.taswiya.core.quantity.ExactText] writes it.
    QUANTITY("quantity", Form.TEXT),
    /// Which of the registers of a device or a feed.
    REGISTER("register", Form.REFERENCE),
    /// The register of the same device that counts what this one counts, and more.
    PART_OF("partOf", Form.REFERENCE),
    TIME_OF_USE("timeOfUse", Form.REFERENCE),
    FLOW("flow", Form.CODE),
    /// The how-many-eth register of its point that counts all that is delivered.
    AMONG("among", Form.NUMBER),
    COMPLETE("complete", Form.CODE),
    /// Of a day of a feed; exact, as the quantity.
    LEAST_HOUR("leastHour", Form.TEXT),
    /// Why the reader of the feed refused a part.
    FAULT("fault", Form.CODE),
    FOUND("found", Form.TEXT);

    private final String code;
    private final Form form;

    SourceField(String code, Form form) {
        this.code = code;
        this.form = form;
    }

    /// What a mapping may say of a column besides its name.
    enum Form {
        TEXT,
        REFERENCE,
        CODE,
        NUMBER,
        DATE;

        String words() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String code() {
        return code;
    }

    Form form() {
        return form;
    }
}
