package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;

/// The clock of the machine jumps while pages are served: back, as when it is set right, and far ahead.
final class ClockJumpTest {
    private PageTown town;

    @BeforeEach
    void served(@TempDir Path folder) {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterEach
    void closed() {
        town.close();
    }

    private String account() {
        return town.reached().getFirst();
    }

    @Test
    void whoIsSignedInStaysSoAndSeesTheirBills() {
        Browser customer = town.signedIn(account());
        StaffBrowser agent = town.staff("nadia", StaffRole.AGENT);
        for (long hours : new long[] {-3, 3, 24 * 400, -24 * 400}) {
            town.pass(Duration.ofHours(hours));
            assertThat(customer.get("/home").statusCode()).as("%s h", hours).isEqualTo(200);
            assertThat(customer.get("/use").statusCode()).isEqualTo(200);
            agent.get("/staff/search");
            assertThat(agent.browser().post("/staff/search", "q", account()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aNewCodeIsGoodWhateverTheOneBeforeWas() {
        town.signedIn(account());
        town.pass(Duration.ofHours(-3));
        assertThat(town.signedIn(account()).get("/home").statusCode()).isEqualTo(200);
        town.pass(Duration.ofDays(400));
        assertThat(town.signedIn(account()).get("/home").statusCode()).isEqualTo(200);
    }

    /// An own reading of a day that came already takes the place of the one of that day; changes go on being numbered
    /// in the order of their commits, whatever they say of their time.
    @Test
    void whatIsWrittenIsInTheOrderInWhichItCame() {
        Browser customer = town.signedIn(account());
        String meter = town.texts("select reference from service_agreement where account = '" + account()
                        + "' and to_day is null order by 1 limit 1")
                .getFirst();
        long before =
                Long.parseLong(town.texts("select max(id)::text from change").getFirst());
        for (long hours : new long[] {0, -3, 24, -24}) {
            town.pass(Duration.ofHours(hours));
            String last = town.texts("select trunc(max(r.value))::text from reading r join service_agreement a"
                            + " on a.usage_point = r.usage_point where a.reference = '" + meter + "'")
                    .getFirst();
            customer.get("/readings/" + meter);
            customer.post("/readings/" + meter, "value", last, "meant", last);
        }
        assertThat(town.texts("select id::text from change where id > " + before + " order by id"))
                .isNotEmpty();
        assertThat(town.texts("select c.id::text from change c where c.id > " + before
                        + " and not exists (select from change p where p.id = c.id - 1)"))
                .isEmpty();
    }
}
