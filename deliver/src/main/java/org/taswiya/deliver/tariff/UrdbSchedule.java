package org.taswiya.deliver.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import tools.jackson.core.JsonGenerator;

/// The period of each hour of a day of each month, on weekdays and at weekends.
///
/// @param periods by their numbers the bands of each; those that only the calendar has come last, and are free
@SuppressWarnings("ArrayRecordComponent") // filled and written at once, compared by nobody
record UrdbSchedule(String of, List<List<String>> periods, int[][] weekdays, int[][] weekends) {
    private static final int MONTHS = Month.values().length;
    private static final int HOURS = 24;
    private static final int HOUR = 60;

    /// Two years, of which one is a leap year: what is alike in them is alike in all.
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2025, 1, 1);

    /// @param priced the bands that have one price together; of none there is no schedule
    /// @param reasons gets why no record can say when they are
    static UrdbSchedule of(String of, List<List<String>> priced, @Nullable TimeBands hours, List<String> reasons) {
        List<List<String>> periods = new ArrayList<>(priced);
        UrdbSchedule schedule = new UrdbSchedule(of, periods, new int[MONTHS][HOURS], new int[MONTHS][HOURS]);
        if (hours == null) {
            if (priced.size() > 1 || (of.equals("demand") && !priced.isEmpty())) {
                reasons.add(of + " by time band, and the book names no calendar that says in which each hour is");
            }
            return schedule;
        }
        if (!priced.isEmpty() && !(priced.size() == 1 && hours.bands().size() == 1)) {
            TreeSet<String> others = new TreeSet<>(hours.bands());
            priced.forEach(others::removeAll);
            others.forEach(other -> periods.add(List.of(other)));
            if (!hours.everyYear().isEmpty() || !hours.holidays().isEmpty()) {
                reasons.add("holidays of the calendar of " + of + ": records know weekdays and weekends alone");
            } else {
                schedule.fill(hours, reasons);
            }
        }
        return schedule;
    }

    private void fill(TimeBands hours, List<String> reasons) {
        int @Nullable [][] seenWeekdays = new int[MONTHS][];
        int @Nullable [][] seenWeekends = new int[MONTHS][];
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            int month = day.getMonthValue() - 1;
            boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            int[] ofDay = ofDay(hours, day);
            int[][] seen = isWeekend ? seenWeekends : seenWeekdays;
            if (ofDay.length == 0) {
                reasons.add("bands of " + of + " that change within an hour, on " + day);
                return;
            }
            if (seen[month] == null) {
                seen[month] = ofDay;
                (isWeekend ? weekends : weekdays)[month] = ofDay;
            } else if (!Arrays.equals(seen[month], ofDay)) {
                reasons.add("bands of " + of + " on " + day + " that are others than on other "
                        + (isWeekend ? "days of weekends" : "weekdays") + " of the month");
                return;
            }
        }
    }

    /// The period of each hour; none where a window begins within one.
    private int[] ofDay(TimeBands hours, LocalDate day) {
        int[] periods = new int[HOURS];
        for (BandWindow window : hours.windows(day)) {
            if (window.from() % HOUR != 0 || window.to() % HOUR != 0) {
                return new int[0];
            }
            Arrays.fill(periods, window.from() / HOUR, window.to() / HOUR, period(window.band()));
        }
        return periods;
    }

    private int period(String band) {
        int period = 0;
        while (!periods.get(period).contains(band)) {
            period++;
        }
        return period;
    }

    void write(JsonGenerator json) {
        write(json, of + "weekdayschedule", weekdays);
        write(json, of + "weekendschedule", weekends);
    }

    private static void write(JsonGenerator json, String name, int[][] months) {
        json.writeArrayPropertyStart(name);
        for (int[] month : months) {
            json.writeStartArray();
            for (int period : month) {
                json.writeNumber(period);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
