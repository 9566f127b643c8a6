package org.taswiya.cli.online;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.CurrencyOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UntilStopped;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.sandbox.Sandbox;
import org.taswiya.server.sandbox.SandboxPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya online sandbox`: a provider to try with.
@Command(
        name = "sandbox",
        description = {
            "Plays a card provider until it is stopped: a page with buttons to accept or refuse the card, and to tell"
                    + " the utility late, three times, before the customer is back, or not at all. No money moves.",
            "",
            "Its own list of a day is at /day?on=2020-06-20, as collector reconcile reads it.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:It was stopped; 143 where SIGTERM has stopped it.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage."
        },
        footer = {"", "Examples:", "  ./taswiya online sandbox --key-file sandbox.key --log sandbox.log"})
final class OnlineSandboxCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            required = true,
            description = "The key that it shares with the utility; made where the file is not there.")
    private Path keyFile = Path.of("");

    @Option(
            names = "--log",
            paramLabel = "FILE",
            required = true,
            description = "What it has taken; it goes on where this ends.")
    private Path log = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "8091",
            description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private CurrencyOption currency;

    @Mixin
    private UtilitiesOption utilities;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String code = currency.code(utilities.currency());
        try (UntilStopped stopped = new UntilStopped();
                Sandbox sandbox = new Sandbox(log, KeyFile.readOrMake(keyFile), Clock.system(ZoneId.systemDefault()));
                HttpPages http = HttpPages.at(InetAddress.getLoopbackAddress(), port)) {
            http.serve(new SandboxPages(sandbox, code));
            spec.commandLine().getOut().println("serving http://127.0.0.1:" + http.port() + "/");
            spec.commandLine().getOut().flush();
            stopped.await();
        }
        return ExitCode.GOOD;
    }
}
