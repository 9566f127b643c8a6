package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.GivenFile;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.deliver.json.JsonLine;
import org.taswiya.server.simulator.CollectorClient;
import org.taswiya.server.simulator.CollectorSimulator;
import org.taswiya.server.simulator.Simulated;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya collector simulate`: plays a collector.
@Command(
        name = "simulate",
        description = {
            "Plays a collector with many customers at once against a server, for tests and measurements: it pays what"
                    + " accounts owe, and says how many payments went through in a second and how long they took."
                    + " THE PAYMENTS ARE REAL for the books that are served.",
            "",
            "With --faults it repeats messages, throws answers away, and sends cancels and confirms out of order; with"
                    + " --log it writes its own log as the CSV that `collector reconcile` reads.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every repeated message was answered as the first time.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage.",
            "3:A repeated message was answered otherwise; each is listed."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya collector simulate --url http://127.0.0.1:8080 \\",
            "      --key-id bank-app.1 --key-file key.txt --accounts accounts.txt \\",
            "      --clients 50 --seconds 10 --rate 500 --in-part"
        })
final class CollectorSimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilityOption utility;

    @Option(names = "--url", paramLabel = "URL", required = true, description = "Where it is served.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--key-id", paramLabel = "ID", required = true, description = "The id of a key.")
    private String keyId = "";

    @Option(names = "--key-file", paramLabel = "FILE", required = true, description = "A file with the key.")
    private Path keyFile = Path.of("");

    @Option(
            names = "--accounts",
            paramLabel = "FILE",
            required = true,
            description = "Accounts whose bills are paid, one a line.")
    private Path accounts = Path.of("");

    @Option(names = "--clients", paramLabel = "N", defaultValue = "50", description = "Customers at once.")
    private int clients;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "How long.")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Pay so long before --seconds begin, and do not measure it.")
    private int warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Payments begun in a second; 0 for as many as there can be.")
    private int rate;

    @Option(names = "--in-part", description = "Pay one centime of a bill, so that bills do not end.")
    private boolean isInPart;

    @Option(names = "--faults", description = "Be on a bad line.")
    private boolean hasFaults;

    @Option(names = "--log", paramLabel = "FILE", description = "Where the log goes.")
    private @Nullable Path log;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> names = GivenFile.names(spec, accounts, "a file with one account a line");
        if (names.isEmpty() || clients < 1 || seconds < 1 || rate < 0 || warmUp < 0) {
            throw new ParameterException(
                    spec.commandLine(), "expected accounts in " + accounts + ", clients and seconds above zero");
        }
        Clock clock = Clock.system(ZoneId.systemDefault());
        CollectorClient client =
                new CollectorClient(url, keyId, Files.readString(keyFile).strip(), clock);
        long begun = System.nanoTime();
        String name = "sim-" + Long.toString(clock.millis(), Character.MAX_RADIX);
        Simulated simulated = new CollectorSimulator(
                        client,
                        new CollectorSimulator.Terms(
                                utility.name(),
                                name,
                                names,
                                clients,
                                rate,
                                isInPart,
                                hasFaults,
                                Duration.ofSeconds(warmUp),
                                begun,
                                clock))
                .play(() -> System.nanoTime() - begun > TimeUnit.SECONDS.toNanos((long) warmUp + seconds));
        if (log != null) {
            Files.write(log, CollectorLog.lines(simulated, clock));
        }
        print(simulated);
        return simulated.broken().isEmpty() ? ExitCode.GOOD : ExitCode.SOME_REFUSED;
    }

    private void print(Simulated simulated) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonLine.object(object -> {
                object.writeNumberProperty("transactions", simulated.log().size());
                object.writeNumberProperty("paid", simulated.paid());
                object.writeNumberProperty("paymentsPerSecond", simulated.paymentsPerSecond());
                object.writeNumberProperty("p50Micros", simulated.payMicros(500));
                object.writeNumberProperty("p99Micros", simulated.payMicros(990));
                object.writeNumberProperty("broken", simulated.broken().size());
            }));
        } else {
            simulated.broken().forEach(out::println);
            out.println(simulated.log().size() + " transactions, " + simulated.paid() + " paid; "
                    + simulated.paymentsPerSecond() + " payments a second, half of them within "
                    + simulated.payMicros(500) + " us, 99 of 100 within " + simulated.payMicros(990) + " us");
        }
        out.flush();
    }
}
