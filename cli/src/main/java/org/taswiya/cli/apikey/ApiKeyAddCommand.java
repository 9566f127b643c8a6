package org.taswiya.cli.apikey;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.WhyOption;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiKeyAnswer;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `taswiya api-key add`: one more.
@Command(
        name = "add",
        description = {"Gives another program a key to the HTTP API, and shows it this once.", ""},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The key is good from now on; hand it over.",
            "1:Taswiya or the machine under it failed; nothing was written.",
            "2:Wrong usage, or no such account or member of staff; nothing was written."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya api-key add billing-mirror --scope read --why \"contract 88\"",
            "  ./taswiya api-key add town-hall --scope read --scope readings \\",
            "      --account 0000000012 --why \"reads its own meters\"",
            "  ./taswiya api-key add field-work --scope work --scope decisions \\",
            "      --staff amina --why \"judges what its readers look at again\""
        })
final class ApiKeyAddCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "NAME", description = "What the key is for, such as billing-mirror.")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            required = true,
            description = "What it may be used for, one or more: read (accounts, services, readings, bills, payments),"
                    + " readings (to give them), disputes (to open them), preferences (to read and say them),"
                    + " webhooks (to be called), contacts (how an account is reached), instalments (to ask for"
                    + " them), moves (to move out), delegates, requests (to ask and complain), batches (to bring"
                    + " payments), cards (to have customers pay by card). For what staff do: search, work (what"
                    + " waits), decisions (about it), adjustments, approvals (of what others ask for), arrangements,"
                    + " corrections (of readings and bills), answers (to requests), outages, reach (how customers are"
                    + " reached).")
    private List<ApiScope> scopes = List.of();

    @Option(
            names = "--account",
            paramLabel = "ACCOUNT",
            description = "It opens the accounts of the customer who has this one, and no others. Default: all"
                    + " accounts.")
    private @Nullable String account;

    @Option(
            names = "--staff",
            paramLabel = "NAME",
            description = "For whom of the staff it acts, with their role and their limits; what it does is theirs."
                    + " With the scopes of what staff do alone.")
    private @Nullable String staff;

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            defaultValue = "600",
            description = "How many requests it may make in a minute. Default: ${DEFAULT-VALUE}.")
    private int perMinute;

    @Mixin
    private WhyOption why;

    @Override
    public Integer call() {
        Set<ApiScope> wanted = EnumSet.noneOf(ApiScope.class);
        wanted.addAll(scopes);
        try (Database database = home.openBeside()) {
            ApiKeys.Wanted key = new ApiKeys.Wanted(name, wanted, account, staff, perMinute);
            return switch (ApiKeys.add(database, key, why.now())) {
                case ApiKeyAnswer.Added(var added, String text) -> {
                    PrintWriter out = spec.commandLine().getOut();
                    out.println("Key " + added.id() + " of " + added.name() + ", shown this once:");
                    out.println("  " + text);
                    out.flush();
                    yield ExitCode.GOOD;
                }
                case ApiKeyAnswer.Revoked(var revoked) -> throw new IllegalStateException("revoked: " + revoked);
                case ApiKeyAnswer.Refused(var _, String said) -> throw new ParameterException(spec.commandLine(), said);
            };
        }
    }
}
