package org.taswiya.web.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.deliver.wording.Texts;
import org.taswiya.web.page.Frame;
import org.taswiya.web.use.UsedMonths.Month;

/// Where the bars of a picture stand. Time runs as the language is read; a bar is as high as the use of one month.
///
/// @param columns earliest first
public record UseChart(List<Column> columns) {
    /// Of the picture, in its own units.
    public static final int WIDTH = 720;

    public static final int HEIGHT = 288;
    /// Where bars stand.
    public static final int BASE = 220;

    private static final int TOP = 28;
    /// With fewer months their bars are no wider than these would be.
    private static final int MONTHS_LEAST = 6;

    public UseChart {
        columns = List.copyOf(columns);
    }

    /// @param left, top, wide, high of the bar
    public record Bar(int left, int top, int wide, int high) {}

    /// One period.
    ///
    /// @param middle where its labels stand
    /// @param before the year before; null where it is not known
    /// @param year empty where it is that of the column before
    /// @param isMinor whether its labels may be left out where room is scarce
    public record Column(
            int middle,
            Bar now,
            boolean isEstimated,
            @Nullable Bar before,
            String value,
            String month,
            String year,
            boolean isMinor) {}

    static UseChart of(UsedMonths used, Frame frame) {
        List<Month> months = used.months();
        long all = months.stream().mapToLong(month -> month.used().months()).sum();
        double room = (double) WIDTH / Math.max(all, MONTHS_LEAST);
        double most = months.stream().mapToDouble(UseChart::highest).max().orElse(0);
        double scale = most == 0 ? 0 : (BASE - TOP) / most;
        Drawing drawing = new Drawing(frame, room, scale);
        List<Column> columns = new ArrayList<>();
        long gone = 0;
        for (int i = 0; i < months.size(); i++) {
            columns.add(drawing.column(
                    months.get(i), gone * room, i == 0 ? null : months.get(i - 1), (months.size() - 1 - i) % 2 == 1));
            gone += months.get(i).used().months();
        }
        return new UseChart(columns);
    }

    /// For the height of a bar only.
    private static double aMonth(Decimal usage, Month of) {
        return usage.toBigDecimal().doubleValue() / of.used().months();
    }

    private static double highest(Month month) {
        Decimal before = month.before();
        double now = aMonth(month.used().usage(), month);
        return before == null ? now : Math.max(now, aMonth(before, month));
    }

    /// @param room of a month
    /// @param scale from the use of a month to the height of its bar
    private record Drawing(Frame frame, double room, double scale) {
        private static final double BEFORE = 0.12;
        private static final double NOW = 0.36;
        private static final double NOW_WIDE = 0.5;
        private static final double BEFORE_WIDE = 0.22;

        Column column(Month month, double left, @Nullable Month last, boolean isMinor) {
            double wide = room * month.used().months();
            Decimal before = month.before();
            DateRange range = month.used().range();
            LocalDate end = range.to().minusDays(1);
            boolean isNewYear =
                    last == null || last.used().range().to().minusDays(1).getYear() != end.getYear();
            return new Column(
                    (int) Math.round(mirrored(left + wide / 2, 0)),
                    bar(left + wide * NOW, wide * NOW_WIDE, aMonth(month.used().usage(), month)),
                    month.used().isEstimated(),
                    before == null ? null : bar(left + wide * BEFORE, wide * BEFORE_WIDE, aMonth(before, month)),
                    frame.figures().quantity(month.used().usage()),
                    Texts.of(frame.language()).text("month.short." + end.getMonthValue()),
                    isNewYear ? Integer.toString(end.getYear()) : "",
                    isMinor);
        }

        private Bar bar(double left, double wide, double usage) {
            int high = (int) Math.round(usage * scale);
            return new Bar((int) Math.round(mirrored(left, wide)), BASE - high, (int) Math.round(wide), high);
        }

        private double mirrored(double left, double wide) {
            return frame.language() == Language.AR ? WIDTH - left - wide : left;
        }
    }
}
