package org.taswiya.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.IssuedAccount;
import org.taswiya.run.RunSettings;
import org.taswiya.store.Database;

/// The whole way of a month: readings stored, bills completed, and of each bill the document that anyone can verify, in
/// a file of its own. Files are removed batch by batch, so a town of millions needs no room for them.
record Chain(Town town, Database database, Path folder) {

    /// @param settings of the month
    /// @return bills with their documents
    BenchRow measure(RunSettings settings, int cores) throws IOException {
        LocalDate day = settings.cycle().billTo();
        Documents documents = new Documents(new DocumentFolder(folder, (_, _) -> Optional.empty()));
        long begin = System.nanoTime();
        town.read(database, day);
        long bills = BillingRun.execute(database, settings, documents).totals().bills();
        BenchRow row = BenchRow.of("chain", "bills", bills, (System.nanoTime() - begin) / 1e9, cores);
        Files.delete(folder);
        return row;
    }

    private final class Documents implements BillingListener {
        private final DocumentFolder folder;
        private final List<BillNumber> written = new ArrayList<>();

        Documents(DocumentFolder folder) {
            this.folder = folder;
        }

        @Override
        public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
            SortedMap<BillNumber, String> digests = folder.write(database, accounts);
            written.addAll(digests.keySet());
            return digests;
        }

        @Override
        public void committed(Progress progress) {
            try {
                for (BillNumber number : written) {
                    Files.delete(folder.file(number));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written.clear();
        }
    }
}
