package org.taswiya.store.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Backoff;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.Preference;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.LeftUntold;
import org.taswiya.store.message.OutboxClaims;
import org.taswiya.store.message.OutboxClaims.Begun;
import org.taswiya.store.message.OutboxClaims.Claim;
import org.taswiya.store.message.OutboxClaims.Done;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.Preferences;

/// Where codes go, and when they do not go any more.
final class SignInMessagesTest {
    private static final Backoff ONCE = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), 1);

    private static final Asker HERE = new Asker("here", false);

    private static Instant at(long second) {
        return AccessTown.at(second).at();
    }

    private static boolean send(AccessTown town, String account, long second) {
        return send(town, account, Language.FR, second);
    }

    private static boolean send(AccessTown town, String account, Language page, long second) {
        return SignInCodes.send(
                town.database(), AccessTown.account(account), HERE, "111111", page, AccessTown.at(second));
    }

    /// Whoever asks on a page reads its language, whichever the account is told everything else in.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            theFirstRung        | 1    |      | FR | S1 1 email a@example.org fr queued
            smsIsPreferred      | 1    | SMS  | FR | S1 1 sms +212612345678 fr queued
            postIsPreferred     | 1    | POST | FR | S1 1 email a@example.org fr queued
            onAPageInEnglish    | 1    |      | EN | S1 1 email a@example.org en queued
            postAndPushAreFirst | late |      | AR | S1 5 sms +212612345678 ar queued
            """)
    void itGoesByEmailOrSms(String trap, String account, Channel first, Language page, String expected) {
        AccessTown town = AccessTown.fresh();
        List<Channel> channels = first == null ? List.of() : List.of(first);
        Preference preference = new Preference(Cause.Kind.SIGN_IN_CODE, true, channels, null);
        String reference = AccessTown.account(account);
        Preferences.set(town.database(), reference, preference, AccessTown.TODAY, AccessTown.at(0), false);
        assertThat(send(town, account, page, 0)).isTrue();
        assertThat(town.messages()).as(trap).containsExactly(expected);
    }

    @Test
    void itSaysTheCodeAndHowLongItIsGood() throws SQLException {
        AccessTown town = AccessTown.fresh();
        send(town, "2", 0);
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.SMS);
                Connection connection = town.database().connect()) {
            Claim claim = claims.next(at(0), 1).getFirst();
            assertThat(claim.message().key()).isEqualTo("sign-in-code.S1.0000000002.sms");
            assertThat(Announcements.of(connection, claim.message()))
                    .contains(new Announcement.SignInCode("111111", 10));
        }
    }

    /// Nobody at the agency tells them: a code is for whoever is reached. It stays in the language of the page.
    @Test
    void aRungThatFailsIsFollowedByTheOtherAndByNoPaper() {
        AccessTown town = AccessTown.fresh();
        send(town, "1", Language.EN, 0);
        refuse(town, Channel.EMAIL);
        assertThat(town.messages())
                .containsExactly("S1 1 email a@example.org en failed", "S1 1 sms +212612345678 en queued");
        refuse(town, Channel.SMS);
        send(town, "late", Language.AR, 0);
        refuse(town, Channel.SMS);
        assertThat(town.messages())
                .containsExactly(
                        "S1 1 email a@example.org en failed",
                        "S1 1 sms +212612345678 en failed",
                        "S2 5 sms +212612345678 ar failed");
        List<String> untold = new ArrayList<>();
        LeftUntold.each(
                town.database(),
                at(-1000),
                AccessTown.TODAY,
                List.of(),
                (cause, account, _) -> untold.add(cause + account));
        assertThat(untold).isEmpty();
    }

    private static void refuse(AccessTown town, Channel channel) {
        try (OutboxClaims claims = OutboxClaims.open(town.database(), channel)) {
            Claim claim = claims.next(at(1), 1).getFirst();
            assertThat(claims.withdrawn(List.of(claim), at(1), ZoneOffset.UTC)).isEmpty();
            claims.begin(List.of(new Begun(claim, "id")), at(1));
            claims.settle(List.of(new Done(claim, new Outcome(AttemptEvent.REFUSED, "nobody"))), ONCE, at(1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            itWaitsForItsTurn   | 5   |                           |
            toTheSecond         | 600 |                           |
            tooOld              | 601 |                           | the code counts no more
            triedWrongly        | 5   | 222222                    |
            used                | 5   | 111111                    | the code counts no more
            triedTooOften       | 5   | 2 2 2 2 2                 | the code counts no more
            """)
    void whatCountsNoMoreIsNotSent(String trap, long second, String given, String expected) {
        AccessTown town = AccessTown.fresh();
        send(town, "2", 0);
        Stream.of(given == null ? new String[0] : given.split(" "))
                .forEach(code ->
                        SignInCodes.give(town.database(), AccessTown.account("2"), HERE, code, AccessTown.at(1)));
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.SMS)) {
            Claim claim = claims.next(at(second), 1).getFirst();
            assertThat(claims.withdrawn(List.of(claim), at(second), ZoneOffset.UTC)
                            .get(claim.message().id()))
                    .as(trap)
                    .isEqualTo(expected);
        }
    }

    @Test
    void ofTwoThatWaitTheNewOneAloneIsSent() {
        AccessTown town = AccessTown.fresh();
        send(town, "2", 0);
        send(town, "2", 1);
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.SMS)) {
            Claim old = claims.next(at(2), 1).getFirst();
            assertThat(claims.withdrawn(List.of(old), at(2), ZoneOffset.UTC)).containsValue("the code counts no more");
            claims.settle(List.of(new Done(old, new Outcome(AttemptEvent.WITHDRAWN, "replaced"))), ONCE, at(2));
            Claim newer = claims.next(at(2), 1).getFirst();
            assertThat(newer.message().cause().key()).isEqualTo("S2");
            assertThat(claims.withdrawn(List.of(newer), at(2), ZoneOffset.UTC)).isEmpty();
        }
    }

    /// Each counts in its own browser.
    @Test
    void ofTwoOfTwoBrowsersBothAreSent() {
        AccessTown town = AccessTown.fresh();
        send(town, "2", 0);
        SignInCodes.send(
                town.database(),
                AccessTown.account("2"),
                new Asker("there", false),
                "222222",
                Language.FR,
                AccessTown.at(1));
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.SMS)) {
            Claim old = claims.next(at(2), 1).getFirst();
            assertThat(claims.withdrawn(List.of(old), at(2), ZoneOffset.UTC)).isEmpty();
        }
    }

    /// Plain SQL, past all Java.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            update message set channel = 'post' | check
            insert into sign_in_code values (2, '0000000001', '12345', now(), 1) | check
            insert into sign_in_code values (2, '0000000007', '123456', now(), 1) | foreign key
            insert into sign_in_code_try values (1, 6, false, 1) | check
            insert into sign_in_code_try values (1, 1, true, 1), (1, 2, true, 1) | sign_in_code_used
            insert into message_preference values \
            ('0000000001', 'sign-in-code', 1, '2020-06-03', false, '{}', null) | check
            """)
    void theDatabaseRefusesTheRest(String sql, String said) {
        AccessTown town = AccessTown.fresh();
        send(town, "1", 0);
        assertThatThrownBy(() -> town.execute(sql)).hasMessageContaining(said);
    }
}
