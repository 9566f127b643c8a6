package org.taswiya.cli.document;

import java.nio.file.Path;
import java.util.Optional;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;

/// The price books of the golden bills: those of `utilities/`, and those of a utility that is made up, which has what
/// no shipped one charges.
final class BillBooks {
    private static final TariffLibrary SHIPPED = TariffLibrary.of(Path.of("../utilities"));
    private static final TariffLibrary MADE_UP = TariffLibrary.of(Path.of("src/test/resources/utilities"));

    private BillBooks() {}

    static TariffLibrary of(String tariff) {
        return tariff.startsWith("valley/") ? MADE_UP : SHIPPED;
    }

    static Optional<TariffBook> book(String tariff) {
        return of(tariff).book(tariff);
    }

    static Tariff tariff(String tariff) {
        return of(tariff).tariff(tariff).orElseThrow();
    }
}
