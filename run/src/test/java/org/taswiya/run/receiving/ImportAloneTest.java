package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.receiving.StoredImport;

/// One file, and two programs that bring it.
final class ImportAloneTest {
    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    @Test
    void twoProgramsDoNotBringTheSameFileAtOnce() throws IOException {
        Town town = new Town(database, folder);
        town.build("t", 1, 3);
        Path file = town.file(Town.READINGS + "Et1,2020-03-01,100\nEt1,2020-04-01,150\n");
        ImportSettings settings =
                new ImportSettings(file, Town.shipped("readings"), Town.ON, 1, null, PaymentLimits.NONE, Town.WHY);
        List<String> told = new ArrayList<>();
        ImportReport report = ImportRun.execute(database, settings, new ImportListener() {
            @Override
            public void committed(ImportTotals soFar, long share) {
                if (!told.isEmpty()) {
                    return;
                }
                assertThatThrownBy(() -> ImportRun.execute(database, settings, new ImportListener() {
                            @Override
                            public void goesOn(StoredImport begun) {
                                told.add("goes on");
                            }
                        }))
                        .isInstanceOf(ImportRefused.class)
                        .hasMessageContaining("Another program is at work on import ");
                told.add("refused");
            }
        });
        assertThat(told).containsOnly("refused").isNotEmpty();
        assertThat(report.totals().added()).isEqualTo(2);
        assertThat(ImportRun.execute(database, settings, new ImportListener() {})
                        .totals())
                .isEqualTo(report.totals());
    }
}
