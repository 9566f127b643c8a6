package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.staff.StaffRole;

/// Interruptions planned, changed and called off at the console.
final class StaffOutageTest {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static WorkTown work;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        work = WorkTown.of(town);
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static HttpResponse<String> post(String path, String... typed) {
        return nadia.browser().post("/staff/outages/" + path, typed);
    }

    private static HttpResponse<String> plan(String from, String to) {
        nadia.get("/staff/outages/new");
        return post("new", "service", "water", "kind", "area", "place", work.area(), "from", from, "to", to);
    }

    /// The form of a page that says back what was typed, as it is.
    private static String[] confirmed(HttpResponse<String> page) {
        List<String> typed = new ArrayList<>();
        Matcher found = HIDDEN.matcher(page.body().substring(page.body().indexOf("<main")));
        while (found.find()) {
            if (!found.group(1).equals("_csrf")) {
                typed.add(found.group(1));
                typed.add(found.group(2));
            }
        }
        return typed.toArray(String[]::new);
    }

    private static String count(String table) {
        return town.texts("select count(*)::text from " + table).getFirst();
    }

    @Test
    void whoIsTouchedIsShownBeforeAnythingIsWrittenAndAllAreToldAtOnce() {
        String before = count("outage");
        HttpResponse<String> sure = plan("2020-10-01T08:00", "2020-10-01T12:00");
        assertThat(sure.statusCode()).as(sure.body()).isEqualTo(200);
        assertThat(sure.body()).contains("زبناء يُخبرون", "بريد");
        assertThat(count("outage")).isEqualTo(before);
        HttpResponse<String> done = post("new", confirmed(sure));
        assertThat(done.uri().getPath()).matches("/staff/outages/[0-9]+");
        String number = done.uri().getPath().replaceAll("\\D", "");
        assertThat(town.texts("select count(*)::text from message where cause = '" + number + "V1'"))
                .isNotEqualTo(List.of("0"));
        // a double click plans no second one
        assertThat(post("new", confirmed(sure)).statusCode()).isEqualTo(409);
        assertThat(town.texts("select count(*)::text from outage where id > " + before))
                .isEqualTo(List.of("1"));
        assertThat(nadia.get("/staff/outages").body()).contains("/staff/outages/" + number + "\"");
    }

    /// Of a slip in the year everybody there would be told.
    @Test
    void oneOfMoreThanAWeekIsDoubtedBeforeAnybodyIsTold() {
        assertThat(plan("2020-10-05T08:00", "2020-10-12T08:00").body()).doesNotContain("يدوم أكثر من أسبوع");
        assertThat(plan("2020-10-05T08:00", "2021-10-05T12:00").body()).contains("يدوم أكثر من أسبوع");
        assertThat(plan("2020-10-05T08:00", "+999999-10-05T12:00").statusCode())
                .as("a year that no database knows is none")
                .isEqualTo(422);
    }

    @Test
    void oneThatNobodyEndedIsOverAtItsEnd() {
        LocalDateTime hour = LocalDateTime.ofInstant(
                        town.now(), town.site().clock().getZone())
                .truncatedTo(ChronoUnit.HOURS);
        HttpResponse<String> done = post(
                "new",
                confirmed(plan(hour.plusHours(2).toString(), hour.plusHours(3).toString())));
        assertThat(done.body()).contains("<strong>مبرمج</strong>");
        for (int i = 0; i < 4; i++) {
            town.browser(); // an hour each
        }
        assertThat(nadia.get(done.uri().getPath()).body()).contains("<dd><strong>انقضى موعده</strong>");
        assertThat(nadia.get("/staff/outages").body()).contains("<td>انقضى موعده</td>");
    }

    @Test
    void oneIsMovedAndCalledOff() {
        String number = post("new", confirmed(plan("2020-11-02T08:00", "2020-11-02T12:00")))
                .uri()
                .getPath()
                .replaceAll("\\D", "");
        HttpResponse<String> sure = post(number + "/change", "to", "2020-11-02T15:00", "seen", "1");
        assertThat(sure.statusCode()).as(sure.body()).isEqualTo(200);
        assertThat(sure.body()).contains("15:00");
        assertThat(post(number + "/change", confirmed(sure)).statusCode()).isEqualTo(200);
        // a page that is no longer so
        assertThat(post(number + "/cancel", "seen", "1", "sure", "yes").statusCode())
                .isEqualTo(409);
        post(number + "/cancel", "seen", "2", "sure", "yes");
        assertThat(town.texts("select v.state || ' ' || c.author from outage_version v join change c on c.id = v.change"
                        + " where v.outage = " + number + " order by v.version"))
                .isEqualTo(List.of("planned nadia", "changed nadia", "cancelled nadia"));
        assertThat(town.acted("outage " + number)).containsExactly("nadia", "nadia", "nadia");
        assertThat(post(number + "/end", "seen", "3", "sure", "yes").statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "service, '', الخدمة",
        "place, '', المكان",
        "place, nowhere, nowhere",
        "from, 2020-10-01, البداية",
        "to, 2020-10-01T07:00, البداية",
        "to, x, البداية",
        "ar, سبب, اللغات",
    })
    void whatIsNotRightIsSaidAndNothingTypedIsLost(String name, String value, String said) {
        List<String> typed = new ArrayList<>(List.of("service", "water", "kind", "area", "place", work.area()));
        typed.addAll(List.of("from", "2020-10-01T08:00", "to", "2020-10-01T12:00", "fr", "", "en", "", "ar", ""));
        typed.set(typed.indexOf(name) + 1, value);
        nadia.get("/staff/outages/new");
        HttpResponse<String> page = post("new", typed.toArray(String[]::new));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(said);
    }

    /// The books have one name of an area, in Latin letters and with its accents.
    @ParameterizedTest
    @CsvSource({
        "Aïn Chock",
        "ain chock",
        "AIN  CHOK",
        "عين الشق",
        "عين الشّق",
    })
    void anAreaIsFoundHoweverItIsWritten(String typed) {
        nadia.get("/staff/outages/new");
        HttpResponse<String> page = post(
                "new",
                "service",
                "water",
                "kind",
                "area",
                "place",
                typed,
                "from",
                "2020-10-01T08:00",
                "to",
                "2020-10-01T12:00");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("<bdi>Aïn Chock</bdi>");
    }

    @Test
    void theFormOffersTheAreasOfTheBooks() {
        assertThat(nadia.get("/staff/outages/new").body())
                .contains("<datalist id=\"areas\">", "<option value=\"" + work.area() + "\">");
    }

    @Test
    void whatIsOverIsNothingToPlan() {
        HttpResponse<String> page = plan("2019-10-01T08:00", "2019-10-01T12:00");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("كان سينتهي في \u20671\u00a0أكتوبر\u00a02019\u2069 \u206612:00\u2069")
                .doesNotContain("nothing to plan");
        assertThat(nadia.get("/staff/outages/999").statusCode()).isEqualTo(404);
    }
}
