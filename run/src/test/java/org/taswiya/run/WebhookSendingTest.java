package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.run.WebhookService.Arrived;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.run.webhook.WebhookSender;
import org.taswiya.store.Rows;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.StoredWebhook.Because;
import org.taswiya.store.webhook.WebhookCalls;
import org.taswiya.store.webhook.WebhookKind;
import org.taswiya.store.webhook.WebhookSecrets;
import org.taswiya.store.webhook.Webhooks;

/// Programs are called for what has happened: in order, until they take it, and nobody else.
final class WebhookSendingTest {
    private WebhookService service;
    private WebhookTown town;
    private ApiKey key;

    @BeforeEach
    void aProgramIsThere() throws IOException {
        service = new WebhookService();
        town = WebhookTown.fresh(2);
        key = town.key(null);
    }

    @AfterEach
    void itIsGone() {
        service.close();
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = town.database().connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private void much() {
        town.read(1, 1_200);
        town.bill();
        ReceiptNumber receipt = town.pay(1, "50.00");
        town.takeBack(receipt);
        town.cancel(1);
        town.interrupt(2);
    }

    @Test
    void whatHappensIsToldInItsOrder() {
        StoredWebhook webhook = town.webhook(key, service.url("/all"));
        much();
        town.tell();
        assertThat(service.types("/all"))
                .containsExactly(
                        "reading-accepted",
                        "bill-issued",
                        "bill-issued",
                        "payment-received",
                        "payment-taken-back",
                        "bill-cancelled",
                        "interruption-planned");
        assertThat(service.ids("/all"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 7)
                        .mapToObj(id -> "event-" + id)
                        .toList());
        assertThat(service.arrived()).allMatch(one -> one.isSignedBy(town.secret(webhook)));
        assertThat(service.arrived().get(3).body())
                .isEqualTo("{\"type\":\"payment-received\",\"timestamp\":\"2020-03-03T09:00:00Z\",\"data\":{"
                        + "\"event\":\"4\",\"account\":\"0000000001\",\"reference\":\"R0000000001AB\","
                        + "\"link\":\"/api/v1/payments/R0000000001AB\"}}");
        town.tell();
        assertThat(service.arrived()).as("nothing is told twice").hasSize(7);
    }

    /// Each time somebody looks a bit of it has happened; the order is the same.
    @Test
    void whenSomebodyLooksChangesNothing() {
        town.webhook(key, service.url("/all"));
        town.bill();
        town.tell();
        ReceiptNumber receipt = town.pay(1, "50.00");
        town.tell();
        town.takeBack(receipt);
        town.cancel(1);
        town.tell();
        assertThat(service.types("/all"))
                .containsExactly(
                        "bill-issued", "bill-issued", "payment-received", "payment-taken-back", "bill-cancelled");
    }

    @Test
    void nothingIsToldOfWhatWasBefore() {
        town.webhook(key, service.url("/first"));
        town.bill();
        town.tell();
        town.webhook(key, service.url("/second"));
        town.pay(1, "50.00");
        town.tell();
        assertThat(service.types("/first")).containsExactly("bill-issued", "bill-issued", "payment-received");
        assertThat(service.types("/second")).containsExactly("payment-received");
    }

    @Test
    void aProgramOfOneCustomerIsToldOfNobodyElse() {
        town.webhook(town.key("0000000002"), service.url("/theirs"));
        town.webhook(town.key("0000000001"), service.url("/mine"), WebhookKind.BILL_ISSUED, WebhookKind.READING_HELD);
        much();
        town.tell();
        assertThat(service.types("/theirs")).containsExactly("bill-issued", "interruption-planned");
        assertThat(service.types("/mine")).containsExactly("bill-issued");
        assertThat(service.arrived())
                .filteredOn(one -> one.path().equals("/theirs"))
                .noneMatch(one -> one.body().contains("0000000001\""));
    }

    /// The one before first; nothing is passed over.
    @Test
    void whatIsNotTakenIsToldAgainAndLater() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        service.says("/p", 500);
        town.bill();
        town.tell();
        town.tell();
        assertThat(service.ids("/p")).as("not before ten seconds").containsExactly("event-1");
        town.pass(Duration.ofSeconds(10));
        town.tell();
        town.pass(Duration.ofSeconds(19));
        town.tell();
        assertThat(service.ids("/p")).as("then twenty").containsExactly("event-1", "event-1");
        service.says("/p", 200);
        town.pass(Duration.ofSeconds(1));
        town.tell();
        assertThat(service.ids("/p")).containsExactly("event-1", "event-1", "event-1", "event-2");
        assertThat(service.arrived().stream().map(Arrived::body).distinct()).hasSize(2);
        assertThat(WebhookCalls.newest(town.database(), webhook.id(), Long.MAX_VALUE, 9))
                .extracting(call -> call.event() + " " + call.outcome() + " " + call.status())
                .containsExactly("2 taken 200", "1 taken 200", "1 refused 500", "1 refused 500");
    }

