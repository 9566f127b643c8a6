package org.taswiya.cli.apikey;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya api-key list`: all of them.
@Command(
        name = "list",
        description = {"Shows every key that was added: its number, what it is for and what it opens.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:They are shown.", "1:Taswiya or the machine under it failed.", "2:Wrong usage."},
        footer = {"", "Examples:", "  ./taswiya api-key list"})
final class ApiKeyListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Override
    public Integer call() {
        List<ApiKey> all;
        try (Database database = home.openBeside()) {
            all = ApiKeys.list(database);
        }
        PrintWriter out = spec.commandLine().getOut();
        all.forEach(key -> out.println(line(key)));
        out.flush();
        return ExitCode.GOOD;
    }

    private static String line(ApiKey key) {
        String scopes = key.scopesInOrder().stream().map(ApiScope::code).collect(Collectors.joining(","));
        String opens = key.customer() == null ? "all accounts" : "those of customer " + key.customer();
        String acts = key.staff() == null ? "" : "  for " + key.staff();
        return key.id() + "  " + key.name() + "  " + scopes + "  " + opens + acts + "  " + key.perMinute() + " a minute"
                + (key.isRevoked() ? "  revoked" : "");
    }
}
