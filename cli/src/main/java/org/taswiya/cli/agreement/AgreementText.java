package org.taswiya.cli.agreement;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.agreement.StoredAgreement;
import tools.jackson.core.JsonGenerator;

/// Agreements as a clerk or a program reads them.
final class AgreementText {
    private AgreementText() {}

    /// `C00001 of account 0000000001 (Client 1), electricity at E1: 2020-02-01 (read 1000) to 2020-02-16 (read 1090)`.
    static String line(StoredAgreement stored) {
        ServiceAgreement of = stored.agreement();
        return of.reference() + " of account " + of.account() + " (" + stored.name() + "), " + stored.service()
                + " at " + of.usagePoint() + ": " + of.from() + read(stored.opened(), false)
                + (of.to() == null ? " on" : " to " + of.to() + read(stored.closed(), isEstimated(stored)))
                + (stored.billedTo() == null ? ", not billed" : ", billed to " + stored.billedTo());
    }

    /// `meter-size 20 from 2026-04-11`; `past-demand 3 in 2026-01, from 2026-01-01`.
    static String line(AgreementFact fact) {
        String month = fact.determinant() == Determinant.PAST_DEMAND ? " in " + YearMonth.from(fact.from()) + "," : "";
        return fact.determinant().code() + " " + fact.value() + month + " from " + fact.from();
    }

    private static String read(@Nullable Decimal value, boolean isEstimated) {
        return value == null ? isEstimated ? " (to be estimated)" : " (not read)" : " (read " + value + ")";
    }

    static boolean isEstimated(StoredAgreement stored) {
        StoredAgreement.End end = stored.end();
        return end != null && end.isEstimated();
    }

    static void facts(JsonGenerator json, List<AgreementFacts.Stored> facts) {
        json.writeArrayPropertyStart("facts");
        for (AgreementFacts.Stored stored : facts) {
            json.writeStartObject();
            json.writeStringProperty("determinant", stored.fact().determinant().code());
            json.writeStringProperty("from", stored.fact().from().toString());
            json.writeStringProperty("value", stored.fact().value().toString());
            json.writeStringProperty("by", stored.why().author());
            json.writeStringProperty("at", stored.why().at().toString());
            json.writeStringProperty("why", stored.why().reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void field(JsonGenerator json, String name, @Nullable StoredAgreement stored) {
        if (stored == null) {
            json.writeName(name);
            json.writeNull();
        } else {
            json.writeObjectPropertyStart(name);
            agreement(json, stored);
            json.writeEndObject();
        }
    }

    static void agreement(JsonGenerator json, StoredAgreement stored) {
        ServiceAgreement of = stored.agreement();
        json.writeStringProperty("agreement", of.reference());
        json.writeStringProperty("account", of.account());
        json.writeStringProperty("name", stored.name());
        json.writeStringProperty("service", stored.service());
        json.writeStringProperty("premise", stored.premise());
        json.writeStringProperty("usagePoint", of.usagePoint());
        json.writeStringProperty("tariff", of.tariff());
        json.writeNumberProperty("households", of.households());
        json.writeStringProperty("from", of.from().toString());
        text(json, "to", of.to());
        text(json, "opened", stored.opened());
        text(json, "closed", stored.closed());
        text(json, "billedTo", stored.billedTo());
        json.writeStringProperty("begunBy", stored.began().author());
        json.writeStringProperty("begunAt", stored.began().at().toString());
        json.writeStringProperty("begunWhy", stored.began().reason());
        StoredAgreement.End end = stored.end();
        if (end != null) {
            json.writeBooleanProperty("isEndEstimated", end.isEstimated());
            text(json, "successor", end.successor());
            json.writeStringProperty("endedBy", end.why().author());
            json.writeStringProperty("endedAt", end.why().at().toString());
            json.writeStringProperty("endedWhy", end.why().reason());
        }
    }

    static void text(JsonGenerator json, String name, @Nullable Object value) {
        json.writeName(name);
        json.writeString(value == null ? null : value.toString());
    }
}
