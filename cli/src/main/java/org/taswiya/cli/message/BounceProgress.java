package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.DeliveryStatus;
import org.taswiya.store.message.Bounces.Answer;
import org.taswiya.store.message.StoredMessage;

/// Says what came back: each that does something or needs a person, the rest as counts.
final class BounceProgress {
    private final PrintWriter out;
    private final Map<DeliveryStatus.Action, Integer> counts = new EnumMap<>(DeliveryStatus.Action.class);
    private int before;
    private int refused;
    private int leftAlone;

    BounceProgress(PrintWriter out) {
        this.out = out;
    }

    void leftAlone(String name, String found) {
        leftAlone++;
        out.println(name + "  left alone: " + found);
    }

    void refused(String name, String why) {
        refused++;
        out.println(name + "  " + why);
    }

    void taken(String name, DeliveryStatus line, Answer answer) {
        switch (answer) {
            case Answer.Unknown(var identification) ->
                refused(name, "unknown-message: no e-mail went out as " + identification);
            case Answer.OtherRecipient(var message) ->
                refused(
                        name,
                        "other-recipient: message " + message.id() + " went to "
                                + message.contact().address() + ", found "
                                + line.addresses().stream().sorted().collect(Collectors.joining(", ")));
            case Answer.Taken taken -> {
                if (taken.isNew()) {
                    counts.merge(line.action(), 1, Integer::sum);
                } else {
                    before++;
                }
                if (taken.isNew() && line.action() == DeliveryStatus.Action.FAILED) {
                    out.println(bounced(line, taken));
                }
            }
        }
    }

    private static String bounced(DeliveryStatus line, Answer.Taken taken) {
        StoredMessage message = taken.message();
        Contact next = taken.next();
        return message.id() + "  " + message.cause().kind().code() + " "
                + message.cause().key() + "  "
                + message.contact().address() + "  bounced: " + line.status() + " " + line.said()
                + (taken.isUnreachable() ? "; the address is used no more" : "")
                + (!taken.failed()
                        ? ""
                        : next == null
                                ? "; for the agency"
                                : "; goes by " + next.channel().code() + " to " + next.shown());
    }

    boolean isAllTaken() {
        return refused == 0;
    }

    /// The last line.
    void sums() {
        StringBuilder sums = new StringBuilder();
        counts.forEach((action, count) ->
                sums.append(count).append(' ').append(action.code()).append(", "));
        out.println(sums + (before + " taken before, " + refused + " refused, " + leftAlone + " left alone"));
        out.flush();
    }
}
