package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Path;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.receiving.ImportTotals;

/// An import in a process of its own, to be killed. It says on standard output where it is.
///
/// Its arguments are a home, the limits of readings, and a mapping and a file for each import. What is read by a
/// mapping with `!` at its end is judged by the limits.
final class ImportChild {
    private ImportChild() {}

    public static void main(String[] args) throws IOException {
        ImportListener telling = new ImportListener() {
            @Override
            public void committed(ImportTotals soFar, long share) {
                System.out.println("committed");
            }
        };
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            System.out.println("opened");
            ReadingChecks limits = Town.limits(Path.of(args[1]));
            for (int i = 2; i < args.length; i += 2) {
                String mapping = args[i].replace("!", "");
                ReadingChecks checks = mapping.equals(args[i]) ? null : limits;
                ImportSettings settings =
                        new ImportSettings(Path.of(args[i + 1]), Town.shipped(mapping), Town.ON, 50, checks, Town.WHY);
                ImportRun.execute(database, settings, telling);
            }
            System.out.println("finished");
        }
    }
}
