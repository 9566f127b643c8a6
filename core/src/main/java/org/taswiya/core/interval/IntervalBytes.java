package org.taswiya.core.interval;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.quantity.Unit;

/// The one form in which series are kept: the same content has the same bytes, and nothing of it is lost.
///
///     version, unit, minutes, decimals, zone, first day, days, total of all values,
///     runs of qualities, values that are known,
///     CRC-32 of all before it
///
/// Steps are the coarsest in which all values are whole.
public final class IntervalBytes {
    private static final int VERSION = 1;
    private static final int CHECK = Integer.BYTES;
    private static final int DAYS_MOST = 40_000;
    private static final int QUALITIES = IntervalQuality.count();
    private static final int MISSING = IntervalQuality.MISSING.number();
    private static final List<Unit> UNITS = List.of(Unit.values());

    private IntervalBytes() {}

    public static byte[] of(IntervalSeries series) {
        IntervalSeries coarsest = series.coarsest();
        OctetsOut out = new OctetsOut();
        out.octet(VERSION);
        out.number(number(coarsest.unit()));
        out.number(coarsest.clock().minutes());
        out.number(coarsest.decimals());
        String zone = coarsest.clock().zone().getId(); // ASCII, as all names of zones are
        out.number(zone.length());
        for (int i = 0; i < zone.length(); i++) {
            out.octet(zone.charAt(i));
        }
        out.number(OctetsOut.folded(coarsest.days().from().toEpochDay()));
        out.number(coarsest.days().days());
        out.number(OctetsOut.folded(coarsest.total()));
        writeQualities(out, coarsest);
        writeValues(out, coarsest);
        out.whole(Crc.of(out.toBytes(), out.length()));
        return out.toBytes();
    }

    /// For ever: a unit that is new has a number that is new.
    private static int number(Unit unit) {
        return switch (unit) {
            case KILOWATT_HOUR -> 0;
            case CUBIC_METRE -> 1;
            case MONTH -> 2;
            case HUNDRED_CUBIC_FEET -> 3;
            case KILOWATT -> 4;
            case KILOVOLT_AMPERE -> 5;
            case HORSEPOWER -> 6;
            case DAY -> 7;
            case YEAR -> 8;
            case MONEY -> 9;
            case KILOVAR_HOUR -> 10;
            case EXCEEDANCE -> 11;
        };
    }

    private static Unit unit(long number) {
        for (Unit unit : UNITS) {
            if (number(unit) == number) {
                return unit;
            }
        }
        throw new BadIntervalBytes("unit " + number);
    }

    private static void writeQualities(OctetsOut out, IntervalSeries series) {
        int at = 0;
        while (at < series.size()) {
            int end = at + 1;
            while (end < series.size() && series.quality(end) == series.quality(at)) {
                end++;
            }
            out.number((long) (end - at) * QUALITIES + series.quality(at).number());
            at = end;
        }
    }

    private static void writeValues(OctetsOut out, IntervalSeries series) {
        long[] known = new long[series.size()];
        int count = 0;
        for (int i = 0; i < known.length; i++) {
            if (series.quality(i) != IntervalQuality.MISSING) {
                known[count++] = series.value(i);
            }
        }
        if (count > 0) {
            ValueForm.write(out, known, count);
        }
    }

    /// @throws BadIntervalBytes when they are not as they were written
    public static IntervalSeries read(byte[] bytes) {
        int end = bytes.length - CHECK;
        if (end < 1 || bytes[0] != VERSION) {
            throw new BadIntervalBytes(
                    bytes.length + " bytes" + (end < 1 ? "" : " of version " + bytes[0] + ", expected " + VERSION));
        }
        if (new OctetsIn(bytes, end, bytes.length).whole() != Crc.of(bytes, end)) {
            throw new BadIntervalBytes("they do not come to their check");
        }
        try {
            return body(new OctetsIn(bytes, 1, end));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadIntervalBytes(String.valueOf(e.getMessage()));
        }
    }

    private static IntervalSeries body(OctetsIn in) {
        Unit unit = unit(in.number());
        int minutes = in.number(IntervalClock.DAY);
        int decimals = in.number(IntervalSeries.DECIMALS_MAX);
        StringBuilder zone = new StringBuilder();
        for (int letters = in.number(Byte.MAX_VALUE); letters > 0; letters--) {
            zone.append((char) in.octet());
        }
        IntervalClock clock = new IntervalClock(ZoneId.of(zone.toString()), minutes);
        LocalDate from = LocalDate.ofEpochDay(OctetsIn.unfolded(in.number()));
        DateRange days = DateRange.of(from, from.plusDays(in.number(DAYS_MOST)));
        long total = OctetsIn.unfolded(in.number());
        int[] firsts = clock.firsts(days);
        byte[] qualities = new byte[firsts[firsts.length - 1]];
        int known = readQualities(in, qualities);
        long[] values = values(in, qualities, known);
        IntervalSeries series = new IntervalSeries(days, clock, unit, decimals, firsts, values, qualities);
        if (series.total() != total || !in.isAtEnd()) {
            throw new BadIntervalBytes("they say " + total + ", their values come to " + series.total());
        }
        return series;
    }

    /// @return how many are not missing
    private static int readQualities(OctetsIn in, byte[] qualities) {
        int known = 0;
        int at = 0;
        while (at < qualities.length) {
            int run = in.number(qualities.length * QUALITIES + QUALITIES - 1);
            int end = at + run / QUALITIES;
            int quality = run % QUALITIES;
            if (end == at || end > qualities.length) {
                throw new BadIntervalBytes("qualities of " + end + " intervals, expected " + qualities.length);
            }
            known += quality == MISSING ? 0 : end - at;
            for (; at < end; at++) {
                qualities[at] = (byte) quality;
            }
        }
        return known;
    }

    private static long[] values(OctetsIn in, byte[] qualities, int known) {
        long[] of = new long[known];
        if (known > 0) {
            ValueForm.read(in, of, known);
        }
        long[] values = new long[qualities.length];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = qualities[i] == MISSING ? 0 : of[next++];
        }
        return values;
    }
}
