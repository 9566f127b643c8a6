package org.taswiya.cli.customer;

import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.privacy.CustomerExport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which customer: by their reference, or by an account of theirs.
final class CustomerOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "CUSTOMER", arity = "0..1", description = "The customer's reference.")
    private @Nullable String customer;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Whoever this account is of.")
    private @Nullable String account;

    /// The reference of a customer that is there.
    String in(Database database) {
        String named = customer;
        String by = account;
        if ((named == null) == (by == null)) {
            throw wrong("name the customer, or else an account of theirs with --account");
        }
        if (by != null) {
            return CustomerExport.ofAccount(database, by).orElseThrow(() -> wrong("there is no account " + by));
        }
        if (named == null || !CustomerExport.isThere(database, named)) {
            throw wrong("there is no customer " + named);
        }
        return named;
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
