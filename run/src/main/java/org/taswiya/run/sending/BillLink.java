package org.taswiya.run.sending;

import org.taswiya.core.message.Cause;

/// Where bills are to be seen.
///
/// @param address with `{bill}` for the number; empty where they are nowhere to be seen
/// @param isInsteadOfPaper whether e-mails name it in place of bringing the bill as a PDF
public record BillLink(String address, boolean isInsteadOfPaper) {
    /// Bills that only messages bring.
    public static final BillLink NONE = new BillLink("", false);

    public BillLink {
        if (isInsteadOfPaper && address.isEmpty()) {
            throw new IllegalArgumentException("a bill that is neither brought nor to be seen");
        }
    }

    String of(Cause bill) {
        return address.replace("{bill}", bill.key());
    }
}
