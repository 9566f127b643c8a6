package org.taswiya.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailStatusTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            5.1.1,                 true
            5.1.1 (no such user),  true
            5.1.10,                true
            5.1.7,                 false
            5.1.8,                 false
            5.0.0,                 true
            5.2.0,                 true
            5.2.1,                 true
            5.2.2,                 false
            5.2.3,                 false
            5.3.4,                 false
            5.4.4,                 false
            5.7.1,                 false
            4.1.1,                 false
            4.4.7,                 false
            2.1.5,                 false
            """)
    void onlyAWrongAddressIsHeldAgainstIt(String text, boolean isOfAddress) {
        assertThat(MailStatus.parse(text).orElseThrow().isOfAddress()).isEqualTo(isOfAddress);
    }

    /// A server that refuses on the spot may mean the sender, and would take all customers' addresses with it.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 5.1.1 no such user                          | true
            550-5.1.1 no such user 550 5.1.1 look it up     | true
            556 5.1.10 <a@x.example>: takes no mail         | true
            550 5.2.1 mailbox disabled                      | true
            550 5.1.0 <b@u.example>: sender rejected        | false
            550 5.0.0 access denied                         | false
            550 5.1.8 sender's domain not found             | false
            550 5.2.2 full                                  | false
            550 5.7.1 relaying denied                       | false
            550 no such user                                | false
            450 4.1.1 not now                               | false
            """)
    void onTheSpotOnlyACodeOfTheRecipientIsHeldAgainstIt(String said, boolean isOfRecipient) {
        assertThat(MailStatus.ofReply(said).filter(MailStatus::isOfRecipient).isPresent())
                .isEqualTo(isOfRecipient);
    }

    @ParameterizedTest
    @CsvSource({"''", "5", "5.1", "3.1.1", "5.1.1234", "5.1.1x", "550 5.1.1", "5.1.-1"})
    void whatIsNoCodeIsNone(String text) {
        assertThat(MailStatus.parse(text)).isEmpty();
    }
}
