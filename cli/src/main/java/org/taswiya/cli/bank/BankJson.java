package org.taswiya.cli.bank;

import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.bank.Proposal;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.run.reconciling.StatementAnswer;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankBalance;
import org.taswiya.store.bank.BankOutcome;
import org.taswiya.store.bank.WaitingTransaction;
import tools.jackson.core.JsonGenerator;

/// Banks as JSON; money as decimals in strings.
final class BankJson {
    private BankJson() {}

    static String account(BankAccount account) {
        return JsonLine.object(json -> {
            json.writeStringProperty("name", account.name());
            json.writeStringProperty("iban", account.number().iban());
            json.writeStringProperty("bic", account.bic());
            json.writeStringProperty("holder", account.holder());
            json.writeStringProperty("currency", account.currency());
            json.writeName("creditor");
            json.writeString(account.creditor());
            json.writeStringProperty("refundLimit", account.refundLimit().toString());
        });
    }

    static void tally(JsonGenerator json, StatementAnswer.Taken taken, boolean isTrial) {
        json.writeNumberProperty("entries", taken.tally().entries());
        json.writeNumberProperty("unchanged", taken.tally().unchanged());
        json.writeNumberProperty("refused", taken.tally().conflicts().size());
        json.writeBooleanProperty("isStored", !isTrial);
        for (BankOutcome outcome : BankOutcome.values()) {
            json.writeObjectPropertyStart(outcome.code());
            json.writeNumberProperty("count", taken.tally().of(outcome).count());
            json.writeStringProperty(
                    "amount", taken.tally().of(outcome).amount().toString());
            json.writeEndObject();
        }
    }

    static String balance(String bank, BankBalance balance) {
        return JsonLine.object(json -> {
            json.writeStringProperty("bank", bank);
            json.writeStringProperty("on", balance.on().toString());
            json.writeStringProperty("statement", balance.statement().toString());
            json.writeStringProperty("ledger", balance.ledger().toString());
            json.writeStringProperty("difference", balance.difference().toString());
            json.writeArrayPropertyStart("because");
            for (BankBalance.Item item : balance.items()) {
                json.writeStartObject();
                json.writeStringProperty("what", item.what());
                json.writeStringProperty("amount", item.amount().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("unexplained", balance.unexplained().toString());
            json.writeNumberProperty("waiting", balance.waiting());
            json.writeStringProperty("inSuspense", balance.inSuspense().toString());
        });
    }

    static String waiting(WaitingTransaction waiting) {
        return JsonLine.object(json -> {
            json.writeNumberProperty("transaction", waiting.id());
            json.writeStringProperty("bank", waiting.bank());
            json.writeStringProperty("reference", waiting.reference());
            json.writeStringProperty("bookedOn", waiting.bookedOn().toString());
            json.writeStringProperty("amount", waiting.transaction().amount().toString());
            json.writeStringProperty("party", waiting.transaction().party());
            json.writeStringProperty(
                    "partyAccount",
                    BankAccountNumber.masked(waiting.transaction().partyAccount()));
            json.writeStringProperty("text", waiting.transaction().remittance());
            json.writeStringProperty("returnReason", waiting.transaction().returnReason());
            json.writeArrayPropertyStart("proposals");
            for (Proposal proposal : waiting.proposals()) {
                json.writeStartObject();
                json.writeStringProperty("account", proposal.account());
                json.writeArrayPropertyStart("because");
                proposal.evidence().forEach(one -> json.writeString(one.code()));
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
