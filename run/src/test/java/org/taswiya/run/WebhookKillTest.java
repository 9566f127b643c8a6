package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.taswiya.run.StruckProcess.Strike;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.webhook.WebhookQueue;

/// Whoever calls is killed when a program has been told and that is not written down yet: it is told again under the
/// same name, and the rest in its order.
final class WebhookKillTest {
    @Test
    void whatWasToldBeforeAKillIsToldAgainUnderItsNameAndNothingIsLost() throws IOException, InterruptedException {
        Home home = TestDatabases.home("killed-caller");
        try (WebhookService service = new WebhookService()) {
            String now;
            String later;
            try (Database database = Database.openEmbedded(home, 0)) {
                new FewCustomers(Collections.nCopies(4, 200L)).fill(database);
                WebhookTown town = new WebhookTown(database);
                town.webhook(town.key(null), service.url("/p"));
                town.bill();
                now = town.now().toString();
                later = town.now().plus(WebhookQueue.CLAIMED).toString();
            }
            List<String> words = new ArrayList<>();
            assertThat(run(home, now, 2, new Strike(2, 0, false), words)).isFalse();
            assertThat(service.ids("/p"))
                    .as("told, the second not written down")
                    .containsExactly("event-1", "event-2");
            words.clear();
            assertThat(run(home, now, 0, Strike.NONE, words)).isTrue();
            assertThat(service.ids("/p")).as("it is the other's for a minute").hasSize(2);
            assertThat(run(home, later, 0, Strike.NONE, words))
                    .as(words.toString())
                    .isTrue();
            assertThat(service.ids("/p")).containsExactly("event-1", "event-2", "event-2", "event-3", "event-4");
            assertThat(service.arrived().get(2).body())
                    .isEqualTo(service.arrived().get(1).body());
        }
    }

    private static boolean run(Home home, String now, int waits, Strike strike, List<String> words)
            throws IOException, InterruptedException {
        List<String> told = List.of(now, Integer.toString(waits));
        return StruckProcess.run(WebhookChild.class, home, told, WebhookChild.CALLED, strike, words::add);
    }
}
