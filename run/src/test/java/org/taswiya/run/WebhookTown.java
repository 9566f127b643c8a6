package org.taswiya.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.ReceiptNumber;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.run.webhook.WebhookSender;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.api.ApiKey;
import org.taswiya.store.api.ApiKeyAnswer;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.receivables.Reversals;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.WebhookKind;
import org.taswiya.store.webhook.WebhookOutcome;
import org.taswiya.store.webhook.WebhookSecrets;
import org.taswiya.store.webhook.Webhooks;

/// Households that things happen to, and programs that are told of them.
final class WebhookTown {
    static final LocalDate TODAY = LocalDate.of(2020, 3, 3);
    static final StaffKey SEALING = StaffKey.parse("a1".repeat(32)).orElseThrow();

    private final Database database;
    private volatile Instant now = Instant.parse("2020-03-03T09:00:00Z");

    WebhookTown(Database database) {
        this.database = database;
    }

    static WebhookTown fresh(int houses) {
        WebhookTown town = new WebhookTown(TestDatabases.fresh());
        new FewCustomers(Collections.nCopies(houses, 200L)).fill(town.database);
        return town;
    }

    Database database() {
        return database;
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Change why() {
        return new Change(now(), "clerk", "test");
    }

    ApiKey key(@Nullable String account) {
        ApiKeys.Wanted wanted = new ApiKeys.Wanted("trial", Set.of(ApiScope.WEBHOOKS), account, 60);
        return ((ApiKeyAnswer.Added) ApiKeys.add(database, wanted, why())).key();
    }

    StoredWebhook webhook(ApiKey key, String url, WebhookKind... kinds) {
        Set<WebhookKind> all =
                kinds.length == 0 ? EnumSet.allOf(WebhookKind.class) : EnumSet.copyOf(Arrays.asList(kinds));
        Webhooks.Wanted wanted = new Webhooks.Wanted(url, all, true);
        return BooksTransaction.make(
                database,
                why(),
                false,
                (connection, change) -> new Done<>(
                        Webhooks.add(connection, key, wanted, SEALING, now(), change)
                                .orElseThrow(),
                        true));
    }

    StoredWebhook of(StoredWebhook webhook, ApiKey key) {
        return Webhooks.find(database, key, webhook.id()).orElseThrow();
    }

    String secret(StoredWebhook webhook) {
        return WebhookSecrets.good(database, webhook.id(), SEALING, now())
                .getFirst()
                .text();
    }

    WebhookSender sender() {
        return sender(WebhookReach.LOOPBACK, SEALING);
    }

    WebhookSender sender(WebhookReach reach, StaffKey sealing) {
        return sender(reach, sealing, Duration.ofSeconds(20)); // longer than a busy machine takes to answer
    }

    /// With little patience.
    WebhookSender hasty() {
        return sender(WebhookReach.LOOPBACK, SEALING, Duration.ofSeconds(2));
    }

    private WebhookSender sender(WebhookReach reach, StaffKey sealing, Duration within) {
        return new WebhookSender(database, sealing, reach, within, this::now, new WebhookSender.Listener() {
            @Override
            public void called(StoredWebhook webhook, long event, WebhookOutcome outcome) {}

            @Override
            public void failed(long webhook, RuntimeException why) {
                throw why;
            }
        });
    }

    /// Has all told who can be told now.
    void tell() {
        try (WebhookSender sender = sender()) {
            tell(sender);
        }
    }

    static void tell(WebhookSender sender) {
        sender.pass();
        try {
            while (sender.isAtWork()) {
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void bill() {
        BillingRun.execute(database, FewCustomers.settings(BillChecks.NONE), new BillingListener() {});
    }

    ReceiptNumber pay(int house, String amount) {
        String account = String.format(Locale.ROOT, "%010d", house);
        Payment payment = new Payment(account, Money.parse(amount), TODAY, Means.CHEQUE, "maarif", null, List.of());
        return ((PaymentAnswer.Taken) Payments.take(database, payment, StampDuty.NONE, TODAY, why(), false))
                .receipt()
                .number();
    }

    void takeBack(ReceiptNumber number) {
        Reversals.reverse(database, number, TODAY, TODAY, why(), false);
    }

    void cancel(int bill) {
        Cancellations.cancel(database, new BillNumber(bill), TODAY, why());
    }

    void read(int house, long value) {
        ReadingCorrections.add(database, "U" + house, new ActualReading(TODAY, Decimal.of(value), "round"), why());
    }

    void interrupt(int house) {
        LocalDateTime from = TODAY.plusDays(7).atTime(9, 0);
        Outages.plan(
                database,
                "electricity",
                new OutageArea.Premises(List.of("L" + house)),
                new Outages.Times(from, from.plusHours(6), Map.of()),
                TODAY.atTime(9, 0),
                why(),
                false);
    }
}
