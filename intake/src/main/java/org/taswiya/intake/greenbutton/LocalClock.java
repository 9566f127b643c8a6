package org.taswiya.intake.greenbutton;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.json.Quoted;

/// Which day it is at a point, at a second since 1970.
record LocalClock(ZoneRules rules) {
    private static final String NEVER = "FFFFFFFF";
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 8;
    private static final int MINUTE = 60;
    private static final int YEAR_BEFORE_ALL = 1800;
    private static final long SECONDS_OF_A_DAY = 86_400;

    /// Local time as a feed states it: an offset, and two rules between which summer time holds.
    ///
    /// @throws FeedRefused when it cannot be reckoned
    static LocalClock of(EspiNode parameters) {
        long zone = parameters.number("tzOffset", 0);
        long summer = parameters.number("dstOffset", 0);
        String start = String.valueOf(parameters.text("dstStartRule"));
        String end = String.valueOf(parameters.text("dstEndRule"));
        try {
            ZoneOffset standard = ZoneOffset.ofTotalSeconds(Math.toIntExact(zone));
            boolean hasSummer = summer != 0 && !start.equalsIgnoreCase(NEVER) && !end.equalsIgnoreCase(NEVER);
            if (!hasSummer) {
                return new LocalClock(ZoneRules.of(standard));
            }
            ZoneOffset ahead = ZoneOffset.ofTotalSeconds(Math.toIntExact(zone + summer));
            return of(standard, rule(start, standard, standard, ahead), rule(end, standard, ahead, standard));
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException wrong) {
            throw new FeedRefused(
                    parameters.line(),
                    FeedFault.BAD_LOCAL_TIME,
                    "found tzOffset " + zone + ", dstOffset " + summer + ", dstStartRule " + Quoted.of(start)
                            + ", dstEndRule " + Quoted.of(end) + ": " + wrong.getMessage());
        }
    }

    private static LocalClock of(ZoneOffset standard, ZoneOffsetTransitionRule start, ZoneOffsetTransitionRule end) {
        if (start.getMonth() == end.getMonth()) {
            throw new IllegalArgumentException("summer time begins and ends in the same month");
        }
        // South of the equator it ends before it begins, within a year.
        List<ZoneOffsetTransitionRule> rules = Stream.of(start, end)
                .sorted(java.util.Comparator.comparing(ZoneOffsetTransitionRule::getMonth))
                .toList();
        ZoneOffsetTransition first = rules.getLast().createTransition(YEAR_BEFORE_ALL);
        return new LocalClock(ZoneRules.of(standard, first.getOffsetBefore(), List.of(), List.of(first), rules));
    }

    /// A rule of ESPI: seconds in bits 0 to 11, hours to 16, day of the week to 19, day of the month to 24, operator
    /// to 27, month to 31. It names the time that clocks show before they are moved.
    private static ZoneOffsetTransitionRule rule(
            String text, ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        if (text.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("a rule has 8 hexadecimal digits");
        }
        long bits = Long.parseLong(text, HEX);
        int second = (int) (bits & 0xFFF);
        int hour = (int) (bits >> 12 & 0x1F);
        int weekday = (int) (bits >> 17 & 0x7);
        int day = (int) (bits >> 20 & 0x1F);
        int operator = (int) (bits >> 25 & 0x7);
        Month month = Month.of((int) (bits >> 28 & 0xF));
        LocalTime time = LocalTime.of(hour, second / MINUTE, second % MINUTE);
        boolean needsWeekday = operator != 0;
        return ZoneOffsetTransitionRule.of(
                month,
                dayOfMonth(operator, day, month),
                needsWeekday ? DayOfWeek.of(weekday) : null,
                time,
                false,
                TimeDefinition.WALL,
                standard,
                before,
                after);
    }

    /// On it, or for a day of the week on or after it; -1 stands for the last.
    private static int dayOfMonth(int operator, int day, Month month) {
        return switch (operator) {
            case 0, 1 -> {
                if (day < 1 || day > month.minLength()) {
                    throw new IllegalArgumentException(month + " has no day " + day + " in every year");
                }
                yield day;
            }
            case 2 -> 1;
            case 3 -> 8;
            case 4 -> 15;
            case 5 -> 22;
            case 7 -> -1;
            default -> throw new IllegalArgumentException("not every month has a fifth of each day of the week");
        };
    }

    LocalDate dayOf(long second) {
        int offset = rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return LocalDate.ofEpochDay(Math.floorDiv(second + offset, SECONDS_OF_A_DAY));
    }

    /// The first moment of a day; where clocks are moved over midnight, the moment of that.
    long startOf(LocalDate day) {
        LocalDateTime midnight = day.atStartOfDay();
        @Nullable ZoneOffsetTransition moved = rules.getTransition(midnight);
        return moved != null && moved.isGap()
                ? moved.toEpochSecond()
                : midnight.toEpochSecond(rules.getOffset(midnight));
    }
}
