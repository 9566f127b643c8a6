package org.taswiya.cli.online;

import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.online.CardRefunds.Answer;
import org.taswiya.store.online.CardRefunds.CardRefund;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Refunds to cards as they are typed and told.
final class RefundText {
    private RefundText() {}

    static ReceiptNumber receipt(CommandSpec spec, String text) {
        return ReceiptNumber.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + text + "' is no receipt number, such as R0000000001AB"));
    }

    static long id(CommandSpec spec, String text) {
        if (!text.matches("CR[0-9]{10}")) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is no refund to a card, such as CR0000000017");
        }
        return Long.parseLong(text.substring(2));
    }

    static int say(CommandSpec spec, Answer answer) {
        return switch (answer) {
            case Answer.Done(var refund) -> {
                spec.commandLine().getOut().println(line(refund));
                spec.commandLine().getOut().flush();
                yield ExitCode.GOOD;
            }
            case Answer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    static String line(CardRefund refund) {
        return refund.name() + "  " + refund.state().code() + "  " + refund.receipt() + "  " + refund.account() + "  "
                + refund.amount() + "  " + refund.provider() + " " + refund.transaction() + ", asked for by "
                + refund.author();
    }
}
