package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.taswiya.run.receiving.FeedTown.day;
import static org.taswiya.run.receiving.FeedTown.feed;
import static org.taswiya.run.receiving.FeedTown.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.intake.source.SourceRefused;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTable;

/// Feeds of intervals into the books.
final class FeedImportTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private Path folder;

    private Town town = new Town(DATABASE, Path.of("."));
    private FeedTown feeds = new FeedTown(town);
    private String point = "";

    /// A point of its own for each test, in one database.
    @BeforeEach
    void aTown() {
        town = new Town(DATABASE, folder);
        feeds = new FeedTown(town);
        point = String.format(Locale.ROOT, "FEED%06d", COUNT.incrementAndGet());
    }

    private List<String> readings() {
        return town.counting(point).stream()
                .map(row -> row.replace(point + " 2020-", ""))
                .toList();
    }

    @Test
    void daysBecomeReadingsAndNothingThatIsRoundedAwayIsLost() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;100");
        String text = feed(stream(point, "E1", day(1, "10.4"), day(2, "10.4", "E52"), day(3, "10.4")));
        assertThat(feeds.take(text).totals().added()).isEqualTo(3);
        List<String> expected = List.of("03-02 actual 110", "03-03 estimated 121", "03-04 actual 131");
        assertThat(readings()).isEqualTo(expected);
        ImportReport again = feeds.take(text);
        assertThat(again.totals().added()).isEqualTo(3);
        assertThat(readings()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "rolls over,              5;0;1;ELEC;99990, 20,      10",
        "rounds up to its end,    5;0;1;ELEC;99990, 9.7,     0",
        "counts by a transformer, 5;1;40;ELEC;0,    4002,    100.1",
        "has no digits known,     ;0;1;ELEC;99990,  20,      100010",
        "shows all of it,         5;6;1;ELEC;0,     0.000001, 0.000001"
    })
    void aDialShowsWhatItCan(String which, String meter, String quantity, String shown) throws IOException {
        feeds.meter(point, meter);
        assertThat(feeds.take(feed(stream(point, "E1", day(1, quantity)))).stillRejected())
                .isZero();
        assertThat(readings()).as(which).containsExactly("03-02 actual " + shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody knows the point   | 5;0;1;ELEC;0 | OTHER00000 E1 KWH 1 5 A | unknown-usage-point",
                "the day before is missing| 5;0;1;ELEC;0 | POINT E1 KWH 2 5 A      | missing-days",
                "reactive energy          | 5;0;1;ELEC;0 | POINT E1 KVARH 1 5 A    | feed-fault",
                "what is fed in           | 5;0;1;ELEC;0 | POINT B1 KWH 1 5 A      | other-register",
                "no data                  | 5;0;1;ELEC;0 | POINT E1 KWH 1 5 N      | feed-fault",
                "below zero               | 5;0;1;ELEC;0 | POINT E1 KWH 1 -5 A     | feed-fault",
                "a meter of water         | 5;0;1;EAU;0  | POINT E1 KWH 1 5 A      | other-unit",
                "round and further        | 2;0;1;ELEC;0 | POINT E1 KWH 1 100 A    | digit-overflow",
                "before the meter         | 5;0;1;ELEC;0 | POINT E1 KWH 0 5 A      | before-installation",
                "a day to come            | 5;0;1;ELEC;0 | POINT E1 KWH 123 5 A    | future-date"
            })
    void whatCannotBeTakenComesBackWithItsReason(String which, String meter, String said, String reason)
            throws IOException {
        feeds.meter(point, meter);
        String[] part = said.replace("POINT", point).split(" ");
        List<String> days = List.of(day(Integer.parseInt(part[3]), part[4], part[5]));
        ImportReport report = feeds.take(feed(stream(part[0], part[1], part[2], days)));
        assertThat(report.rejected()).as(which).containsOnlyKeys(reason);
        assertThat(readings()).isEmpty();
    }

    @Test
    void aSecondRegisterOfAPointNeedsAPlaceOfItsOwn() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        String other = point.replace("FEED", "SOLD");
        feeds.meter(other, "5;0;1;ELEC;0");
        String text = feed(stream(point, "E1", day(1, "10")), stream(point, "E2", day(1, "3")));
        assertThat(feeds.take(text).rejected()).containsOnlyKeys("other-register");
        String yaml = "brings: feed\npoints: { \"%s E2\": %s }\nsource: test\n".formatted(point, other);
        ImportReport report = town.take(Town.mapping(yaml), town.file(text), 1);
        assertThat(report.stillRejected()).isZero();
        assertThat(town.counting(other)).containsExactly(other + " 2020-03-02 actual 3");
        assertThat(readings()).containsExactly("03-02 actual 10");
    }

    @Test
    void metersAreFoundByTheirSerials() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        String serial = "X" + point.substring(1);
        String yaml = "brings: feed\nnamedBy: serial\npoints: { %s: S%s }\nsource: test\n".formatted(serial, point);
        town.take(Town.mapping(yaml), town.file(feed(stream(serial, "E1", day(1, "10")))), 10);
        assertThat(readings()).containsExactly("03-02 actual 10");
    }

    @Test
    void daysWaitForTheOneBeforeThem() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        assertThat(feeds.take(feed(stream(point, "E1", day(2, "2"), day(3, "3"))))
                        .stillRejected())
                .isEqualTo(2);
        feeds.take(feed(stream(point, "E1", day(1, "1"))));
        assertThat(readings()).containsExactly("03-02 actual 1", "03-03 actual 3", "03-04 actual 6");
    }

    @Test
    void daysWaitForAReadingThatComesByItself() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        assertThat(feeds.take(feed(stream(point, "E1", day(2, "2"), day(3, "3"))))
                        .stillRejected())
                .isEqualTo(2);
        town.take("readings", Town.READINGS + point + ",2020-03-02,40\n");
        assertThat(readings()).containsExactly("03-02 actual 40", "03-03 actual 42", "03-04 actual 45");
    }

    @Test
    void theDayOfAnExchangeHasTheNewMeter() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;100");
        town.take("exchanges", Town.EXCHANGES + "%s;03/03/2020;S%s;130;N%s;7\n".formatted(point, point, point));
        ImportReport report = feeds.take(feed(stream(point, "E1", day(1, "10"), day(2, "20"), day(3, "5"))));
        assertThat(report.totals().outranked()).isOne();
        assertThat(readings()).containsExactly("03-02 actual 110", "03-04 actual 12");
    }

    @Test
    void anotherValueOfADayIsTakenFromACorrectionAloneWhichCountsOnToTheEnd() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        feeds.take(feed(stream(point, "E1", day(1, "10", "E52"), day(2, "10"))));
        String text = feed(stream(point, "E1", day(1, "4"), day(2, "10")));
        assertThat(feeds.take(text).rejected()).containsOnlyKeys("other-value");
        String yaml = "brings: feed\ncorrects: true\nsource: test\n";
        town.take(Town.mapping(yaml), town.file(text), 10);
        assertThat(readings()).containsExactly("03-02 actual 4", "03-03 actual 14");
    }

    @Test
    void aCorrectionThatTheDialDoesNotShowAtOnceIsCountedOnAllTheSame() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        feeds.take(feed(stream(point, "E1", day(1, "10.1"), day(2, "10.1"), day(3, "10.1"))));
        assertThat(readings()).containsExactly("03-02 actual 10", "03-03 actual 20", "03-04 actual 30");
        String text = feed(stream(point, "E1", day(1, "9.8"), day(2, "9.8"), day(3, "9.8")));
        assertThat(feeds.take(text).rejected()).containsOnlyKeys("other-value");
        String yaml = "brings: feed\ncorrects: true\nsource: test\n";
        ImportReport report = town.take(Town.mapping(yaml), town.file(text), 10);
        assertThat(report.totals().unchanged()).isZero();
        assertThat(readings()).containsExactly("03-02 actual 10", "03-03 actual 20", "03-04 actual 29");
        assertThat(town.take(Town.mapping("# again\n" + yaml), town.file(text), 10)
                        .totals()
                        .unchanged())
                .isEqualTo(3);
    }

    @Test
    void rejectedDaysAreCorrectedAndSentAgainByTheSameMapping() throws IOException {
        feeds.meter(point, "5;0;1;ELEC;0");
        ImportReport report = feeds.take(feed(stream(point.replace("FEED", "FELD"), "E1", day(1, "10.5"))));
        Path to = folder.resolve("rejected.csv");
        RejectsFile.write(DATABASE, report.begun(), to);
        assertThat(Files.readString(to))
                .contains("unknown-usage-point")
                .contains("3,\"" + point.replace("FEED", "FELD") + "\",\"E1\"");
        String fixed = Files.readString(to).replace("FELD", "FEED");
        assertThat(feeds.take(fixed).totals().added()).isOne();
        assertThat(readings()).containsExactly("03-02 actual 11");
    }

    @ParameterizedTest
    @CsvSource({
        "'100,NEM12,202007010000,FROM,TO\n200,', truncated",
        "'100,NEM22,202007010000,FROM,TO\n', unknown-version",
        "<feed/>, not-a-feed",
        "hello, is no feed: Green Button begins with <"
    })
    void aFileThatIsNoFeedIsNotBegun(String text, String why) {
        int before = ImportTable.reports(DATABASE).size();
        assertThatThrownBy(() -> feeds.take(text))
                .isInstanceOf(SourceRefused.class)
                .hasMessageContaining(why);
        assertThat(ImportTable.reports(DATABASE)).hasSize(before);
    }
}
