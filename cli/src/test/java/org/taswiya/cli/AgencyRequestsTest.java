package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.arrangement.ArrangementOffer;
import org.taswiya.core.arrangement.ArrangementPolicy;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.MoveOutRequests;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.arrangement.RequestChannel;

/// What customers have asked for at the online agency, as people at work see it until they have decided it.
final class AgencyRequestsTest {
    private static final String ONE = "0000000001";
    private static final LocalDate TODAY = LocalDate.of(2020, 3, 16);
    private static final Change WHY = new Change(Instant.parse("2020-03-16T10:00:00Z"), "online agency", "asked for");

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void oneBill() throws IOException {
        town = CommandTown.withBills(folder, 120);
    }

    @Test
    void instalmentsWaitUntilAPersonHasGrantedSome() {
        assertThat(town.good("arrange", "requests")).isEqualTo("Nobody waits.\n");
        ArrangementRules rules = new ArrangementRules(Map.of(
                CustomerClass.HOUSEHOLD,
                new ArrangementPolicy(Decimal.of(2), 6, 4, null, Money.parse("10"), 15, 10, null)));
        Asked asked = new Asked(rules, WorkingDays.ALL, 2, TODAY, RequestChannel.ONLINE_AGENCY, null);
        try (Database database = town.home().open()) {
            ArrangementOffer offer = ArrangementDecisions.offer(database, ONE, rules, WorkingDays.ALL, 2, TODAY);
            InstalmentRequests.ask(database, ONE, asked, ((ArrangementOffer.Offered) offer).schedule(), WHY);
        }
        assertThat(town.good("arrange", "requests")).isEqualTo("0000000001  2 instalments, asked for on 2020-03-16\n");
        assertThat(town.good("arrange", "requests", "--json"))
                .isEqualTo("{\"request\":1,\"account\":\"0000000001\",\"months\":2,\"askedOn\":\"2020-03-16\"}\n");
        town.good(
                "arrange", "grant", ONE, "--months", "2", "--channel", "phone", "--on", "2020-03-20", "--why", "asked");
        assertThat(town.good("arrange", "requests")).isEqualTo("Nobody waits.\n");
    }

    @Test
    void whoMovesOutWaitsUntilTheAgreementHasItsEnd() {
        assertThat(town.good("agreement", "requests")).isEqualTo("Nobody waits.\n");
        try (Database database = town.home().open()) {
            MoveOutRequests.ask(database, ONE, List.of("C00001"), LocalDate.of(2020, 3, 20), TODAY, WHY);
        }
        assertThat(town.good("agreement", "requests"))
                .isEqualTo("C00001 of account 0000000001 on 2020-03-20, asked for on 2020-03-16\n");
        assertThat(town.good("agreement", "requests", "--json"))
                .contains("\"agreement\":\"C00001\",\"account\":\"0000000001\",\"on\":\"2020-03-20\"");
        town.good("agreement", "move-out", "C00001", "--on", "2020-03-20", "--estimate", "--why", "moved");
        assertThat(town.good("agreement", "requests")).isEqualTo("Nobody waits.\n");
    }
}
