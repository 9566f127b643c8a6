package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.metering.Reading;

final class HistoryTownTest {
    private static final LocalDate PRICED_FROM = LocalDate.of(2014, 8, 1);

    @TempDir
    private Path folder;

    /// Rows `from-to-quantity` of one meter, in months of 2019 and 2020, and what becomes of it.
    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource({
        "'2020-01>2020-02 5, 2020-02>2020-03 6, 2020-03>2020-04 7, 2020-04>2020-05 8, 2020-05>2020-06 9,"
                + " 2020-06>2020-07 4', 3, taken",
        "'2020-01>2020-03 5, 2020-03>2020-05 6, 2020-05>2020-07 7', 1, taken",
        "'2019-12>2020-02 5, 2020-02>2020-04 6, 2020-04>2020-06 7, 2020-06>2020-08 9', 2, taken",
        "'2020-02>2020-03 5, 2020-03>2020-04 6, 2020-05>2020-06 7, 2020-06>2020-07 9', 0, a hole in the gap",
        "'2020-01>2020-02 5, 2020-02>2020-03 6, 2020-06>2020-07 9', 0, nothing known in the gap",
        "'2020-03>2020-04 6, 2020-04>2020-05 7, 2020-05>2020-06 7, 2020-06>2020-07 9', 0, nothing known before the gap",
        "'2019-05>2019-06 6, 2020-04>2020-05 7, 2020-05>2020-06 7, 2020-06>2020-07 9', 0, nothing known before the gap",
    })
    void aMeterIsTakenWhenItsGapAndItsPastAreKnown(String periods, int gapPeriods, String outcome) throws IOException {
        Path file = file(rows("other", "2020-02>2020-03 5, 2020-03>2020-06 5, 2020-06>2020-08 5") + rows("m", periods));
        Story story = town(file, 10).story(PRICED_FROM);
        if (outcome.equals("taken")) {
            Subscriber subscriber = story.subscribers().getLast();
            assertThat(subscriber.customer().latinName()).isEqualTo("Meter m");
            int unread = subscriber.supplies().getFirst().trueUse().size()
                    + 1
                    - subscriber.supplies().getFirst().readings().size();
            assertThat(unread).isEqualTo(gapPeriods);
        } else {
            assertThat(story.subscribers()).hasSize(1);
            assertThat(story.notes().getFirst()).contains("left out: 1 " + outcome);
        }
    }

    @Test
    void periodsOfTheFileBecomeBillingPeriodsAndReadingsAreCountedUp() throws IOException {
        Story story = town(
                        file(rows("m", "2019-12>2020-02 5.5, 2020-02>2020-04 6, 2020-04>2020-06 7, 2020-06>2020-08 9")),
                        10)
                .story(PRICED_FROM);
        assertThat(story.rounds())
                .extracting(
                        round -> round.billTo() + (round.inGap() ? " gap" : "") + (round.settles() ? " settles" : ""))
                .containsExactly("2020-02-01", "2020-04-01 gap", "2020-06-01 gap", "2020-08-01 settles");
        assertThat(story.subscribers().getFirst().supplies().getFirst().readings())
                .extracting(reading -> reading.at() + " " + reading.value())
                .containsExactly("2019-12-01 0", "2020-02-01 5.5", "2020-08-01 27.5");
    }

    /// 31 days of which nothing is known, between 10 in 31 days and 20 in 30: 31 x 30/61, half-up.
    @Test
    void aHoleBeforeTheGapIsFilledAndSaid() throws IOException {
        Story story = town(
                        file(rows(
                                "m",
                                "2019-10>2019-11 10, 2019-12>2020-01 20, 2020-01>2020-03 3, 2020-03>2020-06 7,"
                                        + " 2020-06>2020-08 9")),
                        10)
                .story(PRICED_FROM);
        assertThat(story.subscribers()
                        .getFirst()
                        .supplies()
                        .getFirst()
                        .trueUse()
                        .get(1)
                        .quantity())
                .hasToString("15");
        assertThat(story.notes()).anyMatch(note -> note.startsWith("1 holes"));
    }

    @Test
    void metersWithOtherDaysMakeACycleOfTheirOwn() throws IOException {
        Story story = town(
                        file(rows("a", "2020-01>2020-03 5, 2020-03>2020-05 6, 2020-05>2020-07 7")
                                + rows(
                                        "b",
                                        "2019-12>2020-02 5, 2020-02>2020-04 6, 2020-04>2020-06 7, 2020-06>2020-08 9")),
                        10)
                .story(PRICED_FROM);
        assertThat(story.subscribers()).extracting(Subscriber::cycle).doesNotHaveDuplicates();
        assertThat(story.rounds())
                .filteredOn(Round::settles)
                .extracting(Round::billTo)
                .containsExactlyInAnyOrder(LocalDate.of(2020, 7, 1), LocalDate.of(2020, 8, 1));
    }

