package org.taswiya.intake.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// Gathers accepted rows meter by meter, and counts the others. Of what meters showed, the rows of a meter follow each
/// other and their periods too; of what was billed they may stand in any order.
final class HistoryRows {

    static final int EXAMPLES_OF_A_FAULT = 3;
    private static final Decimal QUANTITY_MAX = Decimal.of(1_000_000_000_000L);
    private static final int DECIMALS_MAX = 6;

    /// What a set says does not hang on the order of its rows, also where two have the same days.
    private static final Comparator<Billed> BY_FIRST_DAY = Comparator.comparing(
                    (Billed period) -> period.usage().range().from())
            .thenComparing(period -> period.usage().range().to())
            .thenComparing(period -> period.usage().quantity());

    private final Columns columns;
    private final boolean isOfBilled;
    private final Consumer<MeterHistory> each;
    private final Map<RowFault, Long> refused = new EnumMap<>(RowFault.class);
    private final List<RejectedRow> examples = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    /// Of what was billed, by meter in the order of their first rows: the rows of a meter may stand anywhere.
    private final Map<String, Gathered> gathered = new LinkedHashMap<>();
    private final List<RejectedRow> overlaps = new ArrayList<>();
    private long overlapping;
    private @Nullable String meter;
    private String meterClass = "";
    private List<Usage> periods = new ArrayList<>();
    private long rows;

    /// A row is refused: thrown inside, counted here.
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final RowFault fault;
        private final String found;

