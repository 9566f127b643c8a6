package org.taswiya.bench.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.validation.AlarmLimits;

/// Alarms on real meters are held to what docs/abnormal-use.md says of them. Limits were chosen on the first half of
/// Santa Monica alone.
final class AlarmTrialTest {

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "santa-monica-water, FIRST, 6000, 1.0, 44, 76",
        "santa-monica-water, SECOND, 6000, 1.0, 44, 76",
        "cambridge-electricity, ALL, 10000, 0.4, 77, 93",
        "cambridge-gas, ALL, 3000, 2.5, 23, 51",
    })
    void falseAlarmsAreFewAndLargeLeaksAreFound(
            String set, AlarmRow.Half half, int periods, double falseShare, double foundDouble, double foundTriple)
            throws IOException {
        String named = System.getenv("TASWIYA_DATA");
        Path data = named == null ? Path.of("..", "..", "shared", "data") : Path.of(named);
        Path file = data.resolve(set).resolve("usage.csv.gz");
        assumeTrue(Files.isRegularFile(file), "no data set at " + file);
        AlarmRow row = new AlarmTrial(MeterSet.read(file), half, AlarmLimits.MEASURED, List.of(100, 200)).row();
        assertThat(row.judged()).isGreaterThan(periods);
        assertThat(row.falseShare()).isLessThanOrEqualTo(falseShare);
        assertThat(row.found().getFirst()).isGreaterThan(foundDouble);
        assertThat(row.found().getLast()).isGreaterThan(foundTriple);
    }
}
