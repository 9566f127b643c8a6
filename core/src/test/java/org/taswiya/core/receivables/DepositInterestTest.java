package org.taswiya.core.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.DepositInterest.Part;

class DepositInterestTest {

    /// Given back on 1 January 2021. 2020 has 366 days.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            aLeapYearOf365,      2020-01-01=300.00,                   0.0365, 365, 300.00, 10.98
            aLeapYearOf366,      2020-01-01=300.00,                   0.0365, 366, 300.00, 10.95
            aDay,                2020-12-31=100.00,                   0.0365, 365, 100.00,  0.01
            halfACentimeUp,      2020-12-31=50.00,                    0.0365, 365,  50.00,  0.01
            belowHalf,           2020-12-31=49.99,                    0.0365, 365,  49.99,  0.00
            partsRoundedOnce,    2020-12-31=49.99 2020-12-31=49.99,   0.0365, 365,  99.98,  0.01
            eachFromItsDay,      2020-12-30=100.00 2020-12-31=100.00, 0.0365, 365, 200.00,  0.03
            bouncedTheSameDay,   2020-06-01=300.00 2020-06-01=-300.00, 0.0365, 365,  0.00,  0.00
            bouncedLater,        2020-06-01=300.00 2020-07-01=-300.00, 0.0365, 365,  0.00,  0.00
            onTheDayItself,      2021-01-01=300.00,                   0.0365, 365, 300.00,  0.00
            noRate,              2020-01-01=300.00,                   0,      365, 300.00,  0.00
            aPartOfItBounced,    2020-12-21=200.00 2020-12-31=-100.00, 0.0365, 365, 100.00, 0.21
            theRateDoubles,      2020-12-30=100.00, 2000-01-01=0.0365 2020-12-31=0.0730, 365, 100.00, 0.03
            sameRateTwice,       2020-12-30=49.99,  2000-01-01=0.0365 2020-12-31=0.0365, 365,  49.99, 0.01
            notYetARate,         2020-12-30=100.00, 2020-12-31=0.0365, 365, 100.00, 0.01
            aRateToCome,         2020-12-30=100.00, 2020-12-31=0.0365 2021-06-01=0.9, 365, 100.00, 0.01
            theOrderIsOfTheDays, 2020-12-30=100.00, 2020-12-31=0.0730 2000-01-01=0.0365, 365, 100.00, 0.03
            """)
    void interestIsExactAndRoundedOnce(
            String trap, String parts, String rates, int yearDays, String paid, String interest) {
        List<Part> of = new ArrayList<>();
        for (String part : parts.split(" ")) {
            String[] sides = part.split("=");
            of.add(new Part(LocalDate.parse(sides[0]), Money.parse(sides[1])));
        }
        List<DepositRules.Rate> holding = new ArrayList<>();
        for (String rate : rates.split(" ")) {
            String[] sides = rate.contains("=") ? rate.split("=") : new String[] {"2000-01-01", rate};
            holding.add(new DepositRules.Rate(LocalDate.parse(sides[0]), Decimal.parse(sides[1])));
        }
        DepositInterest found =
                DepositInterest.of(of, LocalDate.of(2021, 1, 1), new DepositRules(Map.of(), 0, holding, yearDays));
        assertThat(found.paid()).as(trap).isEqualTo(Money.parse(paid));
        assertThat(found.interest()).as(trap).isEqualTo(Money.parse(interest));
    }
}