    /// What no later period follows is settled all the same, on a reading that comes in late.
    @Test
    void aMeterThatEndsWithTheGapIsSettledOnALateReading() throws IOException {
        Story story = town(file(rows("m", "2020-01>2020-03 5, 2020-03>2020-06 6")), 10)
                .story(PRICED_FROM);
        Round last = story.rounds().getLast();
        assertThat(last.settles()).isTrue();
        assertThat(last.billTo()).isEqualTo(LocalDate.of(2020, 9, 1));
        Reading late =
                story.subscribers().getFirst().supplies().getFirst().readings().getLast();
        assertThat(late.at()).isEqualTo(LocalDate.of(2020, 6, 1));
        assertThat(story.rounds()).filteredOn(round -> round.hasReceived(late)).containsExactly(last);
    }

    /// The late reading leaves days up to the end of the cycle; that they would be estimated breaks no law.
    @Test
    void theLawsHoldForALateReading() throws IOException {
        Story story = town(file(rows("m", "2019-01>2020-03 50, 2020-03>2020-06 6")), 10)
                .story(PRICED_FROM);
        Figures figures = InMemoryStory.of(story).figures();
        assertThat(figures.laws().checked()).isEqualTo(1);
        assertThat(figures.laws().broken()).isEmpty();
    }

    @Test
    void yearsWithoutPricesAreMoved() throws IOException {
        String rows = rows("m", "2020-01>2020-03 5, 2020-03>2020-06 6, 2020-06>2020-07 3")
                .replace("2020", "2009");
        Story story = town(file(rows), 10).story(PRICED_FROM);
        assertThat(story.notes()).anyMatch(note -> note.contains("moved by 11 years"));
        assertThat(story.rounds().getLast().billTo()).isEqualTo(LocalDate.of(2020, 7, 1));
    }

    @Test
    void ofMoreMetersThanWantedSomeAreDrawnBySeed() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 100; i < 200; i++) {
            rows.append(rows("m" + i, "2020-01>2020-03 5, 2020-03>2020-06 6, 2020-06>2020-07 3"));
        }
        Path file = file(rows.toString());
        List<Subscriber> ten = town(file, 10).story(PRICED_FROM).subscribers();
        assertThat(ten).hasSize(10).isEqualTo(town(file, 10).story(PRICED_FROM).subscribers());
        assertThat(ten)
                .extracting(subscriber -> subscriber.customer().latinName())
                .isSorted();
        assertThat(town(file, 10).story(PRICED_FROM).notes().getFirst())
                .contains("taken: 10; left out: 90 usable, not drawn");
    }

    @Test
    void whatMakesNoStoryIsSaid() throws IOException {
        Path none = file(rows("m", "2020-01>2020-03 5, 2020-06>2020-07 3"));
        assertThatThrownBy(() -> town(none, 10).story(PRICED_FROM))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "no meter that is known in March to May 2020 and before: 1 nothing known in the gap");
        Path bad = file("m,HOUSE,x,y,z\n");
        assertThatThrownBy(() -> town(bad, 10).story(PRICED_FROM))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no usable row, first line 2: bad-date");
    }

    @Test
    void theServiceIsThatOfThePath() {
        assertThat(HistoryTown.serviceOf(Path.of("/data/santa-monica-water/usage.csv.gz")))
                .isEqualTo(Service.WATER);
        assertThat(HistoryTown.serviceOf(Path.of("/data/cambridge-electricity/usage.csv.gz")))
                .isEqualTo(Service.ELECTRICITY);
    }

    private static HistoryTown town(Path file, int accounts) {
        return new HistoryTown(file, Service.WATER, accounts, 7);
    }

    private static String rows(String meter, String periods) {
        StringBuilder rows = new StringBuilder();
        for (String period : periods.split(",")) {
            String[] words = period.strip().split("[> ]");
            rows.append(meter + ",HOUSE," + words[0] + "-01," + words[1] + "-01," + words[2] + "\n");
        }
        return rows.toString();
    }

    private Path file(String rows) throws IOException {
        Path file = folder.resolve("usage.csv");
        Files.writeString(file, "meter,class,from,to,quantity\n" + rows);
        return file;
    }
}
