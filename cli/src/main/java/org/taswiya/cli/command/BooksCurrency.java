package org.taswiya.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.store.Database;
import org.taswiya.store.run.RunTariffs;

/// Which currency the amounts in a database are in. The books do not name it, the price books do; all tariffs of a
/// utility are in one currency, so any that an agreement names will do.
final class BooksCurrency {
    private BooksCurrency() {}

    /// Where no agreement names a price book that can be read, the currency of all books below the folder, when it is
    /// one.
    static Currency of(Database database, Path utilities) {
        return RunTariffs.any(database)
                .flatMap(new BooksInForce(database, TariffLibrary.of(utilities)).now()::tariff)
                .map(tariff -> new Currency(tariff.currency()))
                .orElseGet(() -> of(utilities));
    }

    /// The currency of all books below a folder; unnamed when they are in several.
    static Currency of(Path utilities) {
        TariffLibrary library = TariffLibrary.of(utilities);
        try {
            List<String> codes = BookFiles.below(utilities).stream()
                    .flatMap(book -> TariffLibrary.idOf(book).stream())
                    .flatMap(id -> library.tariff(id).stream())
                    .map(Tariff::currency)
                    .distinct()
                    .toList();
            return codes.size() == 1 ? new Currency(codes.getFirst()) : Currency.UNNAMED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
