package org.taswiya.intake.nem12;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedFlow;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.feed.FeedService;
import org.taswiya.intake.json.Quoted;

/// A 200 record: whose days follow, and in what they count.
///
/// @param factor what makes kWh of a value
/// @param minutes of an interval
record Nem12Stream(FeedSeries series, Decimal factor, int minutes) {
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int FIELDS = 9;
    private static final int NMI = 1;
    private static final int SUFFIX = 4;
    private static final int UOM = 7;
    private static final int LENGTH = 8;

    /// Ten characters, and the digit that checks them where a file has it.
    private static final Pattern POINT = Pattern.compile("[A-Z0-9]{10}[0-9]?");

    private static final Pattern REGISTER = Pattern.compile("[A-Z][A-Z0-9]");
    private static final Map<String, Decimal> FACTORS =
            Map.of("WH", Decimal.parse("0.001"), "KWH", Decimal.ONE, "MWH", Decimal.of(1000));

    static Nem12Stream of(List<String> fields, long line) {
        if (fields.size() < FIELDS) {
            throw new FeedRefused(
                    line,
                    FeedFault.MISSING_FIELD,
                    "found a 200 record of " + fields.size() + " fields, expected at least " + FIELDS);
        }
        String point = fields.get(NMI).toUpperCase(Locale.ROOT);
        if (!POINT.matcher(point).matches()) {
            throw new FeedRefused(
                    line,
                    FeedFault.BAD_VALUE,
                    "found the NMI " + Quoted.of(fields.get(NMI)) + ", expected 10 letters and digits");
        }
        Decimal factor = factor(fields.get(UOM), line);
        String register = fields.get(SUFFIX).toUpperCase(Locale.ROOT);
        FeedSeries series = new FeedSeries(
                point, register, FeedService.ELECTRICITY, flow(register, line), Unit.KILOWATT_HOUR, null);
        return new Nem12Stream(series, factor, minutes(fields.get(LENGTH), line));
    }

    int intervals() {
        return MINUTES_OF_A_DAY / minutes;
    }

    private static Decimal factor(String uom, long line) {
        @Nullable Decimal factor = FACTORS.get(uom.toUpperCase(Locale.ROOT));
        if (factor == null) {
            throw new FeedRefused(
                    line,
                    FeedFault.UNKNOWN_UNIT,
                    "found the unit " + Quoted.of(uom) + ", expected Wh, kWh or MWh; the days of this stream are"
                            + " left out");
        }
        return factor;
    }

    private static FeedFlow flow(String register, long line) {
        if (REGISTER.matcher(register).matches()) {
            switch (register.charAt(0)) {
                case 'E' -> {
                    return FeedFlow.DELIVERED;
                }
                case 'B' -> {
                    return FeedFlow.RECEIVED;
                }
                default -> {}
            }
        }
        throw new FeedRefused(
                line,
                FeedFault.UNKNOWN_FLOW,
                "found the suffix " + Quoted.of(register) + ", expected one of E (consumed) or B (generated) such as"
                        + " E1; the days of this stream are left out");
    }

    private static int minutes(String text, long line) {
        return switch (text) {
            case "5", "05" -> 5;
            case "15" -> 15;
            case "30" -> 30;
            default ->
                throw new FeedRefused(
                        line,
                        FeedFault.BAD_VALUE,
                        "found intervals of " + Quoted.of(text) + " minutes, expected 5, 15 or 30");
        };
    }
}