    @Test
    void whoeverWantsToBeLeftAloneIs() {
        town.webhook(key, service.url("/p"));
        service.says("/p", 429, Map.of("Retry-After", "3600"));
        town.bill();
        town.tell();
        town.pass(Duration.ofMinutes(59));
        town.tell();
        assertThat(service.arrived()).hasSize(1);
        town.pass(Duration.ofMinutes(1));
        town.tell();
        assertThat(service.arrived()).hasSize(2);
    }

    @Test
    void whoeverTakesNothingForThreeDaysIsCalledNoMore() throws SQLException {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        service.says("/p", 503);
        town.bill();
        for (int hour = 0; hour < 24 * 4; hour += 6) {
            town.tell();
            town.pass(Duration.ofHours(6));
        }
        assertThat(service.arrived()).hasSizeBetween(12, 13);
        assertThat(town.of(webhook, key).isOn()).isFalse();
        assertThat(town.of(webhook, key).because()).isEqualTo(Because.FAILING);
        assertThat(texts("select author || ': ' || reason from change order by id desc limit 1"))
                .containsExactly("webhooks: it took nothing for too long");
        service.says("/p", 200);
        switchOn(webhook);
        town.tell();
        assertThat(service.ids("/p")).endsWith("event-1", "event-2"); // nothing of it is lost
    }

    private void switchOn(StoredWebhook webhook) {
        Webhooks.Wanted wanted = new Webhooks.Wanted(webhook.url(), webhook.kinds(), true);
        BooksTransaction.make(
                town.database(),
                town.why(),
                false,
                (connection, change) -> new Done<>(
                        Webhooks.set(connection, town.of(webhook, key), wanted, town.now(), change)
                                .orElseThrow(),
                        true));
    }

