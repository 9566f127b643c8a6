package org.taswiya.cli.importing;

import org.jspecify.annotations.Nullable;
import org.taswiya.cli.importing.ShownFeed.ShownSeries;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.intake.feed.FeedRefusal;
import tools.jackson.core.JsonGenerator;

/// A feed as `feed show --json` answers. Quantities are texts, so that no reader makes them inexact.
final class FeedJson {
    private static final int DECIMALS = 9;

    private FeedJson() {}

    static String of(@Nullable FeedFormat format, ShownFeed shown, FeedCount count) {
        return JsonLine.object(json -> {
            if (format != null) {
                json.writeStringProperty("format", format.code());
            }
            if (count.whole() != null) {
                json.writeName("refusedAsAWhole");
                refusal(json, count.whole());
            }
            json.writeNumberProperty("intervals", count.intervals());
            json.writeArrayPropertyStart("series");
            shown.series().forEach(series -> series(json, series));
            json.writeEndArray();
            refused(json, count);
            json.writeArrayPropertyStart("notes");
            count.notes().forEach(json::writeString);
            json.writeEndArray();
        });
    }

    private static void series(JsonGenerator json, ShownSeries series) {
        json.writeStartObject();
        json.writeStringProperty("point", series.series().point());
        json.writeStringProperty("register", series.series().register());
        json.writeStringProperty("service", series.series().service().code());
        json.writeStringProperty("flow", series.series().flow().code());
        if (series.series().timeOfUse() != null) {
            json.writeStringProperty("timeOfUse", series.series().timeOfUse());
        }
        json.writeStringProperty("unit", series.series().unit().symbol());
        json.writeStringProperty("sum", series.sum().toCanonicalText(DECIMALS));
        json.writeStringProperty("first", series.first().toString());
        json.writeStringProperty("last", series.last().toString());
        json.writeNumberProperty("days", series.days());
        json.writeNumberProperty("intervals", series.intervals());
        for (UsageQuality quality : UsageQuality.values()) {
            json.writeNumberProperty(quality.code(), series.of(quality));
        }
        json.writeNumberProperty("incomplete", series.incomplete());
        json.writeArrayPropertyStart("missing");
        for (DateRange gap : series.gaps()) {
            json.writeStartObject();
            json.writeStringProperty("first", gap.from().toString());
            json.writeStringProperty("last", gap.to().minusDays(1).toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void refused(JsonGenerator json, FeedCount count) {
        json.writeObjectPropertyStart("refused");
        json.writeNumberProperty("parts", count.refusedParts());
        json.writeObjectPropertyStart("reasons");
        count.refused().forEach((fault, times) -> json.writeNumberProperty(fault.code(), times));
        json.writeEndObject();
        json.writeArrayPropertyStart("examples");
        count.examples().forEach(refusal -> refusal(json, refusal));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void refusal(JsonGenerator json, FeedRefusal refusal) {
        json.writeStartObject();
        json.writeNumberProperty("line", refusal.line());
        json.writeStringProperty("reason", refusal.fault().code());
        json.writeStringProperty("found", refusal.found());
        json.writeEndObject();
    }
}
