package org.taswiya.cli.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.taswiya.cli.demo.ToldCustomers.Told;
import org.taswiya.cli.document.PaperOptions;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.Reprint;
import org.taswiya.run.sending.BillLink;
import org.taswiya.run.sending.MailboxGateway;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.AttemptEvent;
import org.taswiya.store.message.BillMessages;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Outbox;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutageNotices;
import org.taswiya.store.outage.Outages;

/// The messages of the told customers, put into a folder as they would be sent: their settling bills, and an outage at
/// their premises a week later. The first is told by e-mail in Arabic, the second by text message, the third by e-mail.
final class ToldMessages {
    private static final int DAYS_AHEAD = 7;
    private static final int MORNING = 8;
    private static final int AFTERNOON = 14;
    private static final Map<Language, String> REASON = Map.of(
            Language.AR, "أشغال على الشبكة",
            Language.FR, "travaux sur le réseau",
            Language.EN, "works on the network");

    private final Path folder;
    private final TariffLibrary library;
    private final UtilityProfile utility;
    private final String currency;
    private int count;

    ToldMessages(Path folder, TariffLibrary library, UtilityProfile utility, String currency) {
        this.folder = folder;
        this.library = library;
        this.utility = utility;
        this.currency = currency;
    }

    void send(List<Told> told, Database database) {
        if (told.isEmpty()) {
            return;
        }
        LocalDate day = told.getFirst().bill().bill().billedOn();
        Change why =
                new Change(day.atTime(MORNING, 0).toInstant(ZoneOffset.UTC), "demo", "messages of three customers");
        reach(told, database, day, why);
        told.stream()
                .map(one -> BilledRange.ofBill(database, one.bill().number().serial())
                        .getFirst()
                        .run())
                .distinct()
                .forEach(run -> BillMessages.queue(database, run, day, why, false, NO_ONE));
        interrupt(told, database, day, why);
        handOver(database, Channel.EMAIL, why.at());
        handOver(database, Channel.SMS, why.at());
    }

    private static void reach(List<Told> told, Database database, LocalDate day, Change why) {
        for (int i = 0; i < told.size(); i++) {
            String account = told.get(i).subscriber().account().reference();
            Contact contact = i == 1
                    ? new Contact(Channel.SMS, String.format(Locale.ROOT, "+2126%08d", i))
                    : new Contact(Channel.EMAIL, "customer" + (i + 1) + "@example.org");
            Language language = i == 0 ? Language.AR : null;
            Contacts.set(database, account, new ChannelLadder(List.of(contact)), language, day, why, false);
        }
    }

    private static void interrupt(List<Told> told, Database database, LocalDate day, Change why) {
        List<String> premises =
                told.stream().map(one -> one.subscriber().premise().reference()).toList();
        LocalDateTime from = day.plusDays(DAYS_AHEAD).atTime(MORNING, 0);
        String service =
                told.getFirst().subscriber().supplies().getFirst().usagePoint().service();
        Outages.Times times = new Outages.Times(from, from.withHour(AFTERNOON), REASON);
        LocalDateTime now = day.atTime(MORNING, 0);
        Outage outage = Outages.plan(database, service, new OutageArea.Premises(premises), times, now, why, false)
                .outage();
        OutageNotices.notify(database, outage.number(), now, why, false, NOBODY);
    }

    private void handOver(Database database, Channel channel, Instant at) {
        MessageMaker maker = new MessageMaker(
                database,
                new Reprint.Rules(library::tariff, library::whyPlaceholder),
                utility,
                form -> PaperOptions.terms(library, utility, form),
                currency,
                BillLink.NONE);
        try (MailboxGateway gateway = new MailboxGateway(folder, channel, "bills@demo.invalid", null)) {
            count += OutboxSender.execute(
                            database,
                            maker,
                            gateway,
                            SendSettings.usual(0, 0, 1, null),
                            Clock.fixed(at, ZoneOffset.UTC),
                            SILENT)
                    .of(AttemptEvent.ACCEPTED);
        }
    }

    Path folder() {
        return folder;
    }

    int count() {
        return count;
    }

    private static final Announcements.Listener NOBODY = new Announcements.Listener() {
        @Override
        public void queued(StoredMessage message, Announcement announcement) {
            // the mailbox shows it
        }

        @Override
        public void unreached(Cause cause, String account) {
            // of whom no contact is known
        }

        @Override
        public void unwanted(Cause cause, String account) {
            // nobody has said so
        }
    };

    private static final BillMessages.Listener NO_ONE = new BillMessages.Listener() {
        @Override
        public void queued(Outbox.Told told) {
            // the mailbox shows it
        }

        @Override
        public void unreached(BillNumber bill, String account) {
            // of whom no contact is known
        }
    };

    private static final SendListener SILENT = new SendListener() {
        @Override
        public void settled(StoredMessage message, Outcome outcome, Settled settled) {
            // the mailbox shows it
        }

        @Override
        public void lost(String said, int inARow) {
            throw new IllegalStateException(said);
        }
    };
}
