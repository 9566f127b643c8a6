package org.taswiya.cli.message;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Of which account something new is said, from which day on, and who says so.
final class ContactOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "The customer account.")
    private String account = "";

    @Option(names = "--since", paramLabel = "DAY", description = "The first day on which it holds. Default: today.")
    private @Nullable LocalDate since;

    @Mixin
    private WhyOption why;

    @Option(names = "--trial", description = "Only say what would be written; store nothing.")
    private boolean isTrial;

    Database open() {
        return home.open();
    }

    String account() {
        return account;
    }

    LocalDate since() {
        return since == null ? LocalDate.now(ZoneId.systemDefault()) : since;
    }

    Change why() {
        return why.now();
    }

    boolean isTrial() {
        return isTrial;
    }

    ParameterException noAccount() {
        return wrong("there is no account " + account);
    }

    ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
