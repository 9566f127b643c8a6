package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Backoff;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.sending.SendTally;
import org.taswiya.run.sending.SmtpGateway;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.BillMessages;
import org.taswiya.store.message.BillMessages.Queued;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Messages;
import org.taswiya.store.message.Outbox.Told;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;

/// Households with a bill each of run 1, who are reached by e-mail or otherwise.
record MailTown(Database database) {
    static final Instant NOW = Instant.parse("2020-03-03T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2020, 3, 3);
    static final Change WHY = new Change(NOW, "clerk", "test");
    static final String FROM = "bills@utility.example";

    static final UtilityProfile UTILITY = UtilityProfile.plain("casablanca");

    static final BillLink LINK = new BillLink("https://portal.example.org/bills/{bill}?a=1&b=2", false);

    /// A minute, two, and then it is given up.
    static final Backoff SHORT = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1), 3);

    static MailTown fresh(int houses) {
        MailTown town = new MailTown(TestDatabases.fresh());
        town.fill(houses);
        return town;
    }

    void fill(int houses) {
        fill(houses, 2);
    }

    /// @param batch how many accounts are billed at once
    void fill(int houses, int batch) {
        new FewCustomers(Collections.nCopies(houses, 200L)).fill(database);
        BillingRun.execute(database, FewCustomers.settings(BillChecks.NONE, batch), new BillingListener() {});
    }

    static String account(int house) {
        return String.format(Locale.ROOT, "%010d", house);
    }

    static Contact email(int house) {
        return new Contact(Channel.EMAIL, "house" + house + "@example.org");
    }

    static Contact sms(int house) {
        return new Contact(Channel.SMS, String.format(Locale.ROOT, "+2126%08d", house));
    }

    void reach(int house, @Nullable Language language, Contact... rungs) {
        ChannelLadder ladder = new ChannelLadder(List.of(rungs));
        assertThat(Contacts.set(database, account(house), ladder, language, TODAY, WHY, false))
                .isPresent();
    }

    void everybodyByEmail(int houses) {
        for (int house = 1; house <= houses; house++) {
            reach(house, null, email(house));
        }
    }

    void everybodyBySms(int houses) {
        for (int house = 1; house <= houses; house++) {
            reach(house, null, sms(house));
        }
    }

    /// What was queued, and who is reached by nothing.
    record Heard(List<Told> queued, List<String> unreached, Queued sums) {}

    Heard queue() {
        return queue(1, false);
    }

    Heard queue(long run, boolean isTrial) {
        List<Told> queued = new ArrayList<>();
        List<String> unreached = new ArrayList<>();
        Queued sums = BillMessages.queue(database, run, TODAY, WHY, isTrial, new BillMessages.Listener() {
            @Override
            public void queued(Told told) {
                queued.add(told);
            }

            @Override
            public void unreached(BillNumber bill, String account) {
                unreached.add(account);
            }
        });
        return new Heard(queued, unreached, sums);
    }

    static PrintTerms terms(PrintForm form) {
        return new PrintTerms(UTILITY, form, _ -> Map.of());
    }

    MessageMaker maker() {
        return maker(LINK);
    }

    MessageMaker maker(BillLink link) {
        return new MessageMaker(
                database,
                new Reprint.Rules(SampleUtility::tariff, (_, _) -> Optional.empty()),
                UTILITY,
                MailTown::terms,
                "MAD",
                link);
    }

    SendTally send(int port, Instant at) {
        return send(port, at, maker(), 0);
    }

    SendTally send(int port, Instant at, MessageMaker maker, int limit) {
        try (SmtpGateway gateway = new SmtpGateway("127.0.0.1", port, FROM, null)) {
            return send(gateway, at, maker, limit);
        }
    }

    SendTally send(Gateway gateway, Instant at) {
        return send(gateway, at, maker(), 0);
    }

    private SendTally send(Gateway gateway, Instant at, MessageMaker maker, int limit) {
        SendSettings settings = new SendSettings(limit, 0, 3, Duration.ofMillis(1), SHORT, 1, null);
        return OutboxSender.execute(database, maker, gateway, settings, Clock.fixed(at, ZoneOffset.UTC), QUIET);
    }

    /// @param fewer is told how many are at work where the database has no connections for all
    SendTally send(int port, int senders, IntConsumer fewer) {
        SendSettings settings = new SendSettings(0, 0, 3, Duration.ofMillis(1), SHORT, senders, null);
        SendListener listener = new SendListener() {
            @Override
            public void fewer(int atWork, String why) {
                fewer.accept(atWork);
            }

            @Override
            public void settled(StoredMessage message, Outcome outcome, Settled settled) {}

            @Override
            public void lost(String said, int inARow) {}
        };
        try (SmtpGateway gateway = new SmtpGateway("127.0.0.1", port, FROM, null)) {
            return OutboxSender.execute(
                    database, maker(), gateway, settings, Clock.fixed(NOW, ZoneOffset.UTC), listener);
        }
    }

    private static final SendListener QUIET = new SendListener() {
        @Override
        public void settled(StoredMessage message, Outcome outcome, Settled settled) {}

        @Override
        public void lost(String said, int inARow) {}
    };

    /// Each message: channel, house, how it stands, how many attempts.
    List<String> outbox() {
        List<String> all = new ArrayList<>();
        Messages.each(
                database,
                null,
                one -> all.add(one.contact().channel().code() + " " + Long.parseLong(one.account()) + " "
                        + one.state().code() + " " + one.attempts()));
        return all;
    }

    /// All events of a message.
    List<String> events(long id) {
        return Messages.of(database, id).orElseThrow().attempts().stream()
                .map(one -> one.attempt() + " " + one.event().code())
                .toList();
    }
}
