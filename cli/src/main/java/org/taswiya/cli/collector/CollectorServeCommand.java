package org.taswiya.cli.collector;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.HomeOption;
import org.taswiya.cli.command.ListenOption;
import org.taswiya.cli.command.UntilStopped;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.collector.Collector;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.Reprint;
import org.taswiya.run.ReprintedBill;
import org.taswiya.server.collect.CollectDoor;
import org.taswiya.server.http.HttpDoor;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.collector.CollectorSecret;
import org.taswiya.store.decision.CancelledBill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `taswiya collector serve`: answers other programs over HTTP.
@Command(
        name = "serve",
        description = {
            "Answers collectors over HTTP until it is stopped: what an account owes, reserve, pay, confirm, cancel"
                    + " (docs/collectors.md). Every message is signed with a key that `collector add` gives.",
            "",
            "Killed at any moment, it has told nobody of what is not in the books, and the same message again is safe."
                    + " TLS is for a proxy in front. With the home's own database no other command can work on the home"
                    + " meanwhile; name a PostgreSQL server with --database to have both.",
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
            "  ./taswiya collector serve --port 8080",
            "  ./taswiya collector serve --host 0.0.0.0 --port 8080 \\",
            "      --database postgresql://db/taswiya"
        })
final class CollectorServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Mixin
    private UtilityOption utility;

    @Mixin
    private ListenOption listen = new ListenOption(8080);

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Collector> collectors = utility.collectors();
        try (UntilStopped stopped = new UntilStopped();
                Database database = stopped.keeping(home.open())) {
            serve(database, collectors, stopped);
        }
        return ExitCode.GOOD;
    }

    private void serve(Database database, Map<String, Collector> collectors, UntilStopped stopped)
            throws IOException, InterruptedException {
        BooksInForce books = utility.books(database);
        PrintWriter out = spec.commandLine().getOut();
        try (CollectDoor door = new CollectDoor(
                        database,
                        utility.name(),
                        collectors,
                        CollectorSecret.ofOrNew(home.home()),
                        bill -> copy(database, bill, books.now()),
                        Clock.system(ZoneId.systemDefault()));
                HttpDoor http = HttpDoor.open(door, listen.address(), listen.port())) {
            out.println("serving " + listen.url(http.port()) + "/collect/v1 for " + utility.name());
            out.flush();
            stopped.await();
        }
    }

    /// The document of a bill; none of a bill that was cancelled or cannot be made again as it was.
    private Optional<String> copy(Database database, BillNumber bill, TariffLibrary library) {
        if (CancelledBill.of(database, bill).isPresent()) {
            return Optional.empty();
        }
        List<ReprintedBill> made = new ArrayList<>(1);
        Reprint.execute(
                database,
                new Reprint.Rules(library::tariff, library::whyPlaceholder),
                BilledRange.ofBill(database, bill.serial()),
                made::add);
        return made.stream()
                .filter(ReprintedBill.Same.class::isInstance)
                .map(ReprintedBill.Same.class::cast)
                .map(ReprintedBill.Same::text)
                .findFirst();
    }
}
