package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.store.agreement.ClosedCheck;

/// The reading with which an agreement began comes after its first bills: the days before them are named, and billed
/// once it is there.
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
}
