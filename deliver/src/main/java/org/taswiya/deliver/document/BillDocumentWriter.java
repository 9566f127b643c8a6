package org.taswiya.deliver.document;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.BillSegment;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.DraftBill.Basis;
import org.taswiya.core.billing.DraftBill.InstalmentOffer;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.billing.UnmeteredSupply;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.Estimate;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.deliver.wording.EstimateSentence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a bill document, all but its digest, in the one order of fields that there is.
final class BillDocumentWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final BillDocument document;
    private final DraftBill bill;
    private final JsonGenerator json;

    private BillDocumentWriter(BillDocument document, JsonGenerator json) {
        this.document = document;
        this.bill = document.bill();
        this.json = json;
    }

    static String json(BillDocument document) {
        StringWriter compact = new StringWriter(8192);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), compact)) {
            json.writeStartObject();
            new BillDocumentWriter(document, json).write();
            json.writeEndObject();
        }
        return JsonLayout.of(compact.toString());
    }

    private void write() {
        writeHead();
        writeAddressee();
        writeTariff();
        writeClaim();
        json.writeArrayPropertyStart("segments");
        bill.segments().forEach(this::write);
        json.writeEndArray();
        writeBasis();
        writeEntry();
        writePlaceholders();
        new InputsWriter(json).write(document.account(), document.agreement());
    }

    private void writeHead() {
        json.writeStringProperty("format", document.format());
        json.writeStringProperty("engine", AccountBilling.ENGINE);
        BillNumber number = document.number();
        if (number == null) {
            json.writeNullProperty("number");
        } else {
            json.writeStringProperty("number", number.toString());
        }
        json.writeStringProperty("account", bill.customerAccount());
        json.writeStringProperty("agreement", bill.agreement());
        json.writeStringProperty("service", bill.service());
        json.writeStringProperty("currency", tariff().currency());
    }

    private void writeAddressee() {
        Addressee addressee = document.addressee();
        if (addressee == null) {
            json.writeNullProperty("addressee");
            return;
        }
        json.writeObjectPropertyStart("addressee");
        json.writeStringProperty("arabicName", addressee.arabicName());
        json.writeStringProperty("latinName", addressee.latinName());
        json.writeStringProperty("address", addressee.address());
        json.writeStringProperty("reference", addressee.reference());
        json.writeEndObject();
    }

    private Tariff tariff() {
        return document.agreement().tariff();
    }

    private void writeTariff() {
        json.writeObjectPropertyStart("tariff");
        json.writeStringProperty("id", bill.tariff());
        json.writeArrayPropertyStart("versions");
        versions().forEach((from, days) -> {
            TariffVersion version = tariff().versionOn(from).orElseThrow();
            json.writeStartObject();
            json.writeStringProperty("from", from.toString());
            json.writeStringProperty("digest", TariffDigest.of(tariff(), version, days, bill.billedOn()));
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    /// First day of each version used to the days of the bill that fall under it.
    private SortedMap<LocalDate, DateRange> versions() {
        DateRange span = DateRange.of(
                bill.segments().getFirst().range().from(),
                bill.segments().getLast().range().to());
        SortedMap<LocalDate, DateRange> versions = new TreeMap<>();
        for (TariffVersion version : tariff().versions()) {
            LocalDate from = version.from().isAfter(span.from()) ? version.from() : span.from();
            LocalDate to = version.to() == null || version.to().isAfter(span.to()) ? span.to() : version.to();
            if (from.isBefore(to)) {
                versions.put(version.from(), DateRange.of(from, to));
            }
        }
        return versions;
    }

    private void writeClaim() {
        json.writeStringProperty("billedOn", bill.billedOn().toString());
        json.writeStringProperty("dueOn", bill.dueOn().toString());
        json.writeStringProperty("total", bill.total().toString());
        new SettlementWriter(json).write("amounts", bill.amounts());
        json.writeStringProperty("stampIfCash", bill.stampIfCash().toString());
        InstalmentOffer offer = bill.instalmentOffer();
        if (offer == null) {
            json.writeNullProperty("instalmentOffer");
        } else {
            json.writeObjectPropertyStart("instalmentOffer");
            json.writeNumberProperty("instalments", offer.instalments());
            json.writeStringProperty("first", offer.first().toString());
            json.writeStringProperty("each", offer.each().toString());
            json.writeEndObject();
        }
        json.writeStringProperty("arrears", document.account().arrears().toString());
    }

    private void write(BillSegment segment) {
        json.writeStartObject();
        json.writeStringProperty("from", segment.range().from().toString());
        json.writeStringProperty("to", segment.range().to().toString());
        json.writeNumberProperty("days", segment.range().days());
        json.writeStringProperty(
                "kind", segment.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringProperty("usage", segment.usage().toString());
        int estimated = document.agreement().askedFor().estimated(segment.range());
        if (estimated > 0) {
            json.writeNumberProperty("intervalsEstimated", estimated);
        }
        UnmeteredSupply unmetered = document.agreement().askedFor().unmetered();
        if (unmetered != null) {
            new UnmeteredWriter(json).used(unmetered.used(segment.range()));
        }
        new RatingWriter(json).write(segment.rating());
        new SettlementWriter(json).write("claimed", segment.claimed());
        json.writeEndObject();
    }

    private void writeBasis() {
        switch (bill.basis()) {
            case Basis.OnEstimate(Estimate estimate) -> {
                write(estimate);
                json.writeNullProperty("settlement");
            }
            case Basis.OnReading(var settled) -> {
                json.writeNullProperty("estimate");
                json.writeObjectPropertyStart("settlement");
                new SettlementWriter(json).write(settled);
                json.writeEndObject();
            }
        }
    }

    private void write(Estimate estimate) {
        json.writeObjectPropertyStart("estimate");
        json.writeStringProperty("from", estimate.range().from().toString());
        json.writeStringProperty("to", estimate.range().to().toString());
        json.writeStringProperty("quantity", estimate.quantity().toString());
        json.writeStringProperty("low", estimate.low().toString());
        json.writeStringProperty("high", estimate.high().toString());
        json.writeBooleanProperty("intervalMeasured", estimate.isMeasured());
        json.writeStringProperty("method", estimate.method().code());
        if (document.account().policy().edition() > EstimationMethod.FIRST_EDITION) {
            json.writeNumberProperty("methodVersion", estimate.version());
        }
        if (estimate.daysEmpty() > 0) {
            json.writeNumberProperty("daysEmpty", estimate.daysEmpty());
        }
        json.writeBooleanProperty("onEstimates", estimate.onEstimates());
        if (estimate.instructed()) {
            json.writeBooleanProperty("instructed", true);
        }
        json.writeArrayPropertyStart("basis");
        for (Usage usage : estimate.basis()) {
            new InputsWriter(json).write(usage);
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("sentence");
        for (Language language : Language.values()) {
            json.writeStringProperty(language.code(), EstimateSentence.of(estimate, tariff().unit(), language));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeEntry() {
        BillNumber number = document.number();
        JournalEntry entry =
                number == null ? null : new IssuedBill(number, bill).entry().orElse(null);
        if (entry == null) {
            json.writeNullProperty("entry");
            return;
        }
        json.writeObjectPropertyStart("entry");
        json.writeStringProperty("key", entry.key());
        json.writeStringProperty("bookedOn", entry.bookedOn().toString());
        json.writeStringProperty("customerAccount", entry.customerAccount());
        json.writeStringProperty("description", entry.description());
        json.writeArrayPropertyStart("postings");
        for (Posting posting : entry.postings()) {
            json.writeStartObject();
            json.writeStringProperty("account", posting.account().name());
            json.writeStringProperty("amount", posting.amount().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePlaceholders() {
        json.writeArrayPropertyStart("placeholders");
        for (PlaceholderPrice placeholder : document.placeholders()) {
            json.writeStartObject();
            json.writeStringProperty("component", placeholder.component());
            if (placeholder.block() == 0) {
                json.writeNullProperty("block");
            } else {
                json.writeNumberProperty("block", placeholder.block());
            }
            json.writeStringProperty("price", placeholder.price().toString());
            json.writeStringProperty("unit", placeholder.unit().symbol());
            json.writeStringProperty("why", placeholder.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
