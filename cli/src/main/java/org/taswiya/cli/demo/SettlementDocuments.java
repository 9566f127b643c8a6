package org.taswiya.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.IssuedAccount;

/// The bill documents of the demo: of everybody for the month that settles, of the told customers for the gap too.
final class SettlementDocuments {
    private final Path folder;
    private final TariffLibrary library;
    private final List<Path> files = new ArrayList<>();

    SettlementDocuments(Path folder, TariffLibrary library) {
        this.folder = folder;
        this.library = library;
    }

    void write(List<IssuedAccount> accounts, Function<String, Subscriber> subscribers) {}

    void writeGap(List<ToldCustomers.Told> told) {}

    List<Path> files() {
        return List.copyOf(files);
    }

    Path folder() {
        return folder;
    }

    Path file(IssuedBill bill) {
        return folder.resolve(bill.number() + ".json");
    }

    /// What differs in documents that do not come out the same when they are recomputed.
    List<String> differing(Demo.DocumentCheck check, LongConsumer done) {
        return List.of();
    }
}
