package org.taswiya.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChannelLadderTest {
    private static final Contact EMAIL = new Contact(Channel.EMAIL, "a@example.org");
    private static final Contact SMS = new Contact(Channel.SMS, "+212612345678");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            plain                     | EMAIL | a@example.org                  | true
            tagged                    | EMAIL | a+bills@mail.example.org       | true
            dots between something    | EMAIL | a.b.c@mail.my-town.example     | true
            two dots                  | EMAIL | a..b@example.org               | false
            a dot first               | EMAIL | .a@example.org                 | false
            a dot last                | EMAIL | a.@example.org                 | false
            a hyphen first            | EMAIL | a@-x.org                       | false
            a hyphen last             | EMAIL | a@x-.org                       | false
            no domain                 | EMAIL | a@localhost                    | false
            nobody                    | EMAIL | @example.org                   | false
            two                       | EMAIL | a@example.org,b@example.org    | false
            with a name               | EMAIL | A <a@example.org>              | false
            in Arabic letters         | EMAIL | زبون@example.org               | false
            from abroad               | SMS   | +212612345678                  | true
            as dialled here           | SMS   | 0612345678                     | false
            with spaces               | SMS   | +212 612345678                 | false
            a street                  | POST  | 1, rue Atlas, Casablanca       | true
            nothing                   | POST  | ' '                            | false
            """)
    void anAddressHasTheFormOfItsChannel(String name, Channel channel, String address, boolean isRight) {
        assertThat(channel.fault(address).isEmpty()).as(name).isEqualTo(isRight);
    }

    /// Whoever writes a line break into an address would write headers of their own.
    @ParameterizedTest
    @CsvSource({"EMAIL", "POST"})
    void anAddressIsOneLine(Channel channel) {
        assertThat(channel.fault("a@example.org\r\nBcc: all@example.org")).isPresent();
        assertThat(channel.fault("a@example.org\n")).isPresent();
    }

    /// What was taken as an address in former times is in the books, and has to be read to be replaced.
    @Test
    void whatIsTakenNoMoreIsStillRead() {
        assertThat(new Contact(Channel.EMAIL, "a..b@example.org").masked()).isEqualTo("a***@example.org");
        assertThat(new Contact(Channel.EMAIL, "a@-x.org").shown()).isEqualTo("a@-x.org");
        assertThatThrownBy(() -> new Contact(Channel.EMAIL, "a@example.org\nBcc: b@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecretsOfABrowserAreNotShown() {
        String keys = " " + "A".repeat(87) + " " + "B".repeat(22);
        assertThat(new Contact(Channel.PUSH, "https://push.example.net/abc" + keys).shown())
                .isEqualTo("https://push.example.net/abc");
    }

    @Test
    void theNextRungIsTheFirstThatWasNotTried() {
        ChannelLadder ladder = new ChannelLadder(List.of(SMS, EMAIL));
        assertThat(ladder.next(Set.of())).contains(SMS);
        assertThat(ladder.next(Set.of(Channel.SMS))).contains(EMAIL);
        assertThat(ladder.next(Set.of(Channel.POST, Channel.EMAIL))).contains(SMS);
        assertThat(ladder.next(Set.of(Channel.SMS, Channel.EMAIL))).isEmpty();
        assertThat(ChannelLadder.NONE.next(Set.of())).isEmpty();
        assertThatThrownBy(() -> new ChannelLadder(List.of(EMAIL, SMS, EMAIL))).hasMessageContaining("twice");
    }

    @Test
    void outagesGoBeforeBillsAndMarketingLast() {
        assertThat(List.of(Cause.Kind.values())).isSortedAccordingTo((a, b) -> a.priority() - b.priority());
        assertThat(new Cause(Cause.Kind.BILL, "0000000042BQ").messageKey("0000000001", Channel.EMAIL))
                .isEqualTo("bill.0000000042BQ.email");
    }
}
