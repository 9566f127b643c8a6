package org.taswiya.deliver.document;

import java.util.List;
import java.util.Map;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BandRegister;
import org.taswiya.core.billing.BilledPast;
import org.taswiya.core.billing.BilledPast.ChargedPeriod;
import org.taswiya.core.billing.CountedDay;
import org.taswiya.core.interval.Demand;
import tools.jackson.core.JsonGenerator;

/// Writes what is known of an agreement besides what its dial shows. Left out where its tariff asks for the usage
/// alone.
final class AskedForWriter {
    private final JsonGenerator json;
    private final InputsWriter inputs;

    AskedForWriter(JsonGenerator json, InputsWriter inputs) {
        this.json = json;
        this.inputs = inputs;
    }

    void write(AskedFor known) {
        if (!known.facts().isEmpty()) {
            facts(known.facts());
        }
        if (!known.days().isEmpty()) {
            json.writeArrayPropertyStart("countedDays");
            known.days().forEach(this::write);
            json.writeEndArray();
        }
        if (known.unmetered() != null) {
            new UnmeteredWriter(json).write(known.unmetered());
        }
        if (!known.registers().isEmpty()) {
            json.writeArrayPropertyStart("bandRegisters");
            known.registers().forEach(this::write);
            json.writeEndArray();
        }
        write(known.past());
    }

    /// Left out where prices ask for nothing that was before.
    private void write(BilledPast past) {
        if (past.equals(BilledPast.NOTHING)) {
            return;
        }
        json.writeObjectPropertyStart("past");
        if (past.suppliedFrom() != null) {
            json.writeStringProperty("suppliedFrom", past.suppliedFrom().toString());
        }
        if (past.suppliedTo() != null) {
            json.writeStringProperty("suppliedTo", past.suppliedTo().toString());
        }
        json.writeStringProperty("to", past.to().toString());
        json.writeArrayPropertyStart("used");
        past.used().forEach(inputs::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("highest");
        past.highest().forEach((month, demand) -> {
            json.writeStartObject();
            json.writeStringProperty("month", month.toString());
            write(demand);
            json.writeEndObject();
        });
        json.writeEndArray();
        if (!past.charged().isEmpty()) {
            charged(past.charged());
        }
        json.writeEndObject();
    }

    private void charged(List<ChargedPeriod> charged) {
        json.writeArrayPropertyStart("charged");
        for (ChargedPeriod period : charged) {
            json.writeStartObject();
            json.writeStringProperty("from", period.range().from().toString());
            json.writeStringProperty("to", period.range().to().toString());
            json.writeStringProperty("amount", period.amount().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(Demand demand) {
        json.writeStringProperty("from", demand.from().toString());
        json.writeNumberProperty("seconds", demand.seconds());
        json.writeStringProperty("quantity", demand.quantity().toString());
    }

    private void write(BandRegister register) {
        json.writeStartObject();
        json.writeStringProperty("band", register.band());
        inputs.write(register.register(), register.readings(), register.exchanges());
        json.writeArrayPropertyStart("history");
        register.history().forEach(inputs::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void facts(List<AgreementFact> facts) {
        json.writeArrayPropertyStart("facts");
        for (AgreementFact fact : facts) {
            json.writeStartObject();
            json.writeStringProperty("determinant", fact.determinant().code());
            json.writeStringProperty("from", fact.from().toString());
            json.writeStringProperty("value", fact.value().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(CountedDay day) {
        json.writeStartObject();
        json.writeStringProperty("day", day.day().toString());
        json.writeArrayPropertyStart("bands");
        for (Map.Entry<String, CountedDay.Band> band : day.bands().entrySet()) {
            write(band.getKey(), band.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(String name, CountedDay.Band band) {
        json.writeStartObject();
        json.writeStringProperty("band", name);
        json.writeStringProperty("quantity", band.quantity().toString());
        json.writeNumberProperty("estimated", band.estimated());
        Demand highest = band.highest();
        if (highest != null) {
            json.writeObjectPropertyStart("highest");
            write(highest);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
