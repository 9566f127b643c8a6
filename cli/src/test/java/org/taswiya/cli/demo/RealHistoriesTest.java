package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The demo's story on the meters of other people's cities: whatever days and holes their files have, the laws hold.
final class RealHistoriesTest {
    private static final LocalDate PRICED_FROM = LocalDate.of(2014, 8, 1);

    /// The least number of settlements, so that a file of which nothing is taken shows.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "santa-monica-water, WATER, 1500",
        "cambridge-electricity, ELECTRICITY, 50",
        "cambridge-gas, ELECTRICITY, 5",
        "uci-electricity-weekly, ELECTRICITY, 150",
    })
    void theLawsHoldOnEverySettlement(String set, Service service, long settledLeast) throws IOException {
        Path file = data().resolve(set).resolve("usage.csv.gz");
        assumeTrue(
                Files.isReadable(file),
                "no real histories: " + file + " is not there; TASWIYA_DATA names the folder that has them");
        Figures figures = InMemoryStory.of(new HistoryTown(file, service, 2_000, 1).story(PRICED_FROM))
                .figures();
        assertThat(figures.laws().broken()).isEmpty();
        assertThat(figures.laws().checked()).isGreaterThan(settledLeast);
    }

    private static Path data() {
        String named = System.getenv("TASWIYA_DATA");
        return named == null ? Path.of("..", "..", "shared", "data") : Path.of(named);
    }
}
