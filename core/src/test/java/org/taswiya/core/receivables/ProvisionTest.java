package org.taswiya.core.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

/// A tenth of what is a quarter old, a third of what is half a year, all of what is a year old.
class ProvisionTest {
    private static final ProvisionRules RULES = new ProvisionRules(Map.of(
            AgeBand.HALF_YEAR, Decimal.parse("0.1"),
            AgeBand.YEAR, Decimal.parse("0.3333"),
            AgeBand.OLDER, Decimal.ONE));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing is owed, 0, 0, 0, 0, 0.00",
        "what is young is expected whole, 1000, 0, 0, 0, 0.00",
        "all bands together, 1000, 100, 100, 100, 143.33",
        "the sum is rounded and not each band, 0, 0.04, 0.01, 0, 0.01",
        "half a centime is rounded up, 0, 0.05, 0, 0, 0.01",
        "less than half is not, 0, 0.04, 0, 0, 0.00"
    })
    void sharesAreSummedExactly(String trap, String young, String halfYear, String year, String older, String needed) {
        Map<AgeBand, Money> open = new EnumMap<>(Map.of(
                AgeBand.NOT_DUE, Money.parse(young),
                AgeBand.HALF_YEAR, Money.parse(halfYear),
                AgeBand.YEAR, Money.parse(year),
                AgeBand.OLDER, Money.parse(older)));
        assertThat(RULES.needed(open)).as(trap).isEqualTo(Money.parse(needed));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the first, 100, 0, 100",
        "more, 100, 40, 60",
        "released, 40, 100, -60",
        "more was written off than stood, 10, -5, 15"
    })
    void theDifferenceIsBooked(String trap, String needed, String standing, String booked) {
        Provision provision = new Provision(Money.parse(needed), Money.parse(standing));
        JournalEntry entry = provision.entry(YearMonth.of(2020, 2)).orElseThrow();
        assertThat(entry.postings().getFirst().amount()).as(trap).isEqualTo(Money.parse(booked));
        assertThat(entry.key() + " " + entry.bookedOn()).isEqualTo("provision/2020-02 2020-02-29");
    }

    @Test
    void nothingIsBookedWhereEnoughStands() {
        assertThat(new Provision(Money.parse("5"), Money.parse("5")).entry(YearMonth.of(2020, 2)))
                .isEmpty();
    }
}
