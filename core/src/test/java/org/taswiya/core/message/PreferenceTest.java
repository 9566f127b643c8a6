package org.taswiya.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PreferenceTest {
    private static final Contact EMAIL = new Contact(Channel.EMAIL, "amina@example.org");
    private static final Contact SMS = new Contact(Channel.SMS, "+212612345678");
    private static final Contact POST = new Contact(Channel.POST, "12 rue X, Casablanca");
    private static final ChannelLadder LADDER = new ChannelLadder(List.of(EMAIL, SMS, POST));

    /// A channel that is preferred and not known is passed over: what works comes after what is wished.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    nothing preferred    |           | email sms post
                    one preferred        | sms       | sms email post
                    two, in their order  | post sms  | post sms email
                    as it is             | email     | email sms post
                    """)
    void whatIsPreferredComesFirstThenTheRest(String trap, String first, String expected) {
        List<Channel> channels = first == null
                ? List.of()
                : Arrays.stream(first.split(" "))
                        .map(code -> Channel.ofCode(code).orElseThrow())
                        .toList();
        assertThat(new Preference(Cause.Kind.BILL, true, channels, null)
                        .of(LADDER)
                        .rungs())
                .extracting(rung -> rung.channel().code())
                .as(trap)
                .containsExactly(expected.split(" "));
    }

    @Test
    void aPreferredChannelThatIsNotKnownIsPassedOver() {
        Preference post = new Preference(Cause.Kind.BILL, true, List.of(Channel.POST), null);
        assertThat(post.of(new ChannelLadder(List.of(EMAIL, SMS))).rungs()).containsExactly(EMAIL, SMS);
    }

    @Test
    void whatIsNotWantedHasNoRung() {
        assertThat(new Preference(Cause.Kind.PAYMENT, false, List.of(), null).of(LADDER))
                .isEqualTo(ChannelLadder.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheLawOrSafetyAsksForCannotBeSwitchedOff(Cause.Kind kind) {
        boolean isFaulty = new Preference(kind, false, List.of(), null).fault().isPresent();
        assertThat(isFaulty).isEqualTo(kind.consent() == Cause.Consent.NOT_ASKED);
        assertThat(List.of(
                        Cause.Kind.BILL,
                        Cause.Kind.REMINDER,
                        Cause.Kind.OUTAGE,
                        Cause.Kind.SIGN_IN_CODE,
                        Cause.Kind.CONTACT))
                .allMatch(one -> one.consent() == Cause.Consent.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, amina@example.org, a***@example.org",
        "EMAIL, a@example.org, a***@example.org",
        "SMS, +212612345678, +212***678",
        "POST, 12 rue X, 12***X",
        "POST, 12 rue de la Gironde Casablanca, 12 rue***blanca",
        "POST, زنقة الأطلس 3 الدار البيضاء, زنقة ا***لبيضاء",
        "POST, ici, ***"
    })
    void anAddressIsKnownByItsEndsOnly(Channel channel, String address, String masked) {
        assertThat(new Contact(channel, address).masked()).isEqualTo(masked);
    }

    @Test
    void ofAnOutageManyAreToldSoTheKeyNamesTheAccount() {
        Cause outage = new Cause(Cause.Kind.OUTAGE, "12V1");
        assertThat(outage.messageKey("0000000001", Channel.SMS)).isEqualTo("outage.12V1.0000000001.sms");
        assertThat(new Cause(Cause.Kind.BILL, "0000000042BQ").messageKey("0000000001", Channel.SMS))
                .isEqualTo("bill.0000000042BQ.sms");
    }
}
