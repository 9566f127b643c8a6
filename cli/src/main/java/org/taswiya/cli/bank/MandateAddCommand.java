package org.taswiya.cli.bank;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.Mandates;
import org.taswiya.store.bank.Mandates.Mandate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya mandate add`: a customer lets the utility collect.
@Command(
        name = "add",
        description = {
            "Keeps a mandate: an account lets what it owes be collected from an account at a bank. An account"
                    + " has one at a time.",
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
            "  ./taswiya mandate add M-2020-17 1204551837 \\",
            "    \"MA64 0115 1900 0001 2050 0053 4921\" --holder \"A. Alami\" \\",
            "    --signed 2020-05-02 --why \"form of May\"",
            "  ./taswiya mandate add M-18 1204551838 011519000001205000534921 \\",
            "    --holder \"B. Bari\" --signed 2020-05-02 --limit 500 --why form"
        })
final class MandateAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "MANDATE", description = "What it is called; no other ever is.")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "The customer account.")
    private String account = "";

    @Parameters(index = "2", paramLabel = "NUMBER", description = "An IBAN, or a RIB of 24 digits.")
    private String number = "";

    @Option(names = "--holder", required = true, paramLabel = "NAME", description = "Whose account that is.")
    private String holder = "";

    @Option(names = "--signed", required = true, paramLabel = "DAY", description = "When it was signed.")
    private LocalDate signed = LocalDate.EPOCH;

    @Option(names = "--limit", paramLabel = "AMOUNT", description = "Of one collection. Default: none.")
    private @Nullable String limit;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Money most = limit == null ? null : Typed.money(spec, limit);
        if (!reference.matches("[A-Za-z0-9][A-Za-z0-9./-]{0,34}")
                || holder.isBlank()
                || most != null && most.signum() <= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a mandate is called by up to 35 letters, digits, points, slashes and hyphens, has a holder, and a"
                            + " limit above zero if any");
        }
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        if (signed.isAfter(today)) {
            throw new ParameterException(spec.commandLine(), "--signed is " + signed + ", and today is " + today);
        }
        Mandate mandate = new Mandate(
                reference, account.replaceAll("[ -]", ""), Typed.number(spec, number), holder, signed, most, null);
        Change change = why.now();
        try (Database database = home.open()) {
            return Decided.say(spec, "Kept: ", Mandates.add(database, mandate, change));
        }
    }
}
