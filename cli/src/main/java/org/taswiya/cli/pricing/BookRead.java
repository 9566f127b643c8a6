package org.taswiya.cli.pricing;

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