    @Test
    void whoeverIsGoneIsCalledNoMore() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        service.says("/p", 410);
        town.bill();
        town.tell();
        town.pass(Duration.ofDays(1));
        town.tell();
        assertThat(service.arrived()).hasSize(1);
        assertThat(town.of(webhook, key).because()).isEqualTo(Because.GONE);
    }

    @Test
    void nobodyFollowsElsewhere() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        service.says("/p", 307, Map.of("Location", service.url("/inside")));
        town.bill();
        town.tell();
        assertThat(service.ids("/inside")).isEmpty();
        assertThat(WebhookCalls.newest(town.database(), webhook.id(), Long.MAX_VALUE, 9))
                .extracting(call -> call.outcome() + " " + call.status())
                .containsExactly("refused 307");
    }

    /// One never answers, one does so without an end, nobody is at a third: all others are told at once.
    @Test
    void whoeverIsSlowHoldsUpNobody() {
        StoredWebhook silent = town.webhook(key, service.url("/silent"), WebhookKind.BILL_ISSUED);
        town.webhook(key, service.url("/endless"), WebhookKind.BILL_ISSUED);
        StoredWebhook nobody = town.webhook(key, "http://127.0.0.1:1/", WebhookKind.BILL_ISSUED);
        town.webhook(key, service.url("/quick"), WebhookKind.BILL_ISSUED);
        service.says("/silent", 0);
        service.says("/endless", 1);
        town.bill();
        Instant begun = Instant.now();
        try (WebhookSender sender = town.hasty()) {
            WebhookTown.tell(sender);
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(service.ids("/quick")).containsExactly("event-1", "event-2");
        assertThat(service.ids("/endless")).containsExactly("event-1", "event-2");
        assertThat(service.ids("/silent")).containsExactly("event-1");
        assertThat(outcome(silent)).isEqualTo("no-answer");
        assertThat(outcome(nobody)).isEqualTo("not-reachable");
    }

    private String outcome(StoredWebhook webhook) {
        return WebhookCalls.newest(town.database(), webhook.id(), Long.MAX_VALUE, 1)
                .getFirst()
                .outcome();
    }

    @Test
    void nobodyIsCalledWithinAHouse() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        town.bill();
        try (WebhookSender sender = town.sender(WebhookReach.PUBLIC, WebhookTown.SEALING)) {
            WebhookTown.tell(sender);
        }
        assertThat(service.arrived()).isEmpty();
        assertThat(outcome(webhook)).isEqualTo("not-public");
    }

    @Test
    void bothSecretsAreGoodForADay() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        String before = town.secret(webhook);
        renew(webhook, false);
        String after = town.secret(webhook);
        assertThat(after).isNotEqualTo(before).startsWith("whsec_");
        town.bill();
        town.tell();
        assertThat(service.arrived()).allMatch(one -> one.isSignedBy(before) && one.isSignedBy(after));
        town.pass(WebhookSecrets.BOTH);
        town.pay(1, "50.00");
        town.tell();
        Arrived last = service.arrived().getLast();
        assertThat(last.isSignedBy(before)).isFalse();
        assertThat(last.isSignedBy(after)).isTrue();
    }

    @Test
    void aSecretThatIsKnownToOthersEndsAtOnce() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        String before = town.secret(webhook);
        renew(webhook, true);
        town.bill();
        town.tell();
        assertThat(service.arrived()).noneMatch(one -> one.isSignedBy(before));
    }

    private void renew(StoredWebhook webhook, boolean isAlone) {
        BooksTransaction.make(town.database(), town.why(), false, (connection, change) -> {
            WebhookSecrets.add(connection, webhook.id(), WebhookTown.SEALING, isAlone, town.now(), change);
            return new Done<>(true, true);
        });
    }

    /// Whoever has the database alone signs nothing.
    @Test
    void withoutTheKeyNothingIsSigned() {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        StaffKey other = StaffKey.parse("b2".repeat(32)).orElseThrow();
        assertThat(WebhookSecrets.good(town.database(), webhook.id(), other, town.now()))
                .isEmpty();
        town.bill();
        try (WebhookSender sender = town.sender(WebhookReach.LOOPBACK, other)) {
            WebhookTown.tell(sender);
        }
        assertThat(service.arrived()).isEmpty();
        assertThat(outcome(webhook)).isEqualTo("not-signed");
    }

    @Test
    void aKeyThatIsRevokedIsToldNothing() {
        town.webhook(key, service.url("/p"));
        town.bill();
        ApiKeys.revoke(town.database(), key.id(), town.why());
        town.tell();
        assertThat(service.arrived()).isEmpty();
    }

    @Test
    void whatIsWantedAgainIsTheSame() throws SQLException {
        StoredWebhook webhook = town.webhook(key, service.url("/p"));
        StoredWebhook other = town.webhook(key, service.url("/q"), WebhookKind.INTERRUPTION_PLANNED);
        town.bill();
        town.tell();
        assertThat(again(other, 1)).as("what it was not told").isFalse();
        assertThat(again(webhook, 1)).isTrue();
        town.tell();
        town.tell();
        List<Arrived> all = service.arrived();
        assertThat(service.ids("/p")).containsExactly("event-1", "event-2", "event-1");
        assertThat(all.getLast().body()).isEqualTo(all.getFirst().body());
        assertThat(texts("select position::text from webhook_state order by webhook"))
                .containsExactly("2", "2");
    }

    private boolean again(StoredWebhook webhook, long event) {
        return BooksTransaction.make(town.database(), town.why(), false, (connection, change) -> {
            boolean isAsked = WebhookCalls.again(connection, webhook.id(), event, change);
            return new Done<>(isAsked, isAsked);
        });
    }

    @Test
    void aProgramHasTenAtMost() {
        for (int i = 0; i < Webhooks.ON_MOST; i++) {
            town.webhook(key, service.url("/" + i));
        }
        Webhooks.Wanted wanted = new Webhooks.Wanted(service.url("/more"), EnumSet.of(WebhookKind.BILL_ISSUED), true);
        boolean isAdded = BooksTransaction.make(town.database(), town.why(), false, (connection, change) -> {
            boolean is = Webhooks.add(connection, key, wanted, WebhookTown.SEALING, town.now(), change)
                    .isPresent();
            return new Done<>(is, is);
        });
        assertThat(isAdded).isFalse();
    }
}
