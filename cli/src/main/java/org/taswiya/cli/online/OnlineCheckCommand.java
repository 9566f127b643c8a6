package org.taswiya.cli.online;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.server.online.ProviderRounds;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya online check`: what waits for the provider.
@Command(
        name = "check",
        description = {
            "Asks the provider of the attempts of the last days that no money was heard of, and books what it has"
                    + " taken; has it send back the payments whose refund is approved. Run it every few minutes;"
                    + " killed and run again, it ends the same.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It is done.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage.",
            "3:The provider has not answered, or refused a refund; run it again, or look at online refunds."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya online check --key-file sandbox.key",
            "  ./taswiya online check --key-file sandbox.key --attempt CP0000000017"
        })
final class OnlineCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ProviderOption provider;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days back an attempt may be. Default: ${DEFAULT-VALUE}.")
    private int days = 7;

    @Option(
            names = "--attempt",
            paramLabel = "NAME",
            description = "Ask of this attempt alone, whatever was heard of it.")
    private @Nullable String attempt;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ProviderRounds.Asked asked;
        ProviderRounds.Sent sent;
        try (Database database = home.open()) {
            ProviderRounds rounds = new ProviderRounds(provider.takings(database));
            String name = attempt;
            asked = name == null
                    ? rounds.ask(Duration.ofDays(Math.max(1, days)))
                    : rounds.ask(name)
                            .orElseThrow(() -> new ParameterException(
                                    spec.commandLine(),
                                    "there is no attempt " + name + "; online list shows those there are"));
            sent = rounds.sendBack();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(asked, sent) : text(asked, sent));
        out.flush();
        return asked.unanswered() + sent.unanswered() + sent.failed() == 0 ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private static String text(ProviderRounds.Asked asked, ProviderRounds.Sent sent) {
        return "asked of " + asked.asked() + ": " + asked.paid() + " paid, " + asked.refused() + " refused, "
                + asked.unanswered() + " unanswered\nrefunds: " + sent.done() + " done, " + sent.failed() + " failed, "
                + sent.unanswered() + " unanswered";
    }

    private static String json(ProviderRounds.Asked asked, ProviderRounds.Sent sent) {
        return JsonLine.object(object -> {
            object.writeNumberProperty("asked", asked.asked());
            object.writeNumberProperty("paid", asked.paid());
            object.writeNumberProperty("refused", asked.refused());
            object.writeNumberProperty("unanswered", asked.unanswered());
            object.writeNumberProperty("refundsDone", sent.done());
            object.writeNumberProperty("refundsFailed", sent.failed());
            object.writeNumberProperty("refundsUnanswered", sent.unanswered());
        });
    }
}
