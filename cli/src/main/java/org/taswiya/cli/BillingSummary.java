package org.taswiya.cli;

import java.io.StringWriter;
import java.util.Locale;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.billing.Cycle;
import org.taswiya.store.billing.RunTable.RunTotals;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a billing run came to, for a person or a program.
final class BillingSummary {
    private BillingSummary() {}

    static String text(Cycle cycle, RunTotals totals) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %,d accounts, %,d bills (%,d on estimates), %s in all%n",
                cycle,
                totals.accounts(),
                totals.bills(),
                totals.estimated(),
                Money.ofMinor(totals.total())));
        text.append(String.format(Locale.ROOT, "%,d agreements held, %,d failed%n", totals.held(), totals.failed()));
        totals.reasons()
                .forEach((reason, count) -> text.append(String.format(Locale.ROOT, "%12d  %s%n", count, reason)));
        return text.toString();
    }

    static String json(Cycle cycle, RunTotals totals) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("to", cycle.billTo().toString());
            json.writeStringProperty("on", cycle.billedOn().toString());
            json.writeBooleanProperty("finished", totals.isFinished());
            json.writeNumberProperty("accounts", totals.accounts());
            json.writeNumberProperty("bills", totals.bills());
            json.writeNumberProperty("estimated", totals.estimated());
            json.writeStringProperty("total", Money.ofMinor(totals.total()).toString());
            json.writeNumberProperty("held", totals.held());
            json.writeNumberProperty("failed", totals.failed());
            json.writeObjectPropertyStart("reasons");
            totals.reasons().forEach((reason, count) -> json.writeNumberProperty(reason, (long) count));
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }
}
