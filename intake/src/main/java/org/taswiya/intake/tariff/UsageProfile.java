package org.taswiya.intake.tariff;

import java.io.Serial;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.tariff.BillDeterminants;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.core.tariff.PricedUse;
import org.taswiya.intake.json.Quoted;

/// What somebody uses month by month: lines with commas, `month,usage` at its head, or `month,` and time
/// bands; `demand` is the highest power of a month, `demand.BAND` that of a time band. What else a book asks for has a
/// column of its name, such as `meter-size`.
public final class UsageProfile {
    private static final String WHAT = "a profile: month,usage and a line for each month, such as 2024-01,210";
    private static final String MONTH = "month";
    private static final String USAGE = "usage";
    private static final String DEMAND = "demand";
    private static final int MONTHS_MOST = 1200;

    private final int households;
    private List<String> head = List.of();

    private UsageProfile(int households) {
        this.households = households;
    }

    /// What came of reading one.
    public sealed interface Reading {
        record Read(List<PricedUse> uses) implements Reading {
            public Read {
                uses = List.copyOf(uses);
            }
        }

        /// @param line counted from one
        /// @param field counted from one
        record Faulty(int line, int field, String found, String expected) implements Reading {
            @Override
            public String toString() {
                return line + ", field " + field + ": found " + found + ", expected " + expected;
            }
        }
    }

    /// A fault ends the reading.
    private static final class Fault extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Reading.Faulty fault;

        Fault(Reading.Faulty fault) {
            super(fault.toString(), null, false, false);
            this.fault = fault;
        }
    }

    /// What is expected of one, as in `expected a profile`.
    public static String expected() {
        return WHAT;
    }

    /// Reads one up to its first fault.
    ///
    /// @param households how many share the meter
    public static Reading read(List<String> lines, int households) {
        try {
            return new Reading.Read(new UsageProfile(households).read(lines));
        } catch (Fault e) {
            return e.fault;
        }
    }

    private List<PricedUse> read(List<String> lines) {
        List<PricedUse> uses = new ArrayList<>();
        int number = 0;
        for (String given : lines) {
            String line = given.strip();
            number++;
            if (line.isEmpty()) {
                continue;
            }
            if (head.isEmpty()) {
                head = head(line, number);
            } else if (uses.size() == MONTHS_MOST) {
                throw wrong(number, 1, "more than " + MONTHS_MOST + " months", "fewer");
            } else {
                uses.add(use(fields(line), number));
            }
        }
        if (uses.isEmpty()) {
            throw wrong(Math.max(number, 1), 1, "no month", WHAT);
        }
        return uses;
    }

    private static List<String> fields(String line) {
        return List.of(line.split(",", -1)).stream().map(String::strip).toList();
    }

    private List<String> head(String line, int number) {
        List<String> fields = fields(line);
        if (!fields.getFirst().equals(MONTH) || fields.size() < 2) {
            throw wrong(number, 1, Quoted.of(line), "a head such as month,usage");
        }
        for (int i = 1; i < fields.size(); i++) {
            if (fields.get(i).isEmpty() || fields.indexOf(fields.get(i)) != i) {
                throw wrong(number, i + 1, Quoted.of(fields.get(i)), "a name that no other column has");
            }
        }
        if (fields.stream().allMatch(UsageProfile::isBesideUsage)) {
            throw wrong(number, 1, "no column of usage", "usage, or a column for each time band");
        }
        return fields;
    }

    private static boolean isBesideUsage(String name) {
        return name.equals(MONTH) || isDemand(name) || Determinant.ofCode(name).isPresent();
    }

    private static boolean isDemand(String name) {
        return name.equals(DEMAND) || name.startsWith(DEMAND + ".");
    }

    private PricedUse use(List<String> fields, int number) {
        if (fields.size() != head.size()) {
            throw wrong(number, 1, fields.size() + " fields", head.size() + " as in the head");
        }
        DateRange month = month(fields.getFirst(), number);
        Map<String, Fraction> byBand = new LinkedHashMap<>();
        Map<String, Fraction> demand = new LinkedHashMap<>();
        Map<Determinant, Fraction> others = new EnumMap<>(Determinant.class);
        Fraction usage = Fraction.ZERO;
        for (int i = 1; i < fields.size(); i++) {
            String name = head.get(i);
            Fraction quantity = quantity(fields.get(i), number, i + 1);
            Optional<Determinant> other = Determinant.ofCode(name);
            if (other.isPresent()) {
                others.put(other.get(), quantity);
            } else if (isDemand(name)) {
                demand.put(name.equals(DEMAND) ? "" : name.substring(DEMAND.length() + 1), quantity);
            } else {
                usage = usage.plus(quantity);
                byBand.put(name, quantity);
            }
        }
        Map<String, Fraction> bands = byBand.keySet().equals(Set.of(USAGE)) ? Map.of() : byBand;
        return new PricedUse(fields.getFirst(), month, households, new BillDeterminants(usage, bands, demand, others));
    }

    private DateRange month(String text, int number) {
        try {
            YearMonth month = YearMonth.parse(text);
            return DateRange.of(month.atDay(1), month.plusMonths(1).atDay(1));
        } catch (DateTimeException _) {
            throw wrong(number, 1, Quoted.of(text), "a month such as 2024-01");
        }
    }

    private Fraction quantity(String text, int number, int column) {
        try {
            Decimal quantity = Decimal.parse(text);
            if (quantity.signum() >= 0) {
                return Fraction.of(quantity);
            }
        } catch (NumberFormatException _) {
            // refused below
        }
        throw wrong(number, column, Quoted.of(text), "a number of zero or more");
    }

    private static Fault wrong(int line, int field, String found, String expected) {
        return new Fault(new Reading.Faulty(line, field, found, expected));
    }
}
