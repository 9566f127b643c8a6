package org.taswiya.cli.apikey;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiKeyAnswer;
import org.taswiya.store.api.ApiKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya api-key revoke`: it opens nothing any more.
@Command(
        name = "revoke",
        description = {"Ends a key, with the next request that bears it. A program gets another one by api-key add.", ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It opens nothing any more.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, no such key, or revoked already; nothing was written."
        },
        footer = {"", "Examples:", "  ./taswiya api-key revoke 7 --why \"was in a mail\""})
final class ApiKeyRevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "KEY", description = "Its number, as api-key list shows it.")
    private long key;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        try (Database database = home.openBeside()) {
            return switch (ApiKeys.revoke(database, key, why.now())) {
                case ApiKeyAnswer.Revoked(var revoked) -> {
                    PrintWriter out = spec.commandLine().getOut();
                    out.println("Key " + revoked.id() + " of " + revoked.name() + " is revoked.");
                    out.flush();
                    yield ExitCode.GOOD;
                }
                case ApiKeyAnswer.Added(var added, var _) -> throw new IllegalStateException("added: " + added);
                case ApiKeyAnswer.Refused(var _, String said) -> throw new ParameterException(spec.commandLine(), said);
            };
        }
    }
}
