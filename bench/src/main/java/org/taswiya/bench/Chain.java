package org.taswiya.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.DocumentFolder;
import org.taswiya.run.IssuedAccount;
import org.taswiya.store.Database;
import org.taswiya.store.billing.Cycle;

/// The whole way of a month, area by area: readings stored, bills completed, and of each bill the document that anyone
/// can verify, in a file of its own. Files are removed at the end, so a town of millions needs no room for them.
record Chain(Town town, Database database, Path folder) {
    /// Enough for a rate; more would measure the file system.
    private static final int BILLS_LEAST = 20_000;

    /// @param settings of the month, of everybody
    /// @return bills with their documents
    BenchRow measure(BillingRun.Settings settings, int cores) throws IOException {
        LocalDate day = settings.cycle().billTo();
        Documents documents = new Documents(database, new DocumentFolder(folder, (_, _) -> Optional.empty()));
        long bills = 0;
        long begin = System.nanoTime();
        for (int area = 0; area < Town.AREAS && bills < BILLS_LEAST; area++) {
            town.read(database, day, area);
            Cycle cycle = new Cycle(day, day, Town.area(area), false);
            bills += BillingRun.execute(database, settings.with(cycle), documents)
                    .totals()
                    .bills();
        }
        BenchRow row = BenchRow.of("chain", "bills", bills, (System.nanoTime() - begin) / 1e9, cores);
        clear();
        return row;
    }

    private record Documents(Database database, DocumentFolder folder) implements BillingListener {
        @Override
        public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
            return folder.write(database, accounts);
        }
    }

    private void clear() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes of) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.delete(folder);
    }
}
