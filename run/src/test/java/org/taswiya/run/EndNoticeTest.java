package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.AgreementReason;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Move;
import org.taswiya.store.message.Contacts;

/// Whoever moves out is told that it is done, once, by the channel that they prefer.
final class EndNoticeTest {
    private final OneFlat flat = new OneFlat(TestDatabases.fresh());

    @BeforeEach
    void aTenantWhoReadsTextMessages() {
        flat.fill(2);
        ChannelLadder ladder = new ChannelLadder(
                List.of(new Contact(Channel.SMS, "+212600000001"), new Contact(Channel.EMAIL, "one@example.org")));
        Contacts.set(
                flat.database(), OneFlat.account(1), ladder, Language.AR, LocalDate.of(2020, 1, 1), OneFlat.WHY, false);
        flat.moveIn(1, "2020-02-01", 1_000L);
    }

    private List<String> told() throws SQLException {
        return flat.texts("""
                select concat_ws(' ', m.cause, m.account, m.channel, m.language, m.state, n.facts ->> 'last',
                                 n.facts ->> 'isEstimated', n.facts ->> 'address')
                from message m
                join announcement n on n.kind = m.cause_kind and n.cause = m.cause and n.account = m.account
                where m.cause_kind = 'agreement-end' order by m.id""");
    }

    @Test
    void theMoveIsToldAndARetryTellsNothing() throws SQLException {
        flat.moveOut("C00001", "2020-02-16", 1_090L);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-02-16", 1_090L)))
                .isEqualTo(AgreementReason.ALREADY_ENDED);
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-02-20", 1_099L)))
                .isEqualTo(AgreementReason.ALREADY_ENDED);
        assertThat(told()).containsExactly("C00001 0000000001 sms ar queued 2020-02-15 false 1, rue Atlas");
    }

    @Test
    void thatNobodyCouldReadIsSaidToo() throws SQLException {
        flat.moveOutUnread("C00001", "2020-02-16");
        assertThat(told()).containsExactly("C00001 0000000001 sms ar queued 2020-02-15 true 1, rue Atlas");
    }

    @Test
    void whatIsOnlyTriedOrRefusedIsNotTold() throws SQLException {
        Move move = flat.move("2020-02-16", 1_090L);
        Move tried =
                new Move(move.on(), move.reading(), move.today(), move.tariffs(), move.deposits(), move.why(), true);
        assertThat(OneFlat.refused(AgreementDecisions.moveOut(flat.database(), "C00001", false, tried)))
                .isNull();
        assertThat(OneFlat.refused(flat.moveOut("C00001", "2020-02-16", null))).isEqualTo(AgreementReason.UNREAD);
        assertThat(told()).isEmpty();
    }

    @Test
    void whoeverIsFollowedIsToldAndWhoeverFollowsThemselvesIsNot() throws SQLException {
        flat.households("C00001", 1, 3, "2020-02-11", 1_050L);
        assertThat(told()).isEmpty();
        flat.transfer("C00002", 2, "2020-02-16", 1_090L);
        assertThat(told()).containsExactly("C00002 0000000001 sms ar queued 2020-02-15 false 1, rue Atlas");
    }
}
