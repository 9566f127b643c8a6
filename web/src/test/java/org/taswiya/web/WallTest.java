package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.access.AccountStatement;
import org.taswiya.store.access.StandingBill;
import org.taswiya.store.access.StatedAgreement;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.arrangement.Arrangements;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Messages;
import org.taswiya.store.outage.ComingOutage;

/// What pages would show if they forgot to ask whose something is: nothing.
final class WallTest {
    /// What two customers may share, since it stands at a place, is for all, or is in books of the utility.
    private static final Set<String> SHARED = Set.of(
            "premise",
            "usage_point",
            "meter",
            "vacancy",
            "sub_meter",
            "change",
            "message_receipt",
            "reading",
            "visit",
            "meter_exchange",
            "suspect_reading",
            "suspect_finding",
            "suspect_decision");

    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static List<String> texts(Database database, String sql) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Test
    void whatPagesAskForOfAnotherIsEmpty() {
        String mine = town.reached().get(0);
        String other = town.reached().get(1);
        Database seen = town.database().seenBy(List.of(mine));
        BillNumber foreign = new BillNumber(Long.parseLong(town.bills(other).getLast()));
        LocalDate today = LocalDate.ofInstant(town.now(), ZoneOffset.UTC);
        List<String> both = List.of(mine, other);
        assertThat(AccountStatement.of(seen, both))
                .extracting(AccountStatement::account)
                .containsExactly(mine);
        assertThat(StatedAgreement.of(seen, both))
                .extracting(StatedAgreement::account)
                .containsOnly(mine);
        assertThat(StandingBill.upTo(town.database(), List.of(foreign))).isNotEmpty();
        assertThat(StandingBill.upTo(seen, List.of(foreign))).isEmpty();
        assertThat(Contacts.on(town.database(), other, today)).isPresent();
        assertThat(Contacts.on(seen, other, today)).isEmpty();
        assertThat(Messages.to(seen, List.of(other), List.of(other), 100)).isEmpty();
        assertThat(Disputes.list(seen, other)).isEmpty();
        assertThat(Arrangements.list(seen, other)).isEmpty();
        assertThat(ComingOutage.of(seen, List.of(other), LocalDateTime.parse("2019-01-01T00:00")))
                .isEmpty();
        assertThat(BilledRange.ofBill(seen, foreign.serial())).allSatisfy(range -> {
            try (Connection connection = seen.connect()) {
                assertThat(range.bills(connection)).isEmpty();
            }
        });
    }

    /// Of every table with a policy each customer sees their own rows and nobody sees one of theirs; together they see
    /// all there is. Without an account nobody sees anything.
    @Test
    void everyTableIsDividedAmongCustomers() {
        List<String> accounts = texts(town.database(), "select reference from customer_account order by 1");
        assertThat(accounts).hasSizeGreaterThan(10);
        List<String> tables =
                texts(town.database(), "select tablename from pg_policies where schemaname = 'public' order by 1");
        List<String> filled = new ArrayList<>();
        for (String table : tables) {
            String rows = "select ctid::text from " + table;
            if (!table.equals("change")) { // who announced an outage is told to all
                assertThat(texts(town.database().seenBy(List.of()), rows))
                        .as(table)
                        .isEmpty();
            }
            int all = texts(town.database(), rows).size();
            Set<String> union = new HashSet<>();
            int sum = 0;
            for (String account : accounts) {
                List<String> own = texts(town.database().seenBy(List.of(account)), rows);
                sum += own.size();
                union.addAll(own);
            }
            if (!SHARED.contains(table)) {
                assertThat(sum).as(table + ": two customers see the same row").isEqualTo(union.size());
                assertThat(union).as(table + ": a row that nobody sees").hasSize(all);
            }
            if (sum > 0) {
                filled.add(table);
            }
        }
        assertThat(filled).contains("bill", "charge_line", "reading", "contact", "open_item", "customer", "premise");
    }

    /// What stands at a place is seen by who lives there, on their days.
    @Test
    void ofAPlaceWhoLivesThereSeesTheirOwnDays() {
        List<String> accounts = texts(town.database(), "select reference from customer_account");
        for (String account : accounts) {
            Database seen = town.database().seenBy(List.of(account));
            assertThat(texts(seen, "select usage_point || ' ' || at from reading"))
                    .isSubsetOf(texts(town.database(), """
                            select r.usage_point || ' ' || r.at from reading r
                            join service_agreement s on s.usage_point = r.usage_point and s.account = '%s'
                                and r.at >= s.from_day
                                and (s.to_day is null or r.at <= s.to_day)""".formatted(account)));
        }
    }
}
