package org.taswiya.cli.pricing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.deliver.tariff.UrdbText;
import org.taswiya.intake.tariff.TariffBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya tariff export`: writes a price book as others publish tariffs.
@Command(
        name = "export",
        description = {
            "Writes what a price book charges on a day as a record of OpenEI's Utility Rate Database.",
            "",
            "A record says usage by blocks or by time band, demand, a fixed charge and a minimum, before tax and in"
                    + " dollars. A book that charges anything else is refused, and all that no record can say is"
                    + " named. Time bands need the calendar that the book names: hours of weekdays and weekends,"
                    + " month by month.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The record is written.",
            "1:Taswiya or the machine under it failed; the message says what.",
            "2:Wrong usage: no such book, a book with faults, no prices on the day, or a file that is there already.",
            "3:No record can say all that the book charges; each reason is told."
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya tariff export --urdb my-book.yaml",
            "  ./taswiya tariff export --urdb my-book.yaml --on 2025-01-01 --to record.json"
        })
public final class TariffExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private UtilitiesOption utilities;

    @Option(
            names = "--urdb",
            required = true,
            paramLabel = "BOOK",
            description = "The book that becomes a record of OpenEI's Utility Rate Database: an id such as"
                    + " casablanca/water-household, or a path.")
    private String book = "";

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "What is charged on that day. Default: the first day of the book's newest version.")
    private @Nullable LocalDate on;

    @Option(names = "--to", paramLabel = "FILE", description = "Into a new file. Default: standard output.")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        TariffBook read = BookRead.book(spec, utilities.folderLibrary(), book);
        LocalDate day = on != null ? on : read.tariff().versions().getLast().from();
        TariffVersion version = read.tariff()
                .versionOn(day)
                .orElseThrow(() -> wrong(read.tariff().id() + " has no prices on " + day));
        Tariff asOn = read.tariff().asOn(day).orElseThrow();
        TimeBands hours = asOn.calendarOn(day);
        String name = read.tariff().id().replace('/', '-');
        return switch (new UrdbText(asOn, name, version.from(), hours, hours).write()) {
            case UrdbText.Unsayable unsayable -> {
                PrintWriter err = spec.commandLine().getErr();
                unsayable.reasons().forEach(reason -> err.println("taswiya: no record can say " + reason));
                err.flush();
                yield ExitCode.SOME_REFUSED;
            }
            case UrdbText.Written written -> {
                write(written.json());
                yield ExitCode.GOOD;
            }
        };
    }

    private void write(String json) throws IOException {
        if (to == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(json);
            out.flush();
            return;
        }
        try {
            Files.writeString(to, json + "\n", StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw wrong(to + " is there already; expected a new file");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
