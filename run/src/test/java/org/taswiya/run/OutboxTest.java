package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Outbox;
import org.taswiya.store.message.OutboxClaims;
import org.taswiya.store.message.OutboxClaims.Begun;
import org.taswiya.store.message.OutboxClaims.Claim;
import org.taswiya.store.message.OutboxClaims.Done;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.StoredAttempt;
import org.taswiya.store.suspension.Suspensions;

final class OutboxTest {
    private static final Outcome ACCEPTED = new Outcome(AttemptEvent.ACCEPTED, "250 ok");

    private static void queue(Database database, Outbox.Told... all) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Outbox.queue(connection, List.of(all), MailTown.NOW, Changes.record(connection, MailTown.WHY));
            connection.commit();
        }
    }

    private static Outbox.Told told(Cause.Kind kind, String key, int house, Contact contact) {
        return new Outbox.Told(new Cause(kind, key), MailTown.account(house), contact, Language.FR);
    }

    private static void accept(OutboxClaims claims, List<Claim> some) {
        List<Done> done = some.stream().map(claim -> new Done(claim, ACCEPTED)).toList();
        claims.settle(done, MailTown.SHORT, MailTown.NOW);
    }

    private static String key(Claim claim) {
        return claim.message().key();
    }

    @Test
    void howAnAccountIsReachedHoldsFromADayUntilItIsSaidOtherwise() {
        MailTown town = MailTown.fresh(1);
        ChannelLadder mail = new ChannelLadder(List.of(MailTown.email(1)));
        ChannelLadder both = new ChannelLadder(List.of(MailTown.sms(1), MailTown.email(1)));
        LocalDate later = MailTown.TODAY.plusDays(10);
        assertThat(set(town, mail, null, MailTown.TODAY)).isTrue();
        assertThat(set(town, mail, null, MailTown.TODAY)).isFalse();
        assertThat(set(town, mail, Language.AR, MailTown.TODAY)).isTrue();
        assertThat(set(town, both, Language.AR, later)).isTrue();
        assertThat(set(town, ChannelLadder.NONE, Language.AR, later.plusDays(1)))
                .isTrue();
        assertThat(Contacts.on(town.database(), MailTown.account(1), MailTown.TODAY.minusDays(1)))
                .isEmpty();
        assertThat(reached(town, later.minusDays(1))).isEqualTo(mail);
        assertThat(reached(town, later)).isEqualTo(both);
        assertThat(reached(town, later.plusDays(1))).isEqualTo(ChannelLadder.NONE);
        assertThat(Contacts.set(town.database(), "9999999999", mail, null, later, MailTown.WHY, false))
                .isEmpty();
    }

    private static boolean set(MailTown town, ChannelLadder ladder, @Nullable Language language, LocalDate since) {
        return Contacts.set(town.database(), MailTown.account(1), ladder, language, since, MailTown.WHY, false)
                .orElseThrow()
                .isNew();
    }

    private static ChannelLadder reached(MailTown town, LocalDate on) {
        return Contacts.on(town.database(), MailTown.account(1), on)
                .orElseThrow()
                .ladder();
    }

    @Test
    void everyBillThatStandsGetsOneMessageByTheFirstRungAndTheRestIsForTheAgency() {
        MailTown town = MailTown.fresh(5);
        town.reach(1, Language.EN, MailTown.sms(1), MailTown.email(1));
        town.reach(2, null, MailTown.email(2));
        town.reach(3, null, MailTown.email(3));
        town.reach(4, null);
        Cancellations.cancel(town.database(), new BillNumber(3), MailTown.TODAY, MailTown.WHY);
        MailTown.Heard dry = town.queue(1, true);
        assertThat(town.outbox()).isEmpty();
        assertThat(town.queue()).isEqualTo(dry);
        assertThat(town.outbox()).containsExactly("sms 1 queued 0", "email 2 queued 0");
        assertThat(dry.queued().getFirst().language()).isEqualTo(Language.EN);
        assertThat(dry.queued().getLast().language()).isEqualTo(Language.FR);
        assertThat(dry.unreached()).containsExactly(MailTown.account(4), MailTown.account(5));
        town.reach(2, null, MailTown.sms(2));
        town.reach(5, null, MailTown.email(5));
        assertThat(town.queue().queued()).hasSize(1);
        assertThat(town.outbox())
                .containsExactly(
                        "sms 1 queued 0",
                        "email 2 queued 0",
                        "sms 2 queued 0", // that its contact has changed, to the new address
                        "email 2 queued 0", // and to the old one
                        "email 5 queued 0");
        assertThat(town.queue(7, false).queued()).isEmpty();
    }

    @Test
    void theMoreUrgentGoesFirstThenTheOlder() throws SQLException {
        MailTown town = MailTown.fresh(1);
        Database database = town.database();
        queue(
                database,
                told(Cause.Kind.MARKETING, "spring", 1, MailTown.email(1)),
                told(Cause.Kind.BILL, "2", 1, MailTown.email(1)),
                told(Cause.Kind.BILL, "1", 1, MailTown.email(1)),
                told(Cause.Kind.OUTAGE, "4711", 1, MailTown.email(1)),
                told(Cause.Kind.OUTAGE, "4711", 1, MailTown.sms(1)));
        List<String> order = new ArrayList<>();
        try (OutboxClaims claims = OutboxClaims.open(database, Channel.EMAIL)) {
            for (var some = claims.next(MailTown.NOW, 3); !some.isEmpty(); some = claims.next(MailTown.NOW, 3)) {
                some.forEach(claim -> order.add(key(claim)));
                accept(claims, some);
            }
        }
        assertThat(order)
                .containsExactly(
                        "outage.4711.0000000001.email",
                        "bill.2.email",
                        "bill.1.email",
                        "marketing.spring.0000000001.email");
    }

    /// A letter is carried to a door; what nobody carries goes on.
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "Maarif")
    void whereDeliveryIsStoppedLettersWait(@Nullable String area) throws SQLException {
        MailTown town = MailTown.fresh(1);
        Database database = town.database();
        Contact door = new Contact(Channel.POST, "1, rue du Port, Casablanca");
        queue(
                database,
                told(Cause.Kind.BILL, "1", 1, door),
                told(Cause.Kind.BILL, "1", 1, MailTown.email(1)),
                told(Cause.Kind.BILL, "1", 1, MailTown.sms(1)));
        Suspensions.begin(
                database,
                new Suspension("SPRING", Set.of(Activity.DELIVERY), area, MailTown.TODAY, null, "Order 1"),
                MailTown.WHY,
                false);
        assertThat(waiting(database, Channel.POST)).isEmpty();
        assertThat(waiting(database, Channel.EMAIL)).hasSize(1);
        assertThat(waiting(database, Channel.SMS)).hasSize(1);
        assertThat(town.outbox()).contains("post 1 queued 0");

        Suspensions.end(database, "SPRING", MailTown.TODAY, MailTown.WHY, false);
        assertThat(waiting(database, Channel.POST)).hasSize(1);
        Suspensions.begin(
                database,
                new Suspension("HOUSES", Set.of(Activity.READING), area, MailTown.TODAY, null, "Order 2"),
                MailTown.WHY,
                false);
        assertThat(waiting(database, Channel.POST)).hasSize(1);
    }

    private static List<Claim> waiting(Database database, Channel channel) {
        try (OutboxClaims claims = OutboxClaims.open(database, channel)) {
            return claims.next(MailTown.NOW, 9);
        }
    }

    /// It fails in the open, before any server is asked.
    @Test
    void whatHasNoTextYetDoesNotGoOut() throws SQLException {
        MailTown town = MailTown.fresh(1);
        queue(town.database(), told(Cause.Kind.MARKETING, "4711", 1, MailTown.email(1)));
        assertThat(town.send(1, MailTown.NOW).of(AttemptEvent.NOT_MADE)).isOne();
        assertThat(town.outbox()).containsExactly("email 1 failed 1");
    }

    @Test
    void aMessageIsOneSendersAndComesBackWhenThatDies() throws SQLException {
        MailTown town = MailTown.fresh(1);
        Database database = town.database();
        queue(
                database,
                told(Cause.Kind.BILL, "1", 1, MailTown.email(1)),
                told(Cause.Kind.BILL, "2", 1, MailTown.email(1)));
        try (OutboxClaims second = OutboxClaims.open(database, Channel.EMAIL)) {
            try (OutboxClaims first = OutboxClaims.open(database, Channel.EMAIL)) {
                Claim one = first.next(MailTown.NOW, 1).getFirst();
                first.begin(List.of(new Begun(one, "<one@x>")), MailTown.NOW);
                Claim two = second.next(MailTown.NOW, 2).getFirst();
                assertThat(List.of(key(one), key(two))).containsExactly("bill.1.email", "bill.2.email");
                assertThat(town.events(1))
                        .as("committed before it is handed over")
                        .containsExactly("1 begun");
                accept(second, List.of(two));
                assertThat(second.next(MailTown.NOW, 2)).isEmpty();
            }
            Claim again = second.next(MailTown.NOW, 2).getFirst();
            assertThat(again.attempt()).isEqualTo(2);
            assertThat(again.begun()).extracting(StoredAttempt::said).isEqualTo("<one@x>");
            accept(second, List.of(again));
        }
        assertThat(town.outbox()).containsExactly("email 1 sent 2", "email 1 sent 1");
    }

    /// Its turn did not come: nobody waits for it longer, and it is not given up earlier.
    @Test
    void whatIsGivenBackIsNoAttemptAndStandsInTheBooks() throws SQLException {
        MailTown town = MailTown.fresh(1);
        queue(
                town.database(),
                told(Cause.Kind.BILL, "1", 1, MailTown.email(1)),
                told(Cause.Kind.BILL, "2", 1, MailTown.email(1)));
        Outcome givenBack = new Outcome(AttemptEvent.GIVEN_BACK, "421 going down");
        Outcome putOff = Outcome.putOff("451 not now", Duration.ZERO);
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.EMAIL)) {
            for (int i = 0; i < 5; i++) {
                settle(claims, claims.next(MailTown.NOW, 1).getFirst(), givenBack, MailTown.NOW);
            }
            assertThat(town.outbox()).containsExactly("email 1 queued 0", "email 1 queued 0");
            assertThat(claims.next(MailTown.NOW, 1)).extracting(Claim::attempt).containsExactly(6);
            for (int i = 0; i < MailTown.SHORT.attempts(); i++) {
                Instant later = MailTown.NOW.plus(Duration.ofHours(2L * i));
                settle(claims, claims.next(later, 1).getFirst(), putOff, later);
            }
            assertThat(town.outbox()).containsExactly("email 1 failed 3", "email 1 queued 0");
        }
        assertThat(town.events(1))
                .startsWith("1 begun", "1 given-back", "2 begun")
                .endsWith("8 put-off");
    }

    private static void settle(OutboxClaims claims, Claim claim, Outcome outcome, Instant at) {
        claims.begin(List.of(new Begun(claim, "<one@x>")), at);
        claims.settle(List.of(new Done(claim, outcome)), MailTown.SHORT, at);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            another address        | update message set address = 'b@example.org'           | would become another one
            sent is the end        | update message set state = 'queued', sent_at = null     | is over
            attempts are not undone| update message set attempts = 0                         | is over
            no message is deleted  | delete from message                                     | never changed
            no attempt is changed  | update message_attempt set said = ''                    | never changed
            one outcome            | insert into message_attempt values (1, 1, 'refused', '', now()) | outcome
            no contact is changed  | delete from contact                                     | never changed
            nothing else is sent   | update message set sent_at = now() where id = 2         | check
            """)
    void theDatabaseKeepsWhatWasWritten(String name, String sql, String refused) throws SQLException {
        MailTown town = MailTown.fresh(2);
        town.everybodyByEmail(2);
        town.queue();
        try (OutboxClaims claims = OutboxClaims.open(town.database(), Channel.EMAIL)) {
            accept(claims, claims.next(MailTown.NOW, 1));
        }
        try (Connection connection = town.database().connect();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).as(name).hasMessageContaining(refused);
        }
    }
}
