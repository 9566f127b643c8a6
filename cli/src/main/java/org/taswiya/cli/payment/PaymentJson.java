package org.taswiya.cli.payment;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Allocation;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.receivables.Receipt;
import tools.jackson.core.JsonGenerator;

/// Payments as JSON; money as decimals in strings.
final class PaymentJson {
    private PaymentJson() {}

    static void receipt(JsonGenerator json, Receipt receipt) {
        Payment payment = receipt.payment();
        json.writeStringProperty("receipt", receipt.number().toString());
        json.writeStringProperty("account", payment.account());
        json.writeStringProperty("amount", payment.amount().toString());
        json.writeStringProperty("receivedOn", payment.receivedOn().toString());
        json.writeStringProperty("by", payment.means().code());
        json.writeStringProperty("till", payment.place());
        json.writeName("reference");
        json.writeString(payment.keyIfAny().map(Payment.Key::name).orElse(null));
        allocations(json, "settled", receipt.allocations());
        json.writeStringProperty("stamp", receipt.stamp().toString());
        json.writeStringProperty("credit", receipt.credit().toString());
        LocalDate reversedOn = receipt.reversedOn();
        json.writeName("reversedOn");
        json.writeString(reversedOn == null ? null : reversedOn.toString());
    }

    static void allocations(JsonGenerator json, String name, List<Allocation> allocations) {
        json.writeArrayPropertyStart(name);
        for (Allocation allocation : allocations) {
            json.writeStartObject();
            json.writeStringProperty("kind", allocation.to().kind().code());
            json.writeStringProperty("number", allocation.to().number());
            json.writeStringProperty("amount", allocation.amount().toString());
            json.writeStringProperty("stamp", allocation.stamp().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// What the account owes and has to its credit now.
    static void account(JsonGenerator json, AccountItems account) {
        json.writeArrayPropertyStart("open");
        for (OpenItem item : account.items()) {
            json.writeStartObject();
            json.writeStringProperty("kind", item.key().kind().code());
            json.writeStringProperty("number", item.key().number());
            json.writeStringProperty("dueOn", item.dueOn().toString());
            json.writeStringProperty("amount", item.amount().toString());
            json.writeStringProperty("open", item.open().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("openTotal", account.open().toString());
        json.writeStringProperty("creditTotal", account.credit().toString());
    }
}
