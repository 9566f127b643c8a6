package org.taswiya.cli.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// The price book that a command names.
public final class BookRead {
    private BookRead() {}

    /// @param name an id or a path
    /// @throws ParameterException when there is no such book, or it has faults
    public static Tariff tariff(CommandSpec spec, TariffLibrary library, String name) {
        return book(spec, library, name).tariff();
    }

    /// The text of the same with the calendars in it that it takes from files, as a home keeps it.
    public static String content(CommandSpec spec, TariffLibrary library, String name) throws IOException {
        Optional<String> ofId = library.content(name);
        return ofId.isPresent() ? ofId.get() : book(spec, library, name).whole(Files.readString(Path.of(name)));
    }

    /// The same with all else that the book says.
    static TariffBook book(CommandSpec spec, TariffLibrary library, String name) {
        return switch (library.read(name).orElse(null)) {
            case null ->
                throw new ParameterException(
                        spec.commandLine(),
                        name + " is no price book; expected an id such as casablanca/electricity-household, or the"
                                + " path of a book");
            case TariffBook good -> good;
            case RefusedBook refused ->
                throw new ParameterException(
                        spec.commandLine(), refused.findings().getFirst().toString());
        };
    }
}
