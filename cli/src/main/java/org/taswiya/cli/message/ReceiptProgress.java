package org.taswiya.cli.message;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import org.taswiya.core.message.Contact;
import org.taswiya.core.message.ReceiptState;
import org.taswiya.store.message.Receipt;
import org.taswiya.store.message.Receipts.Taken;
import org.taswiya.store.message.StoredMessage;

/// Says what gateways report: each that fails a message, and each of a message that nobody knows; the rest as counts.
final class ReceiptProgress {
    private final PrintWriter out;
    private final Map<ReceiptState, Integer> counts = new EnumMap<>(ReceiptState.class);

    ReceiptProgress(PrintWriter out) {
        this.out = out;
    }

    /// Any thread that takes receipts may come.
    synchronized void taken(Receipt receipt, Taken taken) {
        if (!taken.isNew()) {
            return;
        }
        counts.merge(receipt.state(), 1, Integer::sum);
        StoredMessage message = taken.message();
        if (message == null) {
            out.println("receipt of " + receipt.handle() + ", no message known by it yet: "
                    + receipt.state().code() + " (" + receipt.said() + ")");
        } else if (taken.failed()) {
            Contact next = taken.next();
            out.println(message.id() + "  " + message.cause().kind().code() + " "
                    + message.cause().key() + "  " + message.contact().shown() + "  "
                    + receipt.state().code() + ": " + receipt.said()
                    + (next == null
                            ? "; for the agency"
                            : "; goes by " + next.channel().code() + " to " + next.shown()));
        }
        out.flush();
    }

    /// The last line.
    synchronized String sums() {
        StringBuilder sums = new StringBuilder();
        counts.forEach((state, count) -> sums.append(sums.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(state.code()));
        return sums.isEmpty() ? "no receipt" : sums.toString();
    }
}
