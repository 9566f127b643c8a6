package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.run.ReprintedBill.Same;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.input.CycleAccounts;
import org.taswiya.store.suspension.ReadingInvitations;
import org.taswiya.store.suspension.Suspensions;

/// Nobody reads in Anfa in spring 2020, by decree. Of twenty customers every fourth lives there.
final class SuspensionTest {
    private static final LocalDate FEBRUARY = LocalDate.of(2020, 2, 1);
    private static final LocalDate MARCH_20 = LocalDate.of(2020, 3, 20);
    private static final LocalDate APRIL = LocalDate.of(2020, 4, 1);
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final String DECREE = "Décret n° 2.20.293";
    private static final BillingListener QUIET = new BillingListener() {};

    private final Database database = TestDatabases.fresh();

    SuspensionTest() throws SQLException {
        new SampleUtility(20, 3).fill(database);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("update premise set area = 'Anfa' where substr(reference, 2)::integer % 4 = 0");
        }
    }

    private static Suspension reading(@Nullable String area, LocalDate from, @Nullable LocalDate to) {
        return new Suspension("SPRING-2020", Set.of(Activity.READING, Activity.DELIVERY), area, from, to, DECREE);
    }

    private static Change why(String reason) {
        return new Change(Instant.parse("2020-03-19T08:00:00Z"), "Salma", reason);
    }

    private boolean begin(Suspension suspension) {
        return Suspensions.begin(database, suspension, why("lockdown"), false);
    }

    private boolean end(LocalDate to) {
        return Suspensions.end(database, "SPRING-2020", to, why("over"), false).isPresent();
    }

    /// Of each agreement what a bill to April would say.
    private Map<String, List<ReadingSuspension>> told() throws SQLException {
        Map<String, List<ReadingSuspension>> told = new TreeMap<>();
        RunSettings settings = SampleUtility.settings(APRIL.toString(), 100);
        try (Connection connection = database.connect()) {
            settings.inputs(connection, false)
                    .read(new CycleAccounts(connection, settings.cycle()).after("", 100))
                    .accounts()
                    .forEach(account -> account.agreements().forEach(of -> told.put(of.agreement(), of.suspensions())));
        }
        return told;
    }

    private List<String> texts(String select) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(select)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private List<String> ofAnfa() throws SQLException {
        return texts("select a.reference from service_agreement a join usage_point p on p.reference = a.usage_point"
                + " join premise e on e.reference = p.premise where e.area = 'Anfa' order by 1");
    }

    @Test
    void billsOfTheAreaAloneAreTold() throws SQLException {
        begin(reading("Anfa", MARCH_20, null));
        List<ReadingSuspension> expected = List.of(new ReadingSuspension(DateRange.of(MARCH_20, APRIL), DECREE));
        List<String> anfa = ofAnfa();
        assertThat(anfa).isNotEmpty();
        told().forEach((agreement, suspensions) ->
                assertThat(suspensions).as(agreement).isEqualTo(anfa.contains(agreement) ? expected : List.of()));
    }

    @Test
    void whatIsToldEndsWhereTheOrderEnds() throws SQLException {
        begin(reading(null, FEBRUARY.minusDays(9), null));
        end(MARCH_20);
        assertThat(told().values())
                .allSatisfy(suspensions -> assertThat(suspensions)
                        .containsExactly(new ReadingSuspension(DateRange.of(FEBRUARY, MARCH_20), DECREE)));
        end(FEBRUARY);
        assertThat(told().values()).allMatch(List::isEmpty);
    }

    @Test
    void whatWasTakenBackOrDoesNotStopReadingIsNotTold() throws SQLException {
        begin(reading(null, MARCH_20, MARCH_20));
        begin(new Suspension("CUTS", Set.of(Activity.DISCONNECTION), null, MARCH_20, null, DECREE));
        assertThat(told().values()).allMatch(List::isEmpty);
    }

    @Test
    void noAmountDependsOnIt() throws SQLException {
        String amounts = "select concat_ws(' ', agreement, net, tax) from bill order by agreement, serial";
        BillingRun.execute(database, SampleUtility.settings(APRIL.toString(), 7), QUIET);
        List<String> without = texts(amounts);
        SuspensionTest other = new SuspensionTest();
        other.begin(reading(null, MARCH_20, null));
        BillingRun.execute(other.database, SampleUtility.settings(APRIL.toString(), 7), QUIET);
        assertThat(other.texts(amounts)).isNotEmpty().isEqualTo(without);
    }

    /// A bill that was issued says what was known then, whatever is said of the order afterwards.
    @Test
    void reprintsSayWhatTheFirstPrintSaid() throws IOException {
        DocumentFolder folder = new DocumentFolder(TestDatabases.folder("suspended"), (_, _) -> Optional.empty());
        begin(reading("Anfa", MARCH_20, null));
        BillingRun.execute(database, SampleUtility.settings(APRIL.toString(), 7), new BillingListener() {
            @Override
            public SortedMap<BillNumber, String> documents(List<IssuedAccount> accounts) {
                return folder.write(database, accounts);
            }
        });
        end(MARCH_20.plusDays(5));
        begin(new Suspension("LATER", Set.of(Activity.READING), null, FEBRUARY, null, "Later order"));
        List<Same> bills = new ArrayList<>();
        Reprint.execute(
                database,
                new Reprint.Rules(SampleUtility::tariff, (_, _) -> Optional.empty()),
                BilledRange.all(database),
                bill -> bills.add((Same) bill));
        assertThat(bills)
                .isNotEmpty()
                .allMatch(Same::isAsFirst)
                .noneMatch(bill -> bill.text().contains("Later"));
        assertThat(bills).anyMatch(bill -> bill.text().contains("\"legalReference\": \"" + DECREE));
    }

    @Test
    void sayingTheSameAgainWritesNothing() throws SQLException {
        String changes = "select count(*)::text from change";
        assertThat(begin(reading("Anfa", MARCH_20, null))).isTrue();
        assertThat(end(JUNE)).isTrue();
        List<String> before = texts(changes);
        assertThat(begin(reading("Anfa", MARCH_20, JUNE))).isFalse();
        assertThat(end(JUNE)).isFalse();
        assertThat(texts(changes)).isEqualTo(before);
        assertThat(end(MARCH_20.plusDays(9))).isTrue();
        assertThat(Suspensions.all(database)).containsExactly(reading("Anfa", MARCH_20, MARCH_20.plusDays(9)));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        begin(reading("Anfa", MARCH_20, null));
        assertThatThrownBy(() -> begin(reading(null, MARCH_20, null)))
                .hasMessageContaining("There is another suspension SPRING-2020, from 2020-03-20 by " + DECREE);
        assertThatThrownBy(() -> Suspensions.begin(
                        database,
                        new Suspension("X", Set.of(Activity.READING), "Atlantis", MARCH_20, null, DECREE),
                        why("?"),
                        false))
                .hasMessage("There is no premise in an area Atlantis");
        assertThatThrownBy(() -> end(MARCH_20.minusDays(1)))
                .hasMessage("Suspension SPRING-2020 ends on 2020-03-19, before its first day 2020-03-20");
        assertThatThrownBy(() -> Suspensions.end(database, "WINTER", JUNE, why("?"), false))
                .hasMessageContaining("There is no suspension WINTER");
        assertThat(Suspensions.all(database)).hasSize(1);
    }

    @Test
    void whoHasAMeterInTheAreaIsInvitedOnce() throws SQLException {
        begin(reading("Anfa", MARCH_20, null));
        List<String> accounts = texts("select distinct a.account from service_agreement a"
                + " join usage_point p on p.reference = a.usage_point join premise e on e.reference = p.premise"
                + " join meter m on m.usage_point = a.usage_point and m.removed_at is null"
                + " where e.area = 'Anfa' and a.to_day is null order by 1");
        assertThat(ReadingInvitations.invite(database, "SPRING-2020", why("ask"), true))
                .isEqualTo(accounts.size());
        assertThat(invited()).isEmpty();
        assertThat(ReadingInvitations.invite(database, "SPRING-2020", why("ask"), false))
                .isEqualTo(accounts.size());
        assertThat(ReadingInvitations.invite(database, "SPRING-2020", why("ask"), false))
                .isZero();
        assertThat(invited()).isEqualTo(accounts).isNotEmpty();
    }

    private List<String> invited() {
        List<String> invited = new ArrayList<>();
        ReadingInvitations.each(database, "SPRING-2020", one -> {
            assertThat(one.meters()).isNotEmpty();
            invited.add(one.account().reference());
        });
        return invited;
    }

    @Test
    void nobodyIsAskedToReadWhereReadingGoesOn() {
        begin(new Suspension("CUTS", Set.of(Activity.DISCONNECTION), null, MARCH_20, null, DECREE));
        assertThatThrownBy(() -> ReadingInvitations.invite(database, "CUTS", why("ask"), false))
                .hasMessage("Suspension CUTS does not stop reading; nobody needs to read for it");
    }
}
