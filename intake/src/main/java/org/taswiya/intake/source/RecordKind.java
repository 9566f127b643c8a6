package org.taswiya.intake.source;

import static org.taswiya.intake.source.SourceField.*;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the rows of a file bring, and the fields that they need and may have.
public enum RecordKind {
    CUSTOMER(List.of(REFERENCE, CLASS), List.of(ARABIC_NAME, LATIN_NAME, LANGUAGE)),
    ACCOUNT(List.of(REFERENCE, CUSTOMER_REFERENCE), List.of()),
    PREMISE(List.of(REFERENCE, ADDRESS, AREA), List.of()),
    USAGE_POINT(List.of(REFERENCE, PREMISE_REFERENCE, SERVICE), List.of()),
    AGREEMENT(
            List.of(REFERENCE, ACCOUNT_REFERENCE, POINT, TARIFF, FROM),
            List.of(HOUSEHOLDS, TO, BILLED_FROM, ANNUAL_VOLUME)),
    AGREEMENT_FACT(List.of(AGREEMENT_REFERENCE, DETERMINANT, FROM, VALUE), List.of()),
    LAMP_GROUP(List.of(AGREEMENT_REFERENCE, PLACE, TYPE, COUNT, WATTS, FROM, REGIME), List.of(LOSSES, TO)),
    METER(
            List.of(POINT, SERIAL, INSTALLED_AT, UNIT),
            List.of(DIGITS, DECIMALS, MULTIPLIER, FIRST_VALUE, REMOVED_AT, REGISTER, PART_OF)),
    EXCHANGE(
            List.of(POINT, AT, REMOVED, SERIAL, INSTALLED),
            List.of(REMOVED_SERIAL, DIGITS, DECIMALS, MULTIPLIER, UNIT)),
    RESET(List.of(POINT, AT, LAST_VALUE), List.of(SERIAL, FIRST_VALUE)),
    READING(List.of(AT, VALUE), List.of(POINT, SERIAL, REGISTER, KIND, UNIT)),
    VISIT(
            List.of(AT),
            List.of(POINT, SERIAL, REGISTER, TIME, VALUE, KIND, UNIT, REMARK, LATITUDE, LONGITUDE, PHOTO, READER)),
    SUB_METER(List.of(POINT, BEHIND, FROM), List.of(SHARE, TO)),
    VACANCY(List.of(PREMISE_REFERENCE, FROM), List.of(TO)),
    OPEN_ITEM(List.of(ACCOUNT_REFERENCE, REFERENCE, ISSUED, DUE, AMOUNT), List.of(INSTALMENT)),
    CREDIT(List.of(ACCOUNT_REFERENCE, REFERENCE, AMOUNT), List.of()),
    /// Money that came in; never cash, whose duty is reckoned at the counter.
    PAYMENT(List.of(ACCOUNT_REFERENCE, REFERENCE, AMOUNT, AT), List.of(KIND, BILL, TILL)),
    FORMER_BILL(List.of(AGREEMENT_REFERENCE, REFERENCE, FROM, TO, ISSUED, USAGE, KIND, NET, TAX, TOTAL), List.of()),
    /// What registers counted, day by day; its columns are always [FeedRows#HEADER].
    FEED(
            List.of(FROM, TO, QUANTITY, UNIT, KIND),
            List.of(POINT, SERIAL, REGISTER, TIME_OF_USE, FLOW, AMONG, COMPLETE, LEAST_HOUR, FAULT, FOUND));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<SourceField> required;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<SourceField> optional;

    RecordKind(List<SourceField> required, List<SourceField> optional) {
        this.required = required;
        this.optional = optional;
    }

    /// How mappings and tables write it: `usage-point`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<SourceField> required() {
        return required;
    }

    boolean has(SourceField field) {
        return required.contains(field) || optional.contains(field);
    }

    /// Whether a row names a usage point, or a meter by its serial, whichever the source knows.
    boolean isOfMeter() {
        return this == READING || this == VISIT;
    }

    /// Whether a mapping may say of what meters showed that a person vouches for it.
    boolean isVouchedFor() {
        return switch (this) {
            case READING, VISIT, FEED, EXCHANGE, RESET -> true;
            case CUSTOMER,
                    ACCOUNT,
                    PREMISE,
                    USAGE_POINT,
                    AGREEMENT,
                    AGREEMENT_FACT,
                    LAMP_GROUP,
                    METER,
                    SUB_METER,
                    VACANCY,
                    OPEN_ITEM,
                    CREDIT,
                    PAYMENT,
                    FORMER_BILL -> false;
        };
    }

    static Map<String, RecordKind> byCode() {
        Map<String, RecordKind> kinds = new HashMap<>();
        Arrays.stream(values()).forEach(kind -> kinds.put(kind.code(), kind));
        return kinds;
    }
}
