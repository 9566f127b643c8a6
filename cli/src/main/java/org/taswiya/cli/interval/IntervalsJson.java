package org.taswiya.cli.interval;

import org.taswiya.core.interval.Demand;
import org.taswiya.core.interval.IntervalQuality;
import org.taswiya.core.interval.IntervalSums.BandSum;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.feed.FeedRefusal;
import org.taswiya.run.receiving.IntervalReport;
import org.taswiya.run.receiving.IntervalReport.Rejected;
import tools.jackson.core.JsonGenerator;

/// What the commands answer to programs. Quantities are texts, so that no reader makes them inexact.
final class IntervalsJson {
    private IntervalsJson() {}

    static String of(IntervalReport report) {
        return JsonLine.object(json -> {
            if (report.feed().whole() != null) {
                json.writeName("refusedAsAWhole");
                refusal(json, report.feed().whole());
            }
            json.writeNumberProperty("days", report.days());
            json.writeNumberProperty("changed", report.changed());
            json.writeNumberProperty("outranked", report.outranked());
            json.writeNumberProperty("differing", report.differing());
            json.writeNumberProperty("rows", report.rows());
            json.writeNumberProperty("bytes", report.bytes());
            json.writeArrayPropertyStart("refused");
            report.feed().examples().forEach(refusal -> refusal(json, refusal));
            json.writeEndArray();
            json.writeObjectPropertyStart("rejected");
            report.rejected().forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("examples");
            for (Rejected rejected : report.examples()) {
                place(json, rejected.line(), rejected.reason(), rejected.found());
            }
            json.writeEndArray();
        });
    }

    private static void refusal(JsonGenerator json, FeedRefusal refusal) {
        place(json, refusal.line(), refusal.fault().code(), refusal.found());
    }

    private static void place(JsonGenerator json, long line, String reason, String found) {
        json.writeStartObject();
        json.writeNumberProperty("line", line);
        json.writeStringProperty("reason", reason);
        json.writeStringProperty("found", found);
        json.writeEndObject();
    }

    static String of(SummedIntervals summed) {
        return JsonLine.object(json -> {
            json.writeStringProperty("usagePoint", summed.usagePoint());
            json.writeStringProperty("from", summed.days().from().toString());
            json.writeStringProperty("to", summed.days().to().toString());
            json.writeStringProperty("zone", summed.zone().getId());
            json.writeStringProperty("unit", summed.unit().symbol());
            json.writeStringProperty("demandUnit", IntervalsText.demandUnit(summed.unit()));
            sum(json, summed.sums().whole());
            json.writeArrayPropertyStart("bands");
            for (BandSum band : summed.sums().bands()) {
                json.writeStartObject();
                json.writeStringProperty("band", band.band());
                sum(json, band);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void sum(JsonGenerator json, BandSum sum) {
        json.writeStringProperty("quantity", sum.quantity().toString());
        json.writeObjectPropertyStart("intervals");
        for (IntervalQuality quality : IntervalQuality.values()) {
            json.writeNumberProperty(quality.code(), sum.count(quality));
        }
        json.writeEndObject();
        Demand highest = sum.highest();
        if (highest != null) {
            json.writeObjectPropertyStart("highest");
            json.writeStringProperty("demand", highest.perHour().toCanonicalText(IntervalsText.DECIMALS));
            json.writeStringProperty("at", highest.from().toString());
            json.writeNumberProperty("minutes", highest.seconds() / 60);
            json.writeEndObject();
        }
    }
}
