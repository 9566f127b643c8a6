package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Path;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.receiving.ImportTotals;

/// An import in a process of its own, to be killed. It says on standard output where it is.
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
            for (int i = 1; i < args.length; i += 2) {
                ImportSettings settings =
                        new ImportSettings(Path.of(args[i + 1]), Town.shipped(args[i]), Town.ON, 50, null, Town.WHY);
                ImportRun.execute(database, settings, telling);
            }
            System.out.println("finished");
        }
    }
}
