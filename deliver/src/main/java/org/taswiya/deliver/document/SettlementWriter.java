package org.taswiya.deliver.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.Proof;
import org.taswiya.core.billing.SettlementOutcome;
import org.taswiya.core.billing.SettlementOutcome.HeldSettlement;
import org.taswiya.core.billing.SettlementOutcome.Settled;
import org.taswiya.core.billing.SettlementOutcome.SettledPeriod;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import tools.jackson.core.JsonGenerator;

/// Writes a settlement: usage and periods, true-up, what is due now, outcome, proof, what was written off.
///
/// One that is held has its reasons and no money.
public final class SettlementWriter {

    private final JsonGenerator json;

    public SettlementWriter(JsonGenerator json) {
        this.json = json;
    }

    public void write(SettlementOutcome outcome) {
        switch (outcome) {
            case Settled settled -> write(settled);
            case HeldSettlement held -> {
                json.writeStringProperty("outcome", "held");
                writeHolds(held.holds());
            }
        }
    }

    private void write(Settled settled) {
        json.writeStringProperty("usage", settled.usage().toString());
        json.writeArrayPropertyStart("periods");
        settled.periods().forEach(this::write);
        json.writeEndArray();
        write("trueUp", settled.trueUp());
        write("dueNow", settled.dueNow());
        json.writeStringProperty("outcome", settled.outcome().name().toLowerCase(Locale.ROOT));
        writeHolds(List.of());
        write(settled.proof());
        write("writtenOff", settled.writtenOff());
    }

    /// The codes that answers are sorted by, and beside them the sentences that a person reads.
    private void writeHolds(List<Hold> holds) {
        json.writeArrayPropertyStart("reasons");
        holds.stream().map(hold -> hold.reason().code()).distinct().forEach(json::writeString);
        json.writeEndArray();
        if (!holds.isEmpty()) {
            json.writeArrayPropertyStart("found");
            holds.forEach(hold -> json.writeString(hold.found()));
            json.writeEndArray();
        }
    }

    private void write(SettledPeriod period) {
        json.writeStartObject();
        json.writeStringProperty("from", period.range().from().toString());
        json.writeStringProperty("to", period.range().to().toString());
        json.writeNumberProperty("days", period.range().days());
        json.writeStringProperty("kind", period.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("usage", period.usage().toString());
        write("billed", Optional.of(period.billedUsage()), period.billed());
        write("due", Optional.of(period.usage()), period.due());
        write("difference", period.difference());
        json.writeEndObject();
    }

    /// Amounts under a name.
    public void write(String name, Amounts amounts) {
        write(name, Optional.empty(), amounts);
    }

    private void write(String name, Optional<Decimal> usage, Amounts amounts) {
        json.writeObjectPropertyStart(name);
        usage.ifPresent(value -> json.writeStringProperty("usage", value.toString()));
        json.writeStringProperty("net", amounts.net().toString());
        json.writeStringProperty("tax", amounts.tax().toString());
        json.writeStringProperty("total", amounts.total().toString());
        write("byComponent", amounts.byComponent());
        write("byTax", amounts.byTax());
        json.writeEndObject();
    }

    /// Parts that are unknown, because only totals were billed, are an empty object.
    private void write(String name, Optional<SortedMap<String, Money>> parts) {
        json.writeObjectPropertyStart(name);
        for (Map.Entry<String, Money> part : parts.map(Map::entrySet).orElse(Set.of())) {
            json.writeStringProperty(part.getKey(), part.getValue().toString());
        }
        json.writeEndObject();
    }

    private void write(Proof proof) {
        json.writeObjectPropertyStart("proof");
        writeTotal("lump", proof.lump());
        writeTotal("monthWise", proof.monthWise());
        write("cheapest", proof.cheapest());
        write("dearest", proof.dearest());
        json.writeEndObject();
    }

    private void writeTotal(String name, Money total) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("total", total.toString());
        json.writeEndObject();
    }

    private void write(String name, Proof.Division division) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("total", division.total().toString());
        json.writeArrayPropertyStart("usage");
        division.usage().forEach(usage -> json.writeString(usage.toString()));
        json.writeEndArray();
        json.writeEndObject();
    }
}
