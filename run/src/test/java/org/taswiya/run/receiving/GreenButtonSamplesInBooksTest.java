package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.ExactText;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedSeries;
import org.taswiya.intake.greenbutton.GreenButtonFile;
import org.taswiya.intake.source.SourceRefused;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTable;

/// The published samples, each register of them on a meter of its own: what their schema accepts comes into the books
/// with the sums of the file, every other is refused with a reason.
final class GreenButtonSamplesInBooksTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @TempDir
    private Path folder;

    private Town town = new Town(DATABASE, Path.of("."));

    @BeforeEach
    void aTown() {
        town = new Town(DATABASE, folder);
    }

    private static Path samples() {
        String named = System.getenv("TASWIYA_ORACLE");
        Path folder = (named == null ? Path.of("..", "..", "shared", "oracle") : Path.of(named)).resolve("greenbutton");
        assumeTrue(
                Files.isDirectory(folder),
                "no samples: " + folder + " is not there; TASWIYA_ORACLE names the folder above it");
        return folder;
    }

    @Test
    void everySampleIsInOneOfTheTablesBelow() throws IOException {
        try (var files = Files.list(samples())) {
            assertThat(files.filter(file -> file.toString().endsWith(".xml"))).hasSize(8 + 6);
        }
    }

    /// The sums are those of all `value` of the file, times its power of ten and its unit, reckoned by another program;
    /// of the first sample, two intervals are on a day that has no more.
    @ParameterizedTest
    @CsvSource({
        "cew821-sample_greenbutton_data.xml,  145509/500,           15, 1",
        "gba-test_usage_data_01.xml,          46923/500,            1,  0",
        "sdk-1dayLP_45Days.xml,               739501/250,           45, 0",
        "sdk-1hrLP_32Days.xml,                2354843/1000,         32, 0",
        "sdk-BatchFeedThreeUsagePoints_M.xml, 5289/25,              4,  0",
        "sdk-Electric.xml,                    5965053/1000,         2,  0",
        "sdk-Gas.xml,                         283431372521/9000000, 13, 0",
        "sdk-MonthlyOnlyElectricData.xml,     9567,                 14, 0"
    })
    void whatTheSchemaAcceptsComesInWithTheSumsOfItsFile(String name, String sum, long added, long incomplete)
            throws IOException {
        Path file = samples().resolve(name);
        SortedMap<FeedSeries, FeedDay> first = new TreeMap<>();
        new GreenButtonFile(file, ZONE).read(day -> first.putIfAbsent(day.series(), day));
        StringBuilder yaml = new StringBuilder("brings: feed\nzone: " + ZONE + "\nsource: test\npoints:\n");
        String prefix = String.format(Locale.ROOT, "GB%03dN", COUNT.incrementAndGet());
        int points = 0;
        for (FeedDay day : first.values()) {
            String point = prefix + ++points;
            new FeedTown(town).meter(point, day.days().from(), ";6;1;ELEC;0");
            yaml.append("  \"%s %s\": %s\n"
                    .formatted(day.series().point(), day.series().register(), point));
        }
        ImportReport report = town.take(Town.mapping(yaml.toString()), file, 10);
        assertThat(report.totals().added()).isEqualTo(added);
        assertThat(report.rejected().getOrDefault("incomplete-day", 0L)).isEqualTo(incomplete);
        assertThat(report.stillRejected()).isEqualTo(incomplete);
        assertThat(counted(prefix).plus(left(report))).hasToString(sum);
        assertThat(town.take(Town.mapping(yaml.toString()), file, 10).totals()).isEqualTo(report.totals());
    }

    /// What all dials under a prefix have counted.
    private Fraction counted(String prefix) {
        List<String> last = town.query("""
                select distinct on (usage_point) regexp_replace(provenance, '.*exactly ', '') from reading
                where usage_point like '%s%%' order by usage_point, at desc, revision desc""".formatted(prefix));
        return last.stream().map(text -> ExactText.read(text).orElseThrow()).reduce(Fraction.ZERO, Fraction::plus);
    }

    /// What came back, as its file says it.
    private Fraction left(ImportReport report) throws IOException {
        Path to = folder.resolve("left.csv");
        RejectsFile.write(DATABASE, report.begun(), to);
        return Files.readString(to)
                .lines()
                .skip(1)
                .map(row -> ExactText.read(row.split(",", -1)[10]).orElseThrow())
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    @ParameterizedTest
    @CsvSource({
        "gba-Customer-Subscription-Feed-Anonymized.xml, :16: unexpected-element",
        "gba-Usage-Subscription-Feed-Anonymized.xml,    :51: unexpected-element",
        "vladistan-gas_direct.xml,                      :7: bad-value",
        "sdk-TariffSample.xml,                          :4: not-a-feed",
        "sdk-TariffSampleTEST_FIXED_TARIFF.xml,         :4: not-a-feed",
        "sdk-TariffSampleTEST_VARY_TARIFF.xml,          :4: not-a-feed"
    })
    void everyOtherIsRefusedAndLeavesNothing(String name, String why) {
        Path file = samples().resolve(name);
        int before = ImportTable.reports(DATABASE).size();
        assertThatThrownBy(() -> town.take(Town.shipped("feed"), file, 10))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining(why);
        assertThat(ImportTable.reports(DATABASE)).hasSize(before);
    }
}
