package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.Determinant;
import org.taswiya.store.Changes;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.agreement.ClosedCheck;

/// The reading with which an agreement began comes after its first bills: the days before them are named, and billed
/// once it is there. Books that are opened again from their first day are estimated by what was read since, and months
/// that a cycle passed over are estimated one by one.
final class LateOpeningTest {
    private static String read(String day, int value) {
        return "E1;;" + day + "/2020;" + value + ";R;";
    }

    private static List<String> missing(CycleBooks books) {
        return ClosedCheck.check(books.database(), LocalDate.of(2020, 5, 2), 0).missing().stream()
                .map(one -> one.lack().code() + " " + one.since() + " " + one.found())
                .toList();
    }

    /// 100 kWh a month each cost 106.15; together they would reach a dearer block.
    @Test
    void daysBeforeTheFirstBillAreBilledWithTheNextOne() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/03", 1_100)));
        books.readings(List.of(read("01/04", 1_200)), 1);
        books.bill(4);
        assertThat(missing(books)).containsExactly("opening 2020-02-01 2020-03-01");

        books.readings(List.of(read("01/02", 1_000), read("01/05", 1_300)), 1);
        books.bill(5);
        assertThat(missing(books)).isEmpty();
        assertThat(books.town().query("""
                        select s.kind || ' ' || s.from_day || ' ' || s.to_day || ' ' || s.usage
                        from bill_segment s join bill b on b.serial = s.bill order by b.run, s.from_day"""))
                .containsExactly(
                        "actual 2020-03-01 2020-04-01 100",
                        "actual 2020-02-01 2020-03-01 100",
                        "true-up 2020-03-01 2020-04-01 100",
                        "actual 2020-04-01 2020-05-01 100");
        assertThat(books.billed()).containsExactly("C00001 31845");
    }

    private static List<String> segments(CycleBooks books, int run) {
        return books.town().query("""
                        select s.kind || ' ' || s.from_day || ' ' || s.to_day || ' ' || s.usage
                        from bill_segment s join bill b on b.serial = s.bill
                        where b.run = %d order by s.from_day""".formatted(run));
    }

    /// Who lives there is stated anew, which opens the books, and no price of the house asks for it.
    @Test
    void booksOpenedFromTheirFirstReadingAreEstimatedByWhatWasReadSince() throws IOException, SQLException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        books.readings(List.of(read("01/04", 1_260)), 1);
        books.bill(4);
        AgreementFact persons = new AgreementFact(Determinant.PERSONS, LocalDate.of(2020, 2, 1), Decimal.of(6));
        try (Connection connection = books.database().connect()) {
            connection.setAutoCommit(false);
            AgreementFacts.add(connection, Changes.last(connection), Map.of("C00001", List.of(persons)));
            connection.commit();
        }
        books.bill(5);
        assertThat(books.held()).isEmpty();
        assertThat(segments(books, 3)).containsExactly("estimated 2020-04-01 2020-05-01 155");
    }

    /// What nobody has ever read is held, with what to do.
    @Test
    void whereNothingIsKnownTheHoldSaysWhatToDo() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/03", 1_100)));
        books.bill(4);
        assertThat(books.held())
                .containsExactly("2 C00001 nothing to estimate 2020-03-01 to 2020-04-01 from: have the meter read, or"
                        + " say what was used (hold re-estimate --usage)");
    }

    /// April's reading comes in May's cycle, which estimates nothing: May is estimated together with June.
    @Test
    void aMonthThatACyclePassedOverIsEstimatedByItself() throws IOException {
        CycleBooks books = new CycleBooks(1);
        books.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        books.bill(4);
        books.readings(List.of(read("01/04", 1_224)), 1);
        books.bill(5);
        assertThat(segments(books, 3)).containsExactly("true-up 2020-03-01 2020-04-01 124");
        books.bill(6);
        assertThat(segments(books, 4))
                .containsExactly("estimated 2020-04-01 2020-05-01 120", "estimated 2020-05-01 2020-06-01 124");
        books.readings(List.of(read("01/05", 1_374), read("01/06", 1_524), read("01/07", 1_674)), 1);
        books.bill(7);
        CycleBooks inTime = new CycleBooks(1);
        inTime.begin(List.of(read("01/02", 1_000), read("01/03", 1_100)));
        inTime.readings(List.of(read("01/04", 1_224)), 1);
        inTime.bill(4);
        inTime.readings(List.of(read("01/05", 1_374)), 1);
        inTime.bill(5);
        inTime.readings(List.of(read("01/06", 1_524)), 1);
        inTime.bill(6);
        inTime.readings(List.of(read("01/07", 1_674)), 1);
        inTime.bill(7);
        assertThat(books.billed()).isEqualTo(inTime.billed());
    }
}
