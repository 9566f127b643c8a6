package org.taswiya.cli.bank;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankAccounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya bank list`: the accounts at banks.
@Command(
        name = "list",
        description = {"Shows the accounts that the utility has at banks, by name.", ""},
        footer = {"", "Examples:", "  ./taswiya bank list", "  ./taswiya bank list --json | jq -r .iban"})
final class BankListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One JSON object a line for each account.")
    private boolean json;

    @Override
    public Integer call() {
        List<BankAccount> accounts;
        try (Database database = home.open()) {
            accounts = BankAccounts.all(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (BankAccount account : accounts) {
            out.println(
                    json
                            ? BankJson.account(account)
                            : account.name() + "  " + account.number() + "  " + account.bic() + "  " + account.holder()
                                    + ", refunds above " + Grouped.of(account.refundLimit()) + " "
                                    + account.currency() + " need two");
        }
        if (accounts.isEmpty() && !json) {
            out.println("No accounts at banks.");
        }
        return ExitCode.GOOD;
    }
}
