package org.taswiya.deliver.document;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AllocationPolicy.Favourable;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.BillingPolicy.Anchor;
import org.taswiya.core.billing.BillingPolicy.BackBillingRule;
import org.taswiya.core.billing.BillingPolicy.InstalmentRule;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Reading.EstimatedReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import tools.jackson.core.JsonGenerator;

/// Writes everything that a bill is made from, but the tariff: what `taswiya verify` bills again.
///
/// Names are those of the lines that `settle` reads.
final class InputsWriter {

    private final JsonGenerator json;

    InputsWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(AccountInput account, AgreementInput agreement) {
        json.writeObjectPropertyStart("inputs");
        json.writeStringProperty("billTo", account.billTo().toString());
        if (account.dueOn() != null) {
            json.writeStringProperty("dueOn", account.dueOn().toString());
        }
        write(account.policy());
        json.writeNumberProperty("households", agreement.households());
        boolean isOfLamps = agreement.askedFor().unmetered() != null; // whose readings are what they come to
        write(agreement.register(), isOfLamps ? List.of() : agreement.readings(), agreement.exchanges());
        json.writeArrayPropertyStart("billed");
        agreement.billed().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("history");
        agreement.history().forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("vacancies");
        for (DateRange vacancy : agreement.vacancies()) {
            json.writeStartObject();
            write(vacancy);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!agreement.suspensions().isEmpty()) {
            write(agreement.suspensions());
        }
        if (agreement.ofClass() != null) {
            write(agreement.ofClass());
        }
        if (agreement.annualVolume() != null) { // as in few bills
            json.writeStringProperty("annualVolume", agreement.annualVolume().toString());
        }
        new AskedForWriter(json, this).write(agreement.askedFor());
        writeNullable("usualBill", agreement.usualBill());
        writeNullable("backBillingException", agreement.backBillingException());
        if (agreement.instruction() != null) {
            write(agreement.instruction());
        }
        json.writeEndObject();
    }

    /// What a register showed, and how it counts.
    void write(Register register, List<Reading> readings, List<MeterExchange> exchanges) {
        write("register", register);
        json.writeArrayPropertyStart("readings");
        readings.forEach(this::write);
        json.writeEndArray();
        json.writeArrayPropertyStart("exchanges");
        exchanges.forEach(this::write);
        json.writeEndArray();
    }

    private void write(List<ReadingSuspension> suspensions) {
        json.writeArrayPropertyStart("suspensions");
        for (ReadingSuspension suspension : suspensions) {
            json.writeStartObject();
            write(suspension.range());
            json.writeStringProperty("legalReference", suspension.legalReference());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Left out where nothing is estimated.
    private void write(ClassUse use) {
        json.writeObjectPropertyStart("classUse");
        write(use.range());
        json.writeObjectPropertyStart("figures");
        for (Map.Entry<String, List<Long>> figure : use.figures().entrySet()) {
            json.writeArrayPropertyStart(figure.getKey());
            figure.getValue().forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Left out where nobody has said anything, as in nearly all bills.
    private void write(EstimateInstruction instruction) {
        json.writeObjectPropertyStart("estimateInstruction");
        switch (instruction) {
            case EstimateInstruction.ByMethod(EstimationMethod method) ->
                json.writeStringProperty("method", method.code());
            case EstimateInstruction.Stated(Decimal usage) -> json.writeStringProperty("usage", usage.toString());
        }
        json.writeEndObject();
    }

    private void write(BillingPolicy policy) {
        json.writeObjectPropertyStart("policy");
        json.writeStringProperty("allocation", policy.allocation().code());
        writeNullable("tolerance", policy.allocation() instanceof Favourable(var tolerance) ? tolerance : null);
        json.writeArrayPropertyStart("estimation");
        policy.estimation().forEach(method -> json.writeString(method.code()));
        json.writeEndArray();
        if (policy.edition() > EstimationMethod.FIRST_EDITION) { // which documents did not name yet
            json.writeNumberProperty("estimationEdition", policy.edition());
        }
        json.writeNumberProperty("estimatesInARowMost", policy.estimatesInARowMost());
        BackBillingRule rule = policy.backBilling();
        if (rule == null) {
            json.writeNullProperty("backBilling");
        } else {
            json.writeObjectPropertyStart("backBilling");
            json.writeNumberProperty("months", rule.months());
            json.writeStringProperty("anchor", rule.anchor() == Anchor.BILLED_ON ? "billedOn" : "lastReading");
            json.writeEndObject();
        }
        InstalmentRule instalments = policy.instalments();
        if (instalments == null) {
            json.writeNullProperty("instalments");
        } else {
            json.writeObjectPropertyStart("instalments");
            json.writeStringProperty(
                    "multipleOfUsual", instalments.multipleOfUsual().toString());
            json.writeNumberProperty("most", instalments.most());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void write(String name, Register register) {
        json.writeObjectPropertyStart(name);
        Integer digits = register.digits();
        if (digits == null) {
            json.writeNullProperty("digits");
        } else {
            json.writeNumberProperty("digits", digits);
        }
        json.writeNumberProperty("decimals", register.decimals());
        json.writeStringProperty("multiplier", register.multiplier().toString());
        json.writeStringProperty("unit", register.unit().symbol());
        json.writeEndObject();
    }

    private void write(Reading reading) {
        json.writeStartObject();
        json.writeStringProperty("at", reading.at().toString());
        json.writeStringProperty("value", reading.value().toString());
        switch (reading) {
            case ActualReading actual -> writeKind("actual", actual.provenance());
            case CustomerReading customer -> writeKind("customer", customer.provenance());
            case EstimatedReading estimated -> writeKind("estimated", estimated.provenance());
        }
        json.writeEndObject();
    }

    private void writeKind(String kind, String provenance) {
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("provenance", provenance);
    }

    private void write(MeterExchange exchange) {
        json.writeStartObject();
        json.writeStringProperty("at", exchange.at().toString());
        json.writeStringProperty("removed", exchange.removed().toString());
        json.writeStringProperty("installed", exchange.installed().toString());
        exchange.otherRegister().ifPresent(register -> write("removedRegister", register));
        json.writeEndObject();
    }

    private void write(BilledPeriod period) {
        json.writeStartObject();
        write(period.range());
        json.writeStringProperty("usage", period.usage().toString());
        json.writeStringProperty("quality", period.quality().code());
        Amounts amounts = period.amounts();
        if (amounts != null) {
            json.writeStringProperty("net", amounts.net().toString());
            json.writeStringProperty("tax", amounts.tax().toString());
            json.writeStringProperty("total", amounts.total().toString());
            write("byComponent", amounts.components());
            write("byTax", amounts.taxes());
        }
        json.writeEndObject();
    }

    /// Parts that are unknown are `null`, because none and unknown are billed differently.
    private void write(String name, @Nullable SortedMap<String, Money> parts) {
        if (parts == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        for (Map.Entry<String, Money> part : parts.entrySet()) {
            json.writeStringProperty(part.getKey(), part.getValue().toString());
        }
        json.writeEndObject();
    }

    void write(Usage usage) {
        json.writeStartObject();
        write(usage.range());
        json.writeStringProperty("usage", usage.quantity().toString());
        json.writeStringProperty("quality", usage.quality().code());
        json.writeEndObject();
    }

    private void write(DateRange range) {
        json.writeStringProperty("from", range.from().toString());
        json.writeStringProperty("to", range.to().toString());
    }

    private void writeNullable(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
