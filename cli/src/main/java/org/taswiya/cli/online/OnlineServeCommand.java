package org.taswiya.cli.online;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.CurrencyOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.ListenOption;
import org.taswiya.cli.command.UntilStopped;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.online.OnlineDoor;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya online serve`: customers pay by card.
@Command(
        name = "serve",
        description = {
            "Serves the pages on which customers pay a bill by card, and what the provider tells, until it is stopped"
                    + " (docs/online.md). Killed at any moment, it loses no payment: the provider tells again.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It was stopped, and has answered what had come; 143 where SIGTERM has stopped it.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya online serve --key-file sandbox.key",
            "  ./taswiya online serve --key-file k --self https://pay.example"
        })
final class OnlineServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private ProviderOption provider;

    @Mixin
    private ListenOption listen = new ListenOption(8090);

    @Option(
            names = "--self",
            paramLabel = "URL",
            description = "How customers and the provider reach it. Default: the address that it listens on.")
    private @Nullable URI self;

    @Mixin
    private CurrencyOption currency;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long something is to be heard of an attempt. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (UntilStopped stopped = new UntilStopped();
                Database database = stopped.keeping(home.open());
                HttpPages http = HttpPages.at(listen.address(), listen.port())) {
            String code = currency.code(provider.currency(database));
            URI reached = self == null ? URI.create(listen.url(http.port())) : self;
            http.serve(new OnlineDoor(
                    provider.takings(database),
                    new OnlineDoor.Terms(reached, code, Duration.ofMinutes(Math.max(1, minutes)))));
            spec.commandLine().getOut().println("serving " + reached + "/online");
            spec.commandLine().getOut().flush();
            stopped.await();
        }
        return ExitCode.GOOD;
    }
}
