package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.taswiya.cli.demo.SettlementLaws.Law;
import org.taswiya.cli.terminal.Grouped;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;

final class FiguresTest {
    private static Figures figures = new Figures();

    @BeforeAll
    static void billInMemory() throws IOException {
        figures = InMemoryStory.of(Story.casablanca(150, 11)).figures();
    }

    @Test
    void theLawsHoldOnEverySettlement() {
        assertThat(figures.laws().broken()).isEmpty();
        assertThat(figures.laws().checked()).isGreaterThan(290);
        assertThat(figures.laws().hold(Law.PROOF)).isTrue();
    }

    @Test
    void everyServiceAndClassIsSettledAndTheirSumIsTheWhole() {
        assertThat(figures.groups().keySet())
                .hasToString("[Group[service=electricity, customerClass=household],"
                        + " Group[service=electricity, customerClass=professional],"
                        + " Group[service=water, customerClass=household],"
                        + " Group[service=water, customerClass=professional]]");
        assertThat(figures.all().count()).isEqualTo(figures.laws().checked());
        assertThat(figures.all().net()).isEqualTo(figures.customers().net());
    }

    /// In lockdown homes used more than in the two years before, places of work less.
    @Test
    void householdsAreChargedAndProfessionalsCredited() {
        figures.groups()
                .forEach((group, direction) -> assertThat(direction.net().signum())
                        .as(group.toString())
                        .isEqualTo(group.customerClass().equals("household") ? 1 : -1));
    }

    @Test
    void aLumpIsNeverCheaperThanTheCheapest() {
        assertThat(figures.lump()).isGreaterThan(figures.monthWise());
        assertThat(figures.cheapest()).isLessThanOrEqualTo(figures.monthWise());
        assertThat(figures.dearest()).isGreaterThanOrEqualTo(figures.lump());
    }

    /// Errors of 50, 10, 0 and 25 percent, and two meters that used nothing, one of them rightly estimated: WAPE
    /// (50+10+0+100+30+0)/(100+100+100+400), and 2 of 4 off.
    @Test
    void errorsOfEstimates() {
        EstimateError error = new EstimateError();
        error.add(Decimal.of(150), Decimal.of(100));
        error.add(Decimal.of(90), Decimal.of(100));
        error.add(Decimal.of(100), Decimal.of(100));
        error.add(Decimal.of(300), Decimal.of(400));
        error.add(Decimal.of(30), Decimal.ZERO);
        error.add(Decimal.ZERO, Decimal.ZERO);
        assertThat(error.meters()).isEqualTo(6);
        assertThat(error.wape()).isEqualTo("27.1");
        assertThat(error.median()).isEqualTo("17.5");
        assertThat(error.off()).isEqualTo("50.0");
        assertThat(error.bias()).isEqualTo("-4.3");
    }

    @Test
    void whoUsedNothingHasNoErrorInPercent() {
        EstimateError error = new EstimateError();
        error.add(Decimal.of(30), Decimal.ZERO);
        assertThat(error.meters()).isEqualTo(1);
        assertThat(error.wape()).isEqualTo("-");
        assertThat(error.median()).isEqualTo("-");
        assertThat(error.off()).isEqualTo("-");
    }

    @Test
    void numbersHaveTheirThousandsSetApart() {
        assertThat(Grouped.of(0)).isEqualTo("0");
        assertThat(Grouped.of(999)).isEqualTo("999");
        assertThat(Grouped.of(-1000)).isEqualTo("-1,000");
        assertThat(Grouped.of(1234567)).isEqualTo("1,234,567");
        assertThat(Grouped.of(Money.ofMinor(-12345678))).isEqualTo("-123,456.78");
        assertThat(Grouped.signed(Money.ofMinor(5))).isEqualTo("+0.05");
        assertThat(Grouped.percent(1, 3)).isEqualTo("33.3");
        assertThat(Grouped.percent(1, 0)).isEqualTo("-");
    }
}
