package org.taswiya.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.run.webhook.WebhookSender;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.WebhookOutcome;

/// Calls programs in a process of its own, to be killed. It says whom it has called before it writes that down, and may
/// wait then.
final class WebhookChild {
    static final String CALLED = "called ";

    private WebhookChild() {}

    /// @param args the home, what time it is, after how many calls it waits
    public static void main(String[] args) throws InterruptedException {
        Instant now = Instant.parse(args[1]);
        Waiting waiting = new Waiting(Integer.parseInt(args[2]));
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0);
                WebhookSender sender = new WebhookSender(
                        database,
                        WebhookTown.SEALING,
                        WebhookReach.LOOPBACK,
                        Duration.ofSeconds(5),
                        () -> now,
                        waiting)) {
            sender.pass();
            while (sender.isAtWork()) {
                Thread.sleep(2);
            }
        }
        System.out.println("finished");
    }

    private static final class Waiting implements WebhookSender.Listener {
        private int left;

        Waiting(int after) {
            left = after;
        }

        @Override
        public void called(StoredWebhook webhook, long event, WebhookOutcome outcome) {
            System.out.println(CALLED + event);
            if (--left == 0) {
                try {
                    Thread.sleep(60_000); // until it is killed
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void failed(long webhook, RuntimeException why) {
            System.out.println("failed " + why);
        }
    }
}
