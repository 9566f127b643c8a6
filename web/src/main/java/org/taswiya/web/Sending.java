package org.taswiya.web;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.taswiya.run.sending.Gateway;
import org.taswiya.run.sending.MessageMaker;
import org.taswiya.run.sending.OutboxSender;
import org.taswiya.run.sending.SendListener;
import org.taswiya.run.sending.SendSettings;
import org.taswiya.run.webhook.WebhookSender;
import org.taswiya.store.Database;
import org.taswiya.store.message.OutboxClaims.Outcome;
import org.taswiya.store.message.OutboxClaims.Settled;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.WebhookOutcome;

/// Hands over what waits while pages are served: with the home's own database nobody else can meanwhile, and a code is
/// good for minutes only.
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private Sending() {}

    /// @param gateway whoever opened it closes it, after this
    /// @param clock of the pages: what they have said goes out, is good and grows old by it
    static BesideThread start(Database database, MessageMaker maker, Gateway gateway, Clock clock) {
        SendSettings settings = SendSettings.usual(0, 0, 1, null);
        return again("sending", () -> OutboxSender.execute(database, maker, gateway, settings, clock, new Told()));
    }

    /// Has other programs called.
    ///
    /// @param sender whoever opened it closes it, after this
    static BesideThread start(WebhookSender sender) {
        return again("calling", sender::pass);
    }

    private static BesideThread again(String name, Runnable once) {
        return BesideThread.start(name, thread -> {
            do {
                run(once);
            } while (!thread.isStoppedWithin(AGAIN));
        });
    }

    /// What becomes of calls; a log has no addresses.
    static WebhookSender.Listener calls() {
        return new WebhookSender.Listener() {
            @Override
            public void called(StoredWebhook webhook, long event, WebhookOutcome outcome) {
                LOG.debug("webhook {} event {} {}", webhook.id(), event, outcome.code());
            }

            @Override
            public void failed(long webhook, RuntimeException why) {
                LOG.warn("webhook {} waits", webhook, why);
            }
        };
    }

    /// What goes wrong once is tried again; the messages are in the books.
    private static void run(Runnable once) {
        try {
            once.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "what is to be told waits, {} failed",
                    Thread.currentThread().getName(),
                    e);
        }
    }

    /// A log has no addresses and no names: the books say who was told what.
    private static final class Told implements SendListener {
        @Override
        public void settled(StoredMessage message, Outcome outcome, Settled settled) {
            LOG.info("message {} {}", message.id(), outcome.event());
        }

        @Override
        public void lost(String said, int inARow) {
            LOG.warn("server lost, {} in a row: {}", inARow, said);
        }
    }
}
