package org.taswiya.cli.agreement;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.Refusals;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.agreement.StoredAgreement;
import picocli.CommandLine.Model.CommandSpec;

/// Says what became of a move.
final class MoveText {
    private MoveText() {}

    /// @return the exit code
    static int say(CommandSpec spec, AgreementAnswer answer, Move move, boolean json, Currency currency) {
        return switch (answer) {
            case AgreementAnswer.Done(var ended, var began, var deposit) -> {
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    out.println(JsonLine.object(object -> {
                        AgreementText.field(object, "ended", ended);
                        AgreementText.field(object, "began", began);
                        AgreementText.text(object, "deposit", deposit == null ? null : deposit.number());
                        AgreementText.text(object, "depositAmount", deposit == null ? null : deposit.amount());
                        object.writeBooleanProperty("isStored", !move.isTrial());
                    }));
                } else {
                    print(out, ended, began, move);
                    if (deposit != null) {
                        out.println("It owes " + DepositText.line(deposit, currency));
                    }
                }
                out.flush();
                yield ExitCode.GOOD;
            }
            case AgreementAnswer.Refused(var reason, var found) -> Refusals.tell(spec, reason.code(), found);
        };
    }

    private static void print(
            PrintWriter out, @Nullable StoredAgreement ended, @Nullable StoredAgreement began, Move move) {
        if (ended != null) {
            out.println(AgreementText.line(ended));
        }
        if (began != null) {
            out.println(AgreementText.line(began));
        }
        if (move.isTrial()) {
            out.println("Nothing was stored.");
        } else if (ended != null) {
            out.println("The next cycle makes the final bill; at once: ./taswiya bill --to DAY --on DAY --released");
        }
    }
}
