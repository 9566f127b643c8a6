package org.taswiya.cli.bank;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankDecisions;
import org.taswiya.store.bank.DecisionAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya reconcile assign`: a person knows what a transaction is.
@Command(
        name = "assign",
        description = {
            "Says what a transaction is that waits: what came in is the payment of a customer account; what went out"
                    + " returns a payment, named by its receipt; either may be an expense of the utility's, such as a"
                    + " charge of the bank's. It is booked on the day on which the bank booked it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written.",
            "3:It is refused, with the reason; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya reconcile assign 17 1204551837 --why \"she called\"",
            "  ./taswiya reconcile assign 18 R0000000042BQ --why \"returned\"",
            "  ./taswiya reconcile assign 19 expenses:bank --why \"charges of May\""
        })
final class ReconcileAssignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "N", description = "Its number, as list shows it.")
    private long number;

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description = "A customer account of ten digits, a receipt, or a ledger account below expenses.")
    private String target = "";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Change change = why.now();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        String account = target.replaceAll("[ \\-]", "");
        try (Database database = home.open()) {
            DecisionAnswer answer;
            if (account.matches("[0-9]{10}")) {
                answer = BankDecisions.assign(database, number, account, today, change);
            } else if (ReceiptNumber.parse(target).isPresent()) {
                answer = BankDecisions.reverse(
                        database, number, ReceiptNumber.parse(target).get(), today, change);
            } else if (target.matches("[a-z]+(:[a-zA-Z0-9-]+)+")) {
                answer = BankDecisions.expense(database, number, new LedgerAccount(target), change);
            } else {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + target + "' is no account of ten digits, no receipt and no ledger account");
            }
            return Decided.say(spec, "Transaction " + number + ": ", answer);
        }
    }
}
