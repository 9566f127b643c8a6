package org.taswiya.cli.dun;

import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.dunning.DunningAnswer;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.dunning.DunningBatch;
import org.taswiya.store.dunning.DunningNotices;
import org.taswiya.store.dunning.DunningStops;
import org.taswiya.store.dunning.ServiceOrder;
import tools.jackson.core.JsonGenerator;

/// Dunning as a clerk or a program reads it.
final class DunText {
    private DunText() {}

    /// An account with what is sent and what is held; none when all of it only waits.
    static List<String> lines(DunningBatch.Decided account, Currency currency) {
        List<String> lines = new ArrayList<>();
        for (DunningAnswer answer : account.answers()) {
            switch (answer) {
                case DunningAnswer.Send send ->
                    lines.add(item(send.item(), currency) + ": gets "
                            + send.step().name() + " by "
                            + send.step().channel().code());
                case DunningAnswer.Held held ->
                    lines.add(item(held.item(), currency) + ": " + held.step().name() + " is held, "
                            + held.stop().code() + ": " + held.found());
                case DunningAnswer.Waits _, DunningAnswer.Ends _ -> {}
            }
        }
        if (account.isReconnected()) {
            lines.add("  its supply is to be given back");
        }
        if (!lines.isEmpty()) {
            lines.addFirst("Account " + account.account() + ", overdue " + currency.money(account.overdue()));
        }
        return lines;
    }

    /// All of an account's items, the ones that wait too.
    static List<String> all(DunningBatch.Decided account, Currency currency) {
        List<String> lines = new ArrayList<>(lines(account, currency));
        for (DunningAnswer answer : account.answers()) {
            switch (answer) {
                case DunningAnswer.Send _, DunningAnswer.Held _ -> {}
                case DunningAnswer.Waits waits ->
                    lines.add(item(waits.item(), currency) + ": " + waits.step().name() + " from " + waits.from()
                            + " on");
                case DunningAnswer.Ends ends -> lines.add(item(ends.item(), currency) + ": " + ends.found());
            }
        }
        return lines;
    }

    private static String item(OpenItem item, Currency currency) {
        return "  " + item.key() + " due " + item.dueOn() + ", " + currency.money(item.open());
    }

    static String notice(DunningNotices.Notice notice, Currency currency) {
        return notice.sentOn() + "  " + notice.account() + "  " + notice.item() + "  " + notice.step() + " by "
                + notice.channel().code() + ", " + currency.money(notice.open()) + " of "
                + currency.money(notice.overdue()) + " overdue";
    }

    static String stop(DunningStops.Stored stored) {
        return "Stop " + stored.number() + " of account " + stored.account() + ": "
                + stored.stop().kind().code()
                + (stored.stop().item() == null ? "" : " of " + stored.stop().item()) + " from "
                + stored.stop().from()
                + (stored.stop().to() == null ? "" : " to " + stored.stop().to()) + ", "
                + stored.author() + ": " + stored.stop().reason();
    }

    static String order(ServiceOrder order, Currency currency) {
        ServiceOrder.Decision decision = order.decision();
        String state = order.kind() == ServiceOrder.Kind.RECONNECTION
                ? ", ends order " + order.ends()
                : decision == null
                        ? ", waits for a person"
                        : (decision.isApproved() ? ", approved on " : ", refused on ") + decision.on() + " by "
                                + decision.author() + ": " + decision.reason();
        return "Order " + order.number() + ": " + order.kind().code() + " of account " + order.account()
                + ", proposed on " + order.proposedOn() + " with " + currency.money(order.overdue()) + " overdue"
                + state;
    }

    /// A line for each item that is overdue, and one for a supply that is to be given back.
    static List<String> json(DunningBatch.Decided account) {
        List<String> lines = new ArrayList<>();
        for (DunningAnswer answer : account.answers()) {
            lines.add(JsonLine.object(json -> write(json, account, answer)));
        }
        if (account.isReconnected()) {
            lines.add(JsonLine.object(json -> {
                json.writeStringProperty("account", account.account());
                json.writeBooleanProperty("isReconnected", true);
            }));
        }
        return lines;
    }

    private static void write(JsonGenerator json, DunningBatch.Decided account, DunningAnswer answer) {
        json.writeStringProperty("account", account.account());
        json.writeStringProperty("kind", answer.item().key().kind().code());
        json.writeStringProperty("number", answer.item().key().number());
        json.writeStringProperty("dueOn", answer.item().dueOn().toString());
        json.writeStringProperty("open", answer.item().open().toString());
        json.writeStringProperty("overdue", account.overdue().toString());
        switch (answer) {
            case DunningAnswer.Send send -> {
                json.writeStringProperty("sent", send.step().name());
                json.writeStringProperty("channel", send.step().channel().code());
                json.writeStringProperty("letter", send.step().letter());
                json.writeStringProperty("fee", send.step().fee().toString());
            }
            case DunningAnswer.Held held -> {
                json.writeStringProperty("step", held.step().name());
                json.writeStringProperty("held", held.stop().code());
                json.writeStringProperty("found", held.found());
            }
            case DunningAnswer.Waits waits -> {
                json.writeStringProperty("step", waits.step().name());
                json.writeStringProperty("from", waits.from().toString());
            }
            case DunningAnswer.Ends ends -> json.writeStringProperty("ends", ends.found());
        }
    }

    static void notice(JsonGenerator json, DunningNotices.Notice notice) {
        json.writeNumberProperty("run", notice.run());
        json.writeStringProperty("sentOn", notice.sentOn().toString());
        json.writeStringProperty("account", notice.account());
        json.writeStringProperty("kind", notice.item().kind().code());
        json.writeStringProperty("number", notice.item().number());
        json.writeStringProperty("step", notice.step());
        json.writeStringProperty("channel", notice.channel().code());
        json.writeStringProperty("letter", notice.letter());
        json.writeStringProperty("fee", notice.fee().toString());
        json.writeStringProperty("open", notice.open().toString());
        json.writeStringProperty("overdue", notice.overdue().toString());
    }

    static void order(JsonGenerator json, ServiceOrder order) {
        json.writeNumberProperty("order", order.number());
        json.writeStringProperty("account", order.account());
        json.writeStringProperty("kind", order.kind().code());
        json.writeStringProperty("proposedOn", order.proposedOn().toString());
        json.writeStringProperty("proposedBy", order.proposedBy());
        json.writeStringProperty("overdue", order.overdue().toString());
        json.writeBooleanProperty("isWaiting", order.isWaiting());
        Long ends = order.ends();
        if (ends != null) {
            json.writeNumberProperty("ends", ends);
        }
        ServiceOrder.Decision decision = order.decision();
        if (decision != null) {
            json.writeBooleanProperty("isApproved", decision.isApproved());
            json.writeStringProperty("decidedOn", decision.on().toString());
            json.writeStringProperty("decidedBy", decision.author());
            json.writeStringProperty("why", decision.reason());
        }
    }
}