        Fault(RowFault fault, String found) {
            super(found, null, false, false);
            this.fault = fault;
            this.found = found;
        }
    }

    /// @param known those periods, to find a row that stands twice
    private record Gathered(String meterClass, List<Billed> periods, Set<Usage> known) {}

    private record Billed(Usage usage, long line) {}

    HistoryRows(Columns columns, boolean isOfBilled, Consumer<MeterHistory> each) {
        this.columns = columns;
        this.isOfBilled = isOfBilled;
        this.each = each;
    }

    void add(String line, long number) {
        rows++;
        try {
            accept(CsvLine.fields(line), number);
        } catch (Fault refusal) {
            long times = refused.merge(refusal.fault, 1L, Long::sum);
            if (times <= EXAMPLES_OF_A_FAULT) {
                examples.add(new RejectedRow(number, refusal.fault, refusal.found));
            }
        }
    }

    HistoryCount end() {
        handOut();
        gathered.forEach((name, of) -> {
            of.periods().sort(BY_FIRST_DAY);
            lookForOverlaps(name, of.periods());
            each.accept(new MeterHistory(
                    name,
                    of.meterClass(),
                    of.periods().stream().map(Billed::usage).toList()));
        });
        return new HistoryCount(rows, seen.size(), new TreeMap<>(refused), examples, overlapping, overlaps);
    }

    /// Of days that two periods tell of, whoever reads them decides which counts; that there are such days is said.
    private void lookForOverlaps(String name, List<Billed> periods) {
        Billed longest = null;
        for (Billed period : periods) {
            if (longest != null
                    && period.usage()
                            .range()
                            .from()
                            .isBefore(longest.usage().range().to())) {
                overlapping++;
                if (overlaps.size() < EXAMPLES_OF_A_FAULT) {
                    overlaps.add(new RejectedRow(
                            period.line(),
                            RowFault.OVERLAP,
                            period.usage().range() + " of meter " + name + ", and "
                                    + longest.usage().range() + " on line " + longest.line()));
                }
            }
            boolean isLonger = longest == null
                    || period.usage()
                            .range()
                            .to()
                            .isAfter(longest.usage().range().to());
            longest = isLonger ? period : longest;
        }
    }

    private void accept(List<String> fields, long number) {
        if (fields.size() != columns.count()) {
            throw new Fault(RowFault.MISSING_FIELD, "found " + fields.size() + " fields, expected " + columns.count());
        }
        String name = text(fields, columns.meter(), "meter");
        String kind = text(fields, columns.meterClass(), "class");
        DateRange range = range(text(fields, columns.from(), "from"), text(fields, columns.to(), "to"));
        Decimal quantity = quantity(text(fields, columns.quantity(), "quantity"));
        Usage usage = new Usage(range, quantity, UsageQuality.ACTUAL);
        if (isOfBilled) {
            gather(name, kind, new Billed(usage, number));
        } else {
            follow(name, kind, usage);
        }
    }

    private void gather(String name, String kind, Billed period) {
        seen.add(name);
        Gathered of = gathered.computeIfAbsent(name, _ -> new Gathered(kind, new ArrayList<>(), new HashSet<>()));
        if (!of.known().add(period.usage())) {
            Usage usage = period.usage();
            throw new Fault(
                    RowFault.REPEATED, usage.quantity() + " of " + usage.range() + " of meter " + name + " again");
        }
        of.periods().add(period);
    }

    private void follow(String name, String kind, Usage usage) {
        if (!name.equals(meter)) {
            if (seen.contains(name)) {
                throw new Fault(
                        RowFault.METER_SCATTERED, "meter " + name + " again, expected its rows to follow each other");
            }
            handOut();
            seen.add(name);
            meter = name;
            meterClass = kind;
        } else if (!periods.isEmpty()
                && usage.range().from().isBefore(periods.getLast().range().to())) {
            throw new Fault(
                    RowFault.OVERLAP,
                    usage.range() + " of meter " + name + " begins before "
                            + periods.getLast().range() + " ends");
        }
        periods.add(usage);
    }

    private void handOut() {
        if (meter != null && !periods.isEmpty()) {
            each.accept(new MeterHistory(meter, meterClass, periods));
        }
        periods = new ArrayList<>();
    }

    private static String text(List<String> fields, int column, String name) {
        String text = fields.get(column);
        if (text.isEmpty()) {
            throw new Fault(RowFault.MISSING_FIELD, name + " is empty");
        }
        return text;
    }

    private static DateRange range(String from, String to) {
        LocalDate start = day(from);
        LocalDate end = day(to);
        if (!start.isBefore(end)) {
            throw new Fault(RowFault.BAD_DATE, "the period from " + from + " to " + to + " has no day");
        }
        return DateRange.of(start, end);
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2999) {
                throw new Fault(RowFault.BAD_DATE, "found '" + text + "', expected a year of 1900 to 2999");
            }
            return day;
        } catch (DateTimeException notADay) {
            throw new Fault(RowFault.BAD_DATE, "found '" + text + "', expected a day such as 2020-03-01");
        }
    }

    private static Decimal quantity(String text) {
        Decimal quantity;
        try {
            quantity = Decimal.parse(text);
        } catch (NumberFormatException notANumber) {
            throw new Fault(RowFault.BAD_NUMBER, "found '" + text + "', expected a plain decimal such as 12.5");
        }
        if (quantity.signum() < 0) {
            throw new Fault(RowFault.NEGATIVE_USAGE, "found " + text + ", expected zero or more");
        }
        if (quantity.compareTo(QUANTITY_MAX) > 0 || quantity.scale() > DECIMALS_MAX) {
            throw new Fault(
                    RowFault.TOO_LARGE,
                    "found " + text + ", expected at most 10^12 with " + DECIMALS_MAX + " decimals");
        }
        return quantity;
    }

    /// Where the five fields stand in a row.
    record Columns(int count, int meter, int meterClass, int from, int to, int quantity) {

        private static final List<String> NAMES = List.of("meter", "class", "from", "to", "quantity");

        /// Null when one of the five is missing.
        static @Nullable Columns of(List<String> header) {
            int[] at = NAMES.stream().mapToInt(header::indexOf).toArray();
            for (int index : at) {
                if (index < 0) {
                    return null;
                }
            }
            return new Columns(header.size(), at[0], at[1], at[2], at[3], at[4]);
        }
    }
}
