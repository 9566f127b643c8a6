package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankBalance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya reconcile balance`: the ledger beside the bank.
@Command(
        name = "balance",
        description = {
            "Shows the ledger's balance of an account at a bank beside that of its newest statement, and item by item"
                    + " why they differ.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every difference is explained.",
            "1:Taswiya or the machine under it failed.",
            "2:Wrong usage, or there is no statement of this account.",
            "3:Something is not explained."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya reconcile balance bmce",
            "  ./taswiya reconcile balance bmce --json | jq .because"
        })
final class ReconcileBalanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(paramLabel = "NAME", description = "The account at a bank, as bank list shows it.")
    private String bank = "";

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        BankBalance balance;
        Currency currency;
        try (Database database = home.open()) {
            balance = BankBalance.of(database, bank)
                    .orElseThrow(() ->
                            new ParameterException(spec.commandLine(), "there is no statement of account " + bank));
            currency = utilities.currency(database);
        }
        if (json) {
            spec.commandLine().getOut().println(BankJson.balance(bank, balance));
        } else {
            BankText.balance(bank, balance, currency).forEach(spec.commandLine().getOut()::println);
        }
        return balance.unexplained().isZero() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }
}
