package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A utility measures estimates on its own readings, night after night.
final class OwnSetsTest {
    @TempDir
    private Path folder;

    private static List<String> rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    @Test
    void theBooksBecomeASetAndAreMeasured() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(3);
        town.plainMeters(3);
        for (int household = 1; household <= 3; household++) {
            town.read(household, 100 * household, LocalDate.of(2020, 7, 1));
        }
        town.take("vacancies", CommandTown.rows("LOCAL;DEPUIS;JUSQU_A", "L2;10/03/2018;20/03/2018"));
        Path own = folder.resolve("own");
        String said = town.good(
                "backtest",
                "--data",
                own.toString(),
                "--from-books",
                "--method",
                "last-year",
                "--window",
                "2020-04..2020-06");
        assertThat(said).contains("electricity", "last-year", " 3 ");
        Path file = own.resolve("electricity").resolve("usage.csv.gz");
        // from February 2018 to July 2020 each was read 30 times; of the second one March 2018 is left out
        assertThat(rows(file))
                .hasSize(1 + 3 * 29 - 1)
                .startsWith(
                        "meter,class,from,to,quantity",
                        "E1,casablanca/electricity-household,2018-02-01,2018-03-01,100",
                        "E1,casablanca/electricity-household,2018-03-01,2018-04-01,100")
                .contains("E2,casablanca/electricity-household,2018-02-01,2018-03-01,200")
                .noneMatch(row -> row.startsWith("E2,casablanca/electricity-household,2018-03-01"));
        town.read(1, 100, LocalDate.of(2020, 8, 1));
        town.good("backtest", "--data", own.toString(), "--from-books", "--method", "last-year");
        assertThat(rows(file)).as("written anew another night").hasSize(3 * 29 + 1);
        assertThat(file.resolveSibling("usage.csv.gz.begun")).doesNotExist();
    }
}
