package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Refunds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya refund ask`: a credit is to go back.
@Command(
        name = "ask",
        description = {
            "Asks for the credit of an account to be sent back. Only credit that nothing is owed against can"
                    + " go, and nothing is taken before the refund is approved. A second one of the same amount is"
                    + " refused while the first has not gone, unless it is meant.",
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
            "  ./taswiya refund ask 1204551837 --bank bmce --why \"moved away\"",
            "  ./taswiya refund ask 1204551837 --amount 120 --bank bmce \\",
            "    --to 011519000001205000534921 --why \"moved away\""
        })
final class RefundAskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ACCOUNT", description = "Whose credit it is.")
    private String account = "";

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "Default: all that is free.")
    private @Nullable String amount;

    @Option(names = "--bank", required = true, paramLabel = "NAME", description = "The account that pays.")
    private String bank = "";

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            description = "An IBAN or a RIB. Default: that of the account's mandate.")
    private @Nullable String to;

    @Option(names = "--payee", paramLabel = "NAME", description = "Whose it is. Default: the customer.")
    private @Nullable String payee;

    @Option(names = "--another", description = "Though one of the same amount waits to go to the account.")
    private boolean isAnother;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Refunds.Asked asked = new Refunds.Asked(
                account.replaceAll("[ -]", ""),
                amount == null ? null : Typed.money(spec, amount),
                bank,
                to == null ? null : Typed.number(spec, to),
                payee,
                isAnother);
        Change change = why.now();
        try (Database database = home.open()) {
            return Decided.say(spec, "Refund ", Refunds.ask(database, asked, change));
        }
    }
}
