package org.taswiya.cli.bank;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.CurrencyOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.bank.BankAccountNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankAccounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya bank add`: an account at a bank.
@Command(
        name = "add",
        description = {
            "States an account that the utility has at a bank: only statements of accounts that are stated are taken."
                    + " The same name again states it anew, from now on.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The account is stated.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya bank add bmce 011519000001205000534921 --bic BMCEMAMC \\",
            "    --holder \"Regie de Casablanca\" --why \"contract of 2020\"",
            "  ./taswiya bank add bmce \"MA64 0115 1900 0001 2050 0053 4921\" \\",
            "    --bic BMCEMAMC --holder \"Regie\" --creditor MA12ZZZ0001 \\",
            "    --refund-limit 5000 --why \"direct debits from June\""
        })
final class BankAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilitiesOption utilities;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Letters, digits and hyphens; the ledger has it as assets:bank:NAME.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "NUMBER", description = "Its IBAN, or its RIB of 24 digits.")
    private String number = "";

    @Option(names = "--bic", required = true, paramLabel = "BIC", description = "The bank's own code.")
    private String bic = "";

    @Option(names = "--holder", required = true, paramLabel = "NAME", description = "In whose name it is.")
    private String holder = "";

    @Mixin
    private CurrencyOption currency;

    @Option(
            names = "--creditor",
            paramLabel = "ID",
            description = "Under which direct debits are collected. Default: none are.")
    private @Nullable String creditor;

    @Option(
            names = "--refund-limit",
            paramLabel = "AMOUNT",
            description = "Above it a refund needs a second person. Default: ${DEFAULT-VALUE}.")
    private String refundLimit = "0";

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        BankAccountNumber numbered = Typed.number(spec, number);
        Money limit = Typed.money(spec, refundLimit);
        BankAccount account;
        @Nullable BankAccount before;
        try (Database database = home.open()) {
            account = account(numbered, currency.code(utilities.currency(database)), limit);
            requireOnce(database, account);
            before = BankAccounts.named(database, name).orElse(null);
            BankAccounts.state(database, account, why.now());
        }
        spec.commandLine()
                .getOut()
                .println("Account " + name + " is " + account.number() + ", in the ledger assets:bank:" + name);
        if (before != null && !before.equals(account)) {
            spec.commandLine()
                    .getOut()
                    .println("It was " + before.number() + ", BIC " + before.bic() + ", " + before.holder()
                            + ", refunds up to " + before.refundLimit() + " by one person; it is BIC "
                            + account.bic() + ", " + account.holder() + ", up to " + account.refundLimit()
                            + ", for refunds asked for from now on");
        }
        return ExitCode.GOOD;
    }

    private BankAccount account(BankAccountNumber numbered, String inCurrency, Money limit) {
        try {
            return new BankAccount(name, numbered, bic, holder, inCurrency, creditor, limit);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /// A statement is of one account of ours.
    private void requireOnce(Database database, BankAccount account) {
        for (BankAccount other : BankAccounts.all(database)) {
            if (other.number().equals(account.number()) && !other.name().equals(account.name())) {
                throw new ParameterException(
                        spec.commandLine(),
                        account.number() + " is account " + other.name() + " already; say what has changed of "
                                + other.name());
            }
        }
    }
}
