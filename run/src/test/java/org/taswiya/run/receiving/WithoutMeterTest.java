package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.store.receiving.ImportReport;

/// A meter is taken away and none comes in its place: what it counted is billed, and nothing is estimated after that.
final class WithoutMeterTest {
    private static String read(String day, int value) {
        return "E1;;" + day + "/2020;" + value + ";R;";
    }

    private static ImportReport take(CycleBooks books, String serial, String installed, String removed)
            throws IOException {
        String row = "E1;%s;%s;%s;5;0;1;ELEC;0\n".formatted(serial, installed, removed);
        return books.town().take("meters", Town.METERS + row);
    }

    private static CycleBooks takenAwayInApril() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        books.readings(List.of(read("01/04", 1_200), read("15/04", 1_250)), 10);
        take(books, "M1", "01/01/2018", "15/04/2020");
        books.bill(5);
        return books;
    }

    private static List<String> last(CycleBooks books) {
        return books.town().query("""
                        select s.kind || ' ' || s.from_day || ' ' || s.to_day || ' ' || s.usage
                        from bill_segment s join bill b on b.serial = s.bill
                        where b.run = (select max(run) from bill) order by s.from_day""");
    }

    @Test
    void whatItCountedIsBilledAndTheDaysAfterAreHeld() throws IOException {
        CycleBooks books = takenAwayInApril();
        assertThat(last(books)).last().isEqualTo("actual 2020-03-01 2020-04-15 150");
        assertThat(books.held()).isEmpty();
        books.bill(6);
        assertThat(books.held())
                .containsExactly("3 C00001 the meter at usage point E1 was taken away on 2020-04-15 and none hangs"
                        + " there since: import the one that does, or end the agreement");
    }

    /// What was read cannot have been read on a meter that was not there any more.
    @Test
    void itIsNotTakenAwayBeforeItWasRead() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        assertThat(take(books, "M1", "01/01/2018", "29/02/2020").rejected()).containsOnlyKeys("after-removal");
        assertThat(take(books, "M1", "01/01/2018", "01/03/2020").rejected()).isEmpty();
    }

    /// A multiplier that was booked wrong is put right by an exchange of the meter for itself, after it was read on:
    /// the end is no end where one file says what begins.
    @Test
    void aMeterThatComesOnThatDayReadWhatCameAfter() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        assertThat(take(books, "M1", "01/01/2018", "01/02/2020").rejected()).containsOnlyKeys("after-removal");
        String both = "E1;M1;01/01/2018;01/02/2020;5;0;1;ELEC;0\nE1;M1;01/02/2020;;5;0;40;ELEC;1000\n";
        assertThat(books.town().take("meters", Town.METERS + both).rejected()).isEmpty();
        assertThat(books.town()
                        .query("select multiplier || ' ' || coalesce(removed_at::text, 'there') from meter"
                                + " where usage_point = 'E1' order by installed_at"))
                .containsExactly("1 2020-02-01", "40 there");
    }

    @Test
    void theNextMeterIsBilledAgain() throws IOException {
        CycleBooks books = takenAwayInApril();
        take(books, "N1", "15/04/2020", "");
        books.town().take("exchanges", Town.EXCHANGES + "E1;15/04/2020;M1;1250;N1;0\n");
        books.bill(6);
        assertThat(last(books))
                .containsExactly("estimated 2020-04-15 2020-05-15 107", "estimated 2020-05-15 2020-06-01 61");
    }

    @Test
    void asLongAsItHungThereItIsEstimated() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        books.bill(4);
        take(books, "M1", "01/01/2018", "01/05/2020");
        books.bill(5);
        assertThat(books.held()).isEmpty();
        assertThat(last(books)).hasSize(1).first().asString().startsWith("estimated 2020-04-01 2020-05-01");
    }
}
