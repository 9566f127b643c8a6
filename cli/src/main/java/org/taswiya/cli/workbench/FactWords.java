package org.taswiya.cli.workbench;

import java.util.Locale;
import org.taswiya.core.tariff.RevenueParts.Part;
import org.taswiya.core.tariff.TariffChange;
import org.taswiya.core.tariff.TariffFact;

/// What a book states, in the words of a table.
final class FactWords {
    private FactWords() {}

    /// Of what it is: `energy, peak, block 3`.
    static String of(TariffFact fact) {
        String whose = switch (fact.part()) {
            case BOOK -> "the book";
            case CALENDAR -> "the calendar" + (fact.code().isEmpty() ? "" : ", " + fact.code());
            case COMPONENT, TAX -> fact.code();
        };
        return whose
                + (fact.band().isEmpty() ? "" : ", " + fact.band())
                + (fact.block() == 0 ? "" : ", block " + fact.block());
    }

    static String field(TariffFact fact) {
        return switch (fact.field()) {
            case UP_TO -> "up to";
            case DUE_DAYS -> "due days";
            case BOUNDS_PRORATION -> "proration of bounds";
            case CHARGES_PRORATION -> "proration of charges";
            case BOUND_DECIMALS -> "decimals of bounds";
            case EVERY_MONTHS -> "months of a period";
            case PER_HOUSEHOLD -> "bounds per household";
            case BELOW_ZERO -> "below zero";
            case YEAR_FROM -> "year from";
            case PER_PERSON -> "per person";
            case OUTSIDE_WINTER -> "outside winter";
            case AVERAGE_IF_UNKNOWN -> "winter average if unknown";
            case TAX_CLASS -> "tax class";
            case EXEMPT_UP_TO -> "exempt up to";
            case CAP_PER_MONTH -> "cap per month";
            case PAID_BY -> "paid by";
            case EXCEEDANCE -> "per exceedance";
            case POWER_FACTOR -> "power factor";
            case LOOK_BACK -> "months back";
            case TAN_PHI -> "tan phi";
            case BONUS_ABOVE -> "bonus above";
            case BONUS_RATE -> "bonus rate";
            case PAID_OUT -> "excess paid out";
            case SETTLED_IN -> "settled in month";
            case ALLOWED,
                    LEAST,
                    AMONG,
                    KIND,
                    SERVICE,
                    CURRENCY,
                    UNIT,
                    PRICES,
                    TOLERANCE,
                    MODE,
                    PRICE,
                    AMOUNT,
                    PER,
                    BASIS,
                    MONTHS,
                    PERSONS,
                    TIMES,
                    RETURNED,
                    FOLLOWS,
                    OF,
                    BY,
                    RATE,
                    ZONE,
                    FROM,
                    HOURS,
                    HOLIDAY -> fact.field().name().toLowerCase(Locale.ROOT);
        };
    }

    static String before(TariffChange change) {
        return change.before() == null ? "-" : change.before();
    }

    static String after(TariffChange change) {
        return change.after() == null ? "-" : change.after();
    }

    static String of(Part part) {
        return (part.isTax() ? "tax " : "")
                + part.code()
                + (part.band().isEmpty() ? "" : ", " + part.band())
                + (part.block() == 0 ? "" : ", block " + part.block());
    }
}
