package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.lighting.LampGroup;
import org.taswiya.core.lighting.LightingCalendar;
import org.taswiya.core.lighting.Place;
import org.taswiya.core.lighting.Regime;
import org.taswiya.core.lighting.SwitchRule;
import org.taswiya.core.lighting.SwitchRule.Horizon;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.agreement.LampInventories;
import org.taswiya.store.agreement.LightingCalendars;
import org.taswiya.store.decision.BillRequests;
import org.taswiya.store.run.BooksChange;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Tab;

/// What a town that pays for its street lamps reads on its bill, and the staff on the page of its account.
///
/// `-Dlook.at=FOLDER` puts a picture of every page there.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class LampPagesTest {
    private static final String ACCOUNT = "9000000001";
    private static final String AGREEMENT = "C9000001";
    private static final LocalDate BEGIN = LocalDate.of(2020, 5, 1);

    @TempDir
    private static Path folder;

    private static BrowsedTown browsed;
    private static PageTown town;
    private static StaffBrowser nadia;

    private final Sights sights = new Sights();

    @BeforeAll
    static void served() {
        browsed = BrowsedTown.served(folder);
        town = browsed.town();
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
        BooksChange.make(town.database(), false, connection -> {
            long change = change(connection);
            writeTown(connection, change);
            LightingCalendars.add(connection, change, calendar());
            inventory(
                    connection,
                    change,
                    lamps("شارع محمد الخامس", 120, "all-night", BEGIN),
                    lamps("نفق", 30, "table", BEGIN));
            return change;
        });
        bill();
    }

    @AfterAll
    static void closed() {
        browsed.close();
    }

    private static long change(Connection connection) throws SQLException {
        return Changes.record(connection, new Change(town.now(), "amina", "census of lamps"));
    }

    private static void writeTown(Connection connection, long change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String row : List.of(
                    "customer values ('TOWN', 'municipality', 'جماعة أنفا', 'Commune Anfa', 'ar', {change})",
                    "customer_account values ('" + ACCOUNT + "', 'TOWN', {change})",
                    "premise values ('TOWN', '1, place de la Mairie', 'Anfa', {change})",
                    "usage_point values ('TOWN', 'TOWN', 'electricity', {change})",
                    "service_agreement"
                            + " (reference, account, usage_point, tariff, households, from_day, billed_from, change)"
                            + " values ('" + AGREEMENT + "', '" + ACCOUNT
                            + "', 'TOWN', 'casablanca/public-lighting', 1, '2020-05-01', '2020-05-01', {change})")) {
                statement.execute("insert into " + row.replace("{change}", "" + change));
            }
        }
    }

    private static LightingCalendar calendar() {
        Map<Month, Decimal> hours = new EnumMap<>(Month.class);
        for (Month month : Month.values()) {
            hours.put(month, Decimal.of(24L * month.minLength()));
        }
        Map<String, Regime> regimes = new TreeMap<>();
        regimes.put("all-night", new Regime.Switched(new SwitchRule(Horizon.SUNSET, 15, 15), null));
        regimes.put("table", new Regime.Published(hours, null));
        return new LightingCalendar(
                ZoneId.of("Africa/Casablanca"),
                new Place(Decimal.parse("33.5731"), Decimal.parse("-7.5898")),
                new TreeMap<>(regimes));
    }

    private static LampGroup lamps(String place, int count, String regime, LocalDate from) {
        return new LampGroup(place, "LED", count, Decimal.of(72), Decimal.parse("3.5"), from, null, regime);
    }

    private static void inventory(Connection connection, long change, LampGroup... groups) throws SQLException {
        LampInventories.add(
                connection, change, Map.of(AGREEMENT, List.of(groups)), Map.of(AGREEMENT, groups[0].from()));
        BillRequests.add(connection, change, List.of(AGREEMENT));
    }

    private static void bill() {
        town.billAsked(LocalDate.of(2020, 6, 1), LocalDate.of(2020, 7, 2));
        assertThat(town.texts("select found from held_agreement where agreement = '" + AGREEMENT + "'"))
                .isEmpty();
    }

    @Test
    void billAndAccountShowTheLampsInEveryLanguage() {
        String bill = new BillNumber(Long.parseLong(town.bills(ACCOUNT).getFirst())).toString();
        Tab tab = browsed.tab();
        for (Language language : Language.values()) {
            tab.forgetCookies();
            browsed.go(tab, "/staff/login");
            Sights.speak(tab, language);
            BrowsedTown.enter(tab, nadia);
            browsed.go(tab, "/staff/accounts/" + ACCOUNT);
            sights.look(tab, language, "account");
            browsed.go(tab, "/staff/bills/" + bill);
            sights.look(tab, language, "bill");
        }
        tab.close();
        assertThat(sights.faults()).isEmpty();
        String page = nadia.get("/staff/accounts/" + ACCOUNT).body();
        assertThat(page).contains("شارع محمد الخامس", "75,5", "census of lamps");
        String shown = nadia.get("/staff/bills/" + bill).body();
        assertThat(shown).contains("لا عداد يقيس هذه المصابيح", "شارع محمد الخامس", "ساعات", "<h2>المصابيح</h2>");
    }
}
