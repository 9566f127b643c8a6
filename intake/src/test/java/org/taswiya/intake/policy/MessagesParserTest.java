package org.taswiya.intake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.MessageRules;
import org.taswiya.core.message.QuietHours;
import org.taswiya.core.quantity.Decimal;

final class MessagesParserTest {
    private static final String WHOLE = """
            sms: { sender: "UTILITY", segmentPrice: 0.2545 }
            quietHours: { from: "21:00", to: "08:00", zone: Africa/Casablanca,
              except: [outage, sign-in-code, contact-code] }
            billLink: "https://portal.example.org/bills/{bill}?from=mail"
            """;

    private static final QuietHours NIGHT = new QuietHours(
            LocalTime.of(21, 0),
            LocalTime.of(8, 0),
            ZoneId.of("Africa/Casablanca"),
            Set.of(Cause.Kind.OUTAGE, Cause.Kind.SIGN_IN_CODE, Cause.Kind.CONTACT_CODE));

    @Test
    void everythingThatCanBeDecidedIsRead() {
        assertThat(MessagesParser.parse("m.yaml", WHOLE))
                .isEqualTo(new MessagesReading.Read(new MessageRules(
                        "UTILITY",
                        Decimal.parse("0.2545"),
                        NIGHT,
                        "https://portal.example.org/bills/{bill}?from=mail")));
    }

    @Test
    void priceAndHoursMayBeLeftOut() {
        assertThat(MessagesParser.parse("m.yaml", "sms: { sender: \"+212522000000\" }\n"))
                .isEqualTo(new MessagesReading.Read(new MessageRules("+212522000000", null, null, "")));
    }

    @Test
    void whatIsShippedIsInOrderAndInventsNoPrice() throws IOException {
        assertThat(MessagesParser.parse(Path.of("..", "utilities", "casablanca", "messages.yaml")))
                .isInstanceOfSatisfying(MessagesReading.Read.class, read -> {
                    assertThat(read.rules().quietHours()).isEqualTo(NIGHT);
                    assertThat(read.rules().segmentPrice()).isNull();
                });
    }

    /// Whoever takes the mark of the comment away has a price, and no fault.
    @Test
    void theShippedCommentStandsWhereThePriceBelongs() throws IOException {
        String shipped = Files.readString(Path.of("..", "utilities", "casablanca", "messages.yaml"));
        assertThat(MessagesParser.parse("m.yaml", shipped.replace("# segmentPrice:", "segmentPrice:")))
                .isInstanceOfSatisfying(
                        MessagesReading.Read.class,
                        read -> assertThat(read.rules().segmentPrice()).hasToString("0.2"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            tooLong | UTILITY | UTILITY-OF-CITY | 1:16: found "UTILITY-OF-CITY", expected a name of at most 11
            noSender | sender: "UTILITY", | ID: X, | the unknown field 'ID', expected one of
            arabic | UTILITY | مياه | expected a name of at most 11 letters and digits
            free | 0.2545 | 0 | found 0, expected a number above zero
            noTime | "21:00" | "25:00" | found "25:00", expected a time of day such as "21:00"
            bareTime | "08:00" | 8 | found 8, expected a time of day
            always | "08:00" | "21:00" | found 21:00, expected another time than from
            noZone | Africa/Casablanca | Africa/Atlantis | found Africa/Atlantis, expected a time zone
            plainLink | https: | http: | expected an address such as "https://portal.example.org/bills/{bill}"
            noBill | {bill} | 42 | expected an address such as "https://portal.example.org/bills/{bill}"
            noKind | [outage, sign-in-code, contact-code] | [outage, storm] | found storm, expected one of
            """, quoteCharacter = '`')
    void faultsAreNamedWithTheirPlace(String trap, String right, String wrong, String finding) {
        assertThat(MessagesParser.parse("m.yaml", WHOLE.replace(right, wrong)))
                .isInstanceOfSatisfying(
                        MessagesReading.Faulty.class,
                        faulty -> assertThat(faulty.findings().toString()).contains(finding));
    }
}
