package org.taswiya.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.demo.ToldCustomers.Told;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.IssuedAccount;

/// The bill documents of the demo: of everybody for the month that settles, of the told customers for the gap too.
final class SettlementDocuments {
    /// How many are verified between two steps of the progress.
    private static final int STEP = 200;

    private final DocumentFolder folder;
    private final TariffLibrary library;
    private final List<Path> files = new ArrayList<>();

    SettlementDocuments(DocumentFolder folder, TariffLibrary library) {
        this.folder = folder;
        this.library = library;
    }

    /// Writes every bill of some accounts.
    ///
    /// @return the digest of each document
    SortedMap<BillNumber, String> write(List<IssuedAccount> accounts, Function<String, Subscriber> subscribers) {
        SortedMap<BillNumber, String> digests =
                folder.write(accounts, bill -> addressee(subscribers.apply(bill.customerAccount())));
        digests.keySet().forEach(number -> files.add(folder.file(number)));
        return digests;
    }

    /// Writes the bills that the told customers had in the gap.
    void writeGap(List<Told> told) {
        told.forEach(one -> write(one.inGap(), _ -> one.subscriber()));
    }

    private static Addressee addressee(Subscriber subscriber) {
        return Addressee.of(subscriber.customer(), subscriber.account(), subscriber.premise());
    }

    /// The document of a bill, as it lies in its file.
    BillDocument document(IssuedBill bill, AccountInput input, Subscriber subscriber) {
        return folder.notes().document(bill, input, addressee(subscriber));
    }

    /// What the price book of a bill is called; null when there is none.
    @Nullable String tariffTitle(IssuedBill bill, Language language) {
        return library.book(bill.bill().tariff())
                .map(book -> book.title().in(language))
                .orElse(null);
    }

    Path folder() {
        return folder.folder();
    }

    Path file(IssuedBill bill) {
        return folder.file(bill.number());
    }

    /// All that were written, in the order of their numbers.
    List<Path> files() {
        return files.stream().sorted().toList();
    }

    /// What differs in documents that do not come out the same when they are recomputed.
    ///
    /// @param done is told how many more are checked
    List<String> differing(Demo.DocumentCheck check, LongConsumer done) {
        List<Path> all = files();
        List<String> differing = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STEP) {
            List<Path> some = all.subList(from, Math.min(all.size(), from + STEP));
            differing.addAll(some.parallelStream()
                    .map(file -> first(check.faults(file)).map(fault -> file.getFileName() + ": " + fault))
                    .flatMap(Optional::stream)
                    .toList());
            done.accept(some.size());
        }
        return differing;
    }

    private static Optional<String> first(Collection<String> faults) {
        return faults.stream().findFirst();
    }
}
