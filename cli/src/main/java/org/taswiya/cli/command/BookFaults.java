package org.taswiya.cli.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.intake.yaml.Finding;

/// What keeps anybody from being billed by some price books: a fault in one, or two currencies, in which what they bill
/// would be added up as one money.
final class BookFaults {
    private BookFaults() {}

    /// The first one.
    ///
    /// @param names ids or paths; one of which there is no book does not matter
    static Optional<Finding> first(TariffLibrary library, List<String> names) {
        @Nullable TariffBook first = null;
        for (String name : names) {
            switch (library.read(name).orElse(null)) {
                case null -> {} // nobody is billed by it
                case RefusedBook refused -> {
                    return Optional.of(refused.findings().getFirst());
                }
                case TariffBook book -> {
                    first = first == null ? book : first;
                    if (!book.tariff().currency().equals(first.tariff().currency())) {
                        return Optional.of(book.currencyFault(first));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
