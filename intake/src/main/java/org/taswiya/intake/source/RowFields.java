package org.taswiya.intake.source;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.json.Quoted;

/// The fields of the row on which a reader stands, by kind. What is wrong is thrown as [Refusal] and caught by the one
/// who parses.
final class RowFields {
    private static final Decimal NUMBER_MAX = Decimal.of(1_000_000_000_000L);
    private static final int DECIMALS_MAX = 6;
    private static final int TEXT_MAX = 1_000;

    private final SourceMapping mapping;
    private final Map<SourceField, Integer> places;
    private final RowReader row;

    /// The last text of each date and what it was: files repeat their days.
    private final Map<SourceField, Day> lastDays = new EnumMap<>(SourceField.class);

    private record Day(String text, LocalDate day) {}

    /// Why a row is refused.
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final RowReason reason;
        final String column;
        final String found;

        Refusal(RowReason reason, String column, String found) {
            super(found, null, false, false);
            this.reason = reason;
            this.column = column;
            this.found = found;
        }
    }

    RowFields(SourceMapping mapping, SourceHeader header, RowReader row) {
        this.mapping = mapping;
        this.places = header.places();
        this.row = row;
    }

    /// The text of a field; empty where there is none.
    private String raw(SourceField field) {
        Integer place = places.get(field);
        if (place != null) {
            return row.text(place);
        }
        SourceColumn column = mapping.columns().get(field);
        String constant = column == null ? null : column.constant();
        return constant == null ? "" : constant;
    }

    private SourceColumn column(SourceField field) {
        SourceColumn column = mapping.columns().get(field);
        if (column == null) {
            throw new IllegalStateException("the mapping " + mapping.name() + " has no " + field.code());
        }
        return column;
    }

    Refusal refusal(RowReason reason, SourceField field, String found) {
        SourceColumn column = mapping.columns().get(field);
        return new Refusal(reason, column == null ? field.code() : column.shown(), found);
    }

    private Refusal missing(SourceField field) {
        return refusal(RowReason.MISSING_FIELD, field, field.code() + " is empty");
    }

    /// In one line: within quotes a name may come with line breaks, which no letter, list or e-mail has room for.
    String text(SourceField field) {
        String text = FieldText.oneLine(raw(field));
        if (text.length() > TEXT_MAX) {
            throw refusal(RowReason.BAD_RECORD, field, "a text of " + text.length() + " characters, expected fewer");
        }
        return text;
    }

    @Nullable String textOrNull(SourceField field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    String required(SourceField field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw missing(field);
        }
        return text;
    }

    @Nullable String referenceOrNull(SourceField field) {
        String text = FieldText.plain(raw(field));
        if (text.length() > 100) {
            throw refusal(RowReason.BAD_RECORD, field, "found " + Quoted.of(text) + ", expected a reference");
        }
        return text.isEmpty() ? null : text;
    }

    String reference(SourceField field) {
        String reference = referenceOrNull(field);
        if (reference == null) {
            throw missing(field);
        }
        return reference;
    }

    /// Our word for what the source says; null when it says nothing.
    @Nullable String codeOrNull(SourceField field) {
        String theirs = FieldText.plain(raw(field));
        if (theirs.isEmpty() && !places.containsKey(field)) {
            return null;
        }
        Map<String, String> codes = column(field).codes();
        if (codes.isEmpty()) {
            return theirs.isEmpty() ? null : theirs;
        }
        String ours = codes.get(theirs);
        if (ours == null && !theirs.isEmpty()) {
            String known = codes.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw refusal(RowReason.UNKNOWN_CODE, field, "found " + Quoted.of(theirs) + ", expected one of " + known);
        }
        return ours;
    }

    /// What a code stands for; null when the source says nothing.
    <T> @Nullable T choiceOrNull(SourceField field, Function<String, Optional<T>> meaning, String expected) {
        String code = codeOrNull(field);
        if (code == null) {
            return null;
        }
        return meaning.apply(code)
                .orElseThrow(() ->
                        refusal(RowReason.UNKNOWN_CODE, field, "found " + Quoted.of(code) + ", expected " + expected));
    }

    <T> T choice(SourceField field, Function<String, Optional<T>> meaning, String expected) {
        T chosen = choiceOrNull(field, meaning, expected);
        if (chosen == null) {
            throw missing(field);
        }
        return chosen;
    }

    @Nullable LocalDate dateOrNull(SourceField field) {
        String found = raw(field);
        if (found.isEmpty()) {
            return null;
        }
        Day last = lastDays.get(field);
        if (last != null && last.text().equals(found)) {
            return last.day();
        }
        String text = FieldText.plain(found);
        for (DatePattern pattern : column(field).dates()) {
            LocalDate day = pattern.day(text);
            if (day != null) {
                lastDays.put(field, new Day(found, day));
                return day;
            }
        }
        throw badDate(field, found);
    }

    private Refusal badDate(SourceField field, String found) {
        String forms = column(field).dates().stream().map(DatePattern::text).collect(Collectors.joining(" or "));
        return refusal(RowReason.BAD_DATE, field, "found " + Quoted.of(found) + ", expected " + forms);
    }

    LocalDate date(SourceField field) {
        LocalDate day = dateOrNull(field);
        if (day == null) {
            throw missing(field);
        }
        return day;
    }

    @Nullable LocalTime timeOrNull(SourceField field) {
        String found = raw(field);
        if (found.isEmpty()) {
            return null;
        }
        for (DatePattern pattern : column(field).dates()) {
            LocalTime time = pattern.time(FieldText.plain(found));
            if (time != null) {
                return time;
            }
        }
        throw badDate(field, found);
    }

    /// A number with its sign, any number of decimals.
    @Nullable Decimal numberOrNull(SourceField field) {
        String found = raw(field);
        if (found.isEmpty()) {
            return null;
        }
        Decimal number = FieldText.number(FieldText.plain(found), mapping.decimal(), mapping.thousands());
        if (number == null) {
            throw badNumber(field, "expected a number such as 1234" + mapping.decimal() + "5");
        }
        Decimal factor = column(field).factor();
        try {
            return factor.equals(Decimal.ONE) ? number : number.times(factor);
        } catch (ArithmeticException _) {
            throw badNumber(field, "expected fewer digits");
        }
    }

    /// That a number is none of those which its field takes.
    Refusal badNumber(SourceField field, String expected) {
        return refusal(RowReason.BAD_NUMBER, field, "found " + Quoted.of(raw(field)) + ", " + expected);
    }

    /// What a dial can show; null when the source says nothing.
    @Nullable Decimal shownOrNull(SourceField field) {
        Decimal number = numberOrNull(field);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0) {
            throw refusal(RowReason.NEGATIVE, field, "found " + number + ", expected zero or more");
        }
        if (number.compareTo(NUMBER_MAX) >= 0 || number.scale() > DECIMALS_MAX) {
            throw badNumber(field, "expected less than 10^12 with at most " + DECIMALS_MAX + " decimals");
        }
        return number;
    }

    Decimal shown(SourceField field) {
        Decimal number = shownOrNull(field);
        if (number == null) {
            throw missing(field);
        }
        return number;
    }

    /// Money above zero, exact to the minor unit.
    Money amount(SourceField field) {
        Decimal number = shown(field);
        if (number.signum() == 0 || number.scale() > 2) {
            throw badNumber(field, "expected an amount above zero with at most two decimals");
        }
        return Money.ofMinor(number.steps(2));
    }

    /// Money of either sign, exact to the minor unit.
    Money money(SourceField field) {
        Decimal number = numberOrNull(field);
        if (number == null) {
            throw missing(field);
        }
        boolean isSmall = number.compareTo(NUMBER_MAX) < 0 && number.compareTo(NUMBER_MAX.negated()) > 0;
        if (!isSmall || number.scale() > 2) {
            throw badNumber(field, "expected an amount with at most two decimals");
        }
        return Money.ofMinor(number.steps(2));
    }

    @Nullable Integer wholeOrNull(SourceField field, int least, int most) {
        Decimal number = numberOrNull(field);
        if (number == null) {
            return null;
        }
        if (number.scale() > 0 || number.unscaled() < least || number.unscaled() > most) {
            throw badNumber(field, "expected a whole number from " + least + " to " + most);
        }
        return (int) number.unscaled();
    }

    Refusal bad(SourceField field, IllegalArgumentException why) {
        return refusal(RowReason.BAD_RECORD, field, String.valueOf(why.getMessage()));
    }

    void requireOrder(SourceField field, LocalDate least, @Nullable LocalDate day) {
        if (day != null && day.isBefore(least)) {
            throw refusal(RowReason.BAD_RECORD, field, "found " + day + ", expected " + least + " or later");
        }
    }
}
