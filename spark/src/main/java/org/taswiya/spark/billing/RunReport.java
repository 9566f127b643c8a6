package org.taswiya.spark.billing;

import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.json.JsonLine;

/// What a finished run came to.
///
/// @param ranges of the whole run
/// @param rangesHere that were billed now; the others were there before
/// @param lastBefore the number of the last bill before the run
/// @param digest over all bills; null where none was asked for
public record RunReport(
        int ranges,
        int rangesHere,
        RangeTally tally,
        long lastBefore,
        @Nullable String digest) {

    /// The report as one JSON object.
    public String json() {
        return json(true);
    }

    public String json(boolean ofThisCall) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("ranges", ranges);
            if (ofThisCall) {
                json.writeNumberProperty("rangesHere", rangesHere);
            }
            json.writeNumberProperty("accounts", tally.accounts());
            json.writeNumberProperty("bills", tally.bills());
            json.writeNumberProperty("estimated", tally.estimated());
            json.writeStringProperty("total", Money.ofMinor(tally.total()).toString());
            json.writeNumberProperty("lastNumberBefore", lastBefore);
            json.writeNumberProperty("lastNumber", lastBefore + tally.bills());
            json.writeNumberProperty("held", tally.held());
            json.writeNumberProperty("failed", tally.failed());
            json.writeObjectPropertyStart("reasons");
            tally.reasons().forEach((reason, count) -> json.writeNumberProperty(reason, (long) count));
            json.writeEndObject();
            json.writeName("digest");
            if (digest == null) {
                json.writeNull();
            } else {
                json.writeString(digest);
            }
        });
    }
}
