package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.dunning.DunningChannel;
import org.taswiya.core.dunning.DunningPolicy;
import org.taswiya.core.dunning.DunningRules;
import org.taswiya.core.dunning.DunningStep;
import org.taswiya.core.dunning.QuietSeason;
import org.taswiya.core.quantity.Money;

class DunningParserTest {
    private static final String WHOLE = """
            dunning:
              - class: household
                steps:
                  - { name: reminder, afterDue: 7, channel: sms, letter: friendly, least: 50 }
                  - { name: cut, afterDue: 60, afterLast: 15, channel: order, letter: cut, fee: 20.50, least: 300 }
                seasons:
                  - { name: winter, from: "--11-01", to: "--03-31", stops: disconnection }
                vulnerable: all
            """;

    @Test
    void everythingThatCanBeDecidedIsRead() {
        DunningPolicy policy = new DunningPolicy(
                List.of(
                        new DunningStep(
                                "reminder", 7, 1, DunningChannel.SMS, "friendly", Money.ZERO, Money.parse("50")),
                        new DunningStep(
                                "cut", 60, 15, DunningChannel.ORDER, "cut", Money.parse("20.50"), Money.parse("300"))),
                List.of(new QuietSeason("winter", MonthDay.of(11, 1), MonthDay.of(3, 31), true)),
                true);
        assertThat(DunningParser.parse("d.yaml", WHOLE))
                .isEqualTo(new DunningReading.Read(new DunningRules(Map.of(CustomerClass.HOUSEHOLD, policy))));
    }

    @Test
    void casablancaDunsHouseholdsInFourStepsAndNoMunicipality() throws IOException {
        assertThat(DunningParser.parse(Path.of("..", "utilities", "casablanca", "dunning.yaml")))
                .isInstanceOfSatisfying(DunningReading.Read.class, read -> {
                    assertThat(read.rules()
                                    .of(CustomerClass.HOUSEHOLD)
                                    .orElseThrow()
                                    .steps())
                            .extracting(DunningStep::name)
                            .containsExactly("reminder", "notice", "final-notice", "disconnection");
                    assertThat(read.rules().of(CustomerClass.MUNICIPALITY)).isEmpty();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            badName      | name: cut       | name: Cut        | 5:17: found Cut, expected a name of small letters
            nameTwice    | name: cut       | name: reminder   | 5:17: found a second step reminder, expected each name
            noChannel    | channel: sms    | channel: pigeon  | 4:49: found pigeon, expected one of
            sameDay      | afterLast: 15   | afterLast: 0     | 5:47: found 0, expected a whole number from 1
            noDelay      | afterLast: 15,  |                  | no field 'afterLast'
            halfCentime  | 20.50           | 20.505           | found 20.505, expected at most two decimals
            noSuchDay    | --11-01         | --11-31          | 7:31: found '--11-31', expected a day of every year
            stopsWhat    | vulnerable: all | vulnerable: some | 8:17: found some, expected one of all, disconnection
            """)
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        assertThat(DunningParser.parse("d.yaml", WHOLE.replace(right, wrong == null ? "" : wrong)))
                .isInstanceOfSatisfying(
                        DunningReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().getFirst().toString())
                                .as(trap)
                                .contains(finding));
    }
}
