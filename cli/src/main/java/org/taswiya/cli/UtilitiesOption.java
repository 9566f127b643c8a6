package org.taswiya.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.BillingCalendar;
import org.taswiya.intake.policy.CalendarParser;
import org.taswiya.intake.policy.CalendarReading;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where the utilities and their price books are.
final class UtilitiesOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--utilities",
            paramLabel = "FOLDER",
            description =
                    "Folder with one folder per utility. Default: TASWIYA_UTILITIES, else the one of this project.")
    private @Nullable Path folder;

    /// The price books below the folder in use.
    TariffLibrary library() {
        return TariffLibrary.of(used());
    }

    /// The same, when all books of a utility can be read: one that is left out would fail all whom it bills.
    TariffLibrary faultlessLibrary(String utility) throws IOException {
        Path tariffs = used().resolve(utility).resolve("tariffs");
        List<Path> books = Files.isDirectory(tariffs) ? BookFiles.below(tariffs) : List.of();
        if (books.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no price book in " + tariffs);
        }
        TariffLibrary library = library();
        for (Path book : books) {
            String name = TariffLibrary.idOf(book).orElse(book.toString());
            if (library.read(name).orElse(null) instanceof RefusedBook refused) {
                throw new ParameterException(
                        spec.commandLine(),
                        "faulty price book: " + refused.findings().getFirst());
            }
        }
        return library;
    }

    /// What a utility below the folder in use decides about estimates and settlements.
    PolicyReading.Read policies(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("policies.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected the utility's policies");
        }
        return switch (PolicyParser.parse(file)) {
            case PolicyReading.Read read -> read;
            case PolicyReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty policies: " + findings.getFirst());
        };
    }

    /// When a utility below the folder in use reads and bills.
    BillingCalendar calendar(String utility) throws IOException {
        Path file = used().resolve(utility).resolve("calendar.yaml");
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not there; expected the utility's calendar");
        }
        return switch (CalendarParser.parse(file)) {
            case CalendarReading.Read read -> read.calendar();
            case CalendarReading.Faulty(var findings) ->
                throw new ParameterException(spec.commandLine(), "faulty calendar: " + findings.getFirst());
        };
    }

    private Path used() {
        Path used = folder == null ? standard() : folder;
        if (!Files.isDirectory(used)) {
            throw new ParameterException(
                    spec.commandLine(), used + " is no folder of utilities; name one with --utilities FOLDER");
        }
        return used;
    }

    /// The launcher tells in `taswiya.root` where the project lies.
    private static Path standard() {
        String named = System.getenv("TASWIYA_UTILITIES");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("taswiya.root", "."), "utilities")
                : Path.of(named);
    }
}
