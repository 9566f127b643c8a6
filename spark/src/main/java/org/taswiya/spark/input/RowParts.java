package org.taswiya.spark.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.MoneyByCode;

/// Makes the lists of an agreement of their columns in a row, by their places in `accounts.sql`.
final class RowParts {
    private static final int EPOCH_DAYS = 36_525;

    /// Days of the century after 1970, each made once: bills of a cycle are full of the same few.
    private static final @Nullable LocalDate[] DAYS = new LocalDate[EPOCH_DAYS];

    private final Words<UsageQuality> qualities = new Words<>(Qualities::of);
    private final Words<String> codes = new Words<>(Function.identity());
    private final Words<String> provenances = new Words<>(Function.identity());

    static Decimal decimal(InternalRow row, int place) {
        return new Decimal(row.getLong(place), row.getInt(place + 1));
    }

    List<Reading> readings(ArrayData of) {
        return list(
                of,
                5,
                row -> ReadingKinds.reading(
                        row.getUTF8String(0), day(row, 1), decimal(row, 2), provenances.of(row.getUTF8String(4))));
    }

    List<MeterExchange> exchanges(ArrayData of) {
        return list(of, 5, row -> new MeterExchange(day(row, 0), decimal(row, 1), decimal(row, 3)));
    }

    List<Usage> usages(ArrayData of) {
        return list(of, 5, row -> new Usage(range(row), decimal(row, 2), qualities.of(row.getUTF8String(4))));
    }

    List<DateRange> ranges(ArrayData of) {
        return list(of, 2, RowParts::range);
    }

    List<BilledPeriod> billed(ArrayData of) {
        return list(
                of,
                6,
                row -> new BilledPeriod(
                        range(row),
                        decimal(row, 2),
                        qualities.of(row.getUTF8String(4)),
                        row.isNullAt(5) ? null : amounts(row.getStruct(5, 4))));
    }

    private Amounts amounts(InternalRow row) {
        return new Amounts(
                Money.ofMinor(row.getLong(0)),
                Money.ofMinor(row.getLong(1)),
                row.isNullAt(2) ? null : parts(row.getArray(2)),
                row.isNullAt(3) ? null : parts(row.getArray(3)));
    }

    private MoneyByCode parts(ArrayData of) {
        MoneyByCode.Sums sums = new MoneyByCode.Sums();
        for (int i = 0; i < of.numElements(); i++) {
            InternalRow part = of.getStruct(i, 2);
            sums.add(codes.of(part.getUTF8String(0)), Money.ofMinor(part.getLong(1)));
        }
        return sums.toMoneyByCode();
    }

    private static <T> List<T> list(ArrayData of, int fields, Function<InternalRow, T> element) {
        int count = of.numElements();
        if (count == 0) {
            return List.of();
        }
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(element.apply(of.getStruct(i, fields)));
        }
        return all;
    }

    private static DateRange range(InternalRow row) {
        return DateRange.of(day(row, 0), day(row, 1));
    }

    private static LocalDate day(InternalRow row, int place) {
        int day = row.getInt(place);
        if (day < 0 || day >= EPOCH_DAYS) {
            return LocalDate.ofEpochDay(day);
        }
        LocalDate known = DAYS[day];
        if (known == null) {
            known = LocalDate.ofEpochDay(day);
            DAYS[day] = known;
        }
        return known;
    }
}
