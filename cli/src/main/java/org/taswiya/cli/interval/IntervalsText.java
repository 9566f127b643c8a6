package org.taswiya.cli.interval;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.core.interval.Demand;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSums.BandSum;
import org.taswiya.core.quantity.Unit;
import org.taswiya.intake.feed.FeedRefusal;
import org.taswiya.run.receiving.IntervalReport;
import org.taswiya.run.receiving.IntervalReport.Rejected;

/// What the commands say to people.
final class IntervalsText {
    static final int DECIMALS = 9;

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    private IntervalsText() {}

    static List<String> lines(IntervalReport report) {
        List<String> lines = new ArrayList<>();
        if (report.feed().whole() != null) {
            lines.add("refused as a whole: " + refusal(report.feed().whole()));
            return lines;
        }
        lines.add(String.format(
                Locale.ROOT,
                "%,d days, %,d intervals stand otherwise than before: %,d rows, %,d bytes",
                report.days(),
                report.changed(),
                report.rows(),
                report.bytes()));
        if (report.outranked() > 0) {
            lines.add(String.format(Locale.ROOT, "%,d do not count: the books know them better", report.outranked()));
        }
        if (report.differing() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d have another value than the books, known as well: the lower one counts",
                    report.differing()));
        }
        report.feed().examples().forEach(refusal -> lines.add("  " + refusal(refusal)));
        report.rejected().forEach((reason, days) -> lines.add("rejected: " + days + " " + reason));
        for (Rejected rejected : report.examples()) {
            lines.add("  line " + rejected.line() + ": " + rejected.reason() + ": " + rejected.found());
        }
        return lines;
    }

    private static String refusal(FeedRefusal refusal) {
        return "line " + refusal.line() + ": " + refusal.fault().code() + ": " + refusal.found();
    }

    static List<String> lines(SummedIntervals summed) {
        List<String> lines = new ArrayList<>();
        lines.add(summed.usagePoint() + ", " + summed.days().from() + " to "
                + summed.days().to() + ", " + summed.zone());
        lines.add("");
        String unit = summed.unit().symbol();
        lines.add(row("", unit, demandUnit(summed.unit()), "highest at", "actual", "est.", "filled", "missing"));
        for (BandSum band : summed.sums().bands()) {
            lines.add(row(band.band(), band, summed.zone()));
        }
        lines.add(row("all", summed.sums().whole(), summed.zone()));
        return lines;
    }

    /// Energy an hour is power.
    static String demandUnit(Unit unit) {
        return unit == Unit.KILOWATT_HOUR ? "kW" : unit.symbol() + "/h";
    }

    private static String row(String name, BandSum sum, ZoneId zone) {
        Demand highest = sum.highest();
        return row(
                name,
                sum.quantity(),
                highest == null ? "" : highest.perHour().toCanonicalText(DECIMALS),
                highest == null ? "" : AT.format(highest.from().atZone(zone)),
                sum.count(IntervalQuality.ACTUAL),
                sum.count(IntervalQuality.ESTIMATED),
                sum.count(IntervalQuality.FILLED),
                sum.count(IntervalQuality.MISSING));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-16s %16s %14s  %-23s %8s %6s %7s %8s", cells)
                .stripTrailing();
    }
}
