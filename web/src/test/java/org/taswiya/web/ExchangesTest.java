package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.customer.Language;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Tab;

/// New meters that a reader reports, booked or refused by an agent.
final class ExchangesTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser amina;
    private static StaffBrowser brahim;
    private static HandsetClient handset;
    private static List<String> points;
    private static long round;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        points = WalkedTown.points(town).subList(0, 20);
        round = WalkedTown.plan(town, "MAARIF-3", points);
        amina = town.staff("amina", StaffRole.AGENT);
        brahim = town.staff("brahim", StaffRole.AGENT);
        StaffBrowser salma = town.staff("salma", StaffRole.READER);
        WalkedTown.assign(town, round, "salma");
        handset = HandsetClient.registered(salma);
        handset.get("/staff/round/today"); // what comes later is later than this
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String one(String sql) {
        return town.texts(sql).getFirst();
    }

    /// What the dial showed when it was last read.
    private static BigDecimal last(String point) {
        return new BigDecimal(one("select value::text from reading where usage_point = '" + point
                + "' order by at desc, revision desc limit 1"));
    }

    /// A reader reports it.
    ///
    /// @return where its page is
    private static String reported(int which, BigDecimal removed, String serial, String installed) {
        return reported(which, removed, serial, installed, 0);
    }

    /// @param ago in seconds, as the handset has it
    private static String reported(int which, BigDecimal removed, String serial, String installed, int ago) {
        UUID id = UUID.randomUUID();
        HttpResponse<String> answer = handset.entries("{\"id\":\"" + id + "\",\"round\":" + round + ",\"point\":\""
                + points.get(which) + "\",\"at\":"
                + town.now().minusSeconds(ago).toEpochMilli()
                + ",\"value\":\"" + removed + "\",\"serial\":\"" + serial + "\",\"start\":\"" + installed
                + "\",\"lat\":\"33.5731\",\"lon\":\"-7.5898\"}");
        assertThat(answer.body()).contains("\"outcome\"");
        return "/staff/exchanges/" + id;
    }

    private static BigDecimal used(int which) {
        return last(points.get(which)).add(BigDecimal.TEN).setScale(0, RoundingMode.UP);
    }

    private static String state(int which) {
        return String.join(
                " ",
                town.texts("select serial || ':' || coalesce(removed_at::text, '-') from meter"
                        + " where usage_point = '" + points.get(which) + "' order by installed_at"));
    }

    private static HttpResponse<String> look(StaffBrowser who, String path, String digits, String decimals) {
        who.get(path);
        return who.browser().post(path + "/book", "digits", digits, "decimals", decimals);
    }

    @Test
    void whatAReaderSawIsShownBesideTheBooksAndBookedAsShown() {
        String old = state(0).replace(":-", "");
        BigDecimal removed = used(0);
        String path = reported(0, removed, "NEW-0001", "3");
        assertThat(amina.get("/staff/work").body()).contains("عدادات استُبدلت");
        assertThat(amina.get("/staff/work/exchange").body()).contains(path, "NEW-0001");
        assertThat(amina.get(path.replace("/exchanges/", "/work/exchange/"))
                        .uri()
                        .getPath())
                .isEqualTo(path);
        assertThat(amina.get(path).body()).contains("NEW-0001", old, "salma", "33.5731");
        String before = one("select count(*)::text from change");
        HttpResponse<String> sure = look(amina, path, "5", "0");
        assertThat(sure.body()).contains("هل نسجل هذا الاستبدال؟", old, "NEW-0001");
        assertThat(state(0)).as("a look writes nothing").isEqualTo(old + ":-");
        assertThat(one("select count(*)::text from change")).isEqualTo(before);
        assertThat(amina.browser()
                        .post(path + "/book", "digits", "5", "decimals", "0", "seen", "otherwise")
                        .statusCode())
                .isEqualTo(409);
        Form form = Form.of(sure, "book");
        assertThat(form.send(amina.browser()).uri().getPath()).isEqualTo("/staff/work/exchange");
        String day = town.now().toString().substring(0, 10);
        assertThat(state(0)).isEqualTo(old + ":" + day + " NEW-0001:-");
        assertThat(town.texts("select e.removed || ' ' || e.installed || ' ' || c.author from meter_exchange e"
                        + " join change c on c.id = e.change where e.usage_point = '" + points.get(0) + "'"))
                .containsExactly(removed + " 3 amina");
        String place = path.replace("/staff/exchanges/", "exchange ");
        assertThat(town.acted(place)).hasSize(1).first().asString().startsWith("amina ");
        assertThat(town.texts("select digits || ' ' || decimals from meter where serial = 'NEW-0001'"))
                .containsExactly("5 0");
        // a double click
        assertThat(form.send(amina.browser()).statusCode()).isEqualTo(409);
        assertThat(amina.get(path).statusCode()).isEqualTo(404);
        assertThat(amina.get("/staff/work/exchange").body()).doesNotContain(path);
    }

    @Test
    void whatIsRefusedHasAReasonAndLeavesTheBooksAsTheyWere() {
        String path = reported(1, used(1), "NEW-0002", "0");
        String before = state(1);
        HttpResponse<String> empty = amina.browser().post(path + "/refuse", "why", " ");
        assertThat(empty.statusCode()).isEqualTo(422);
        HttpResponse<String> refused = amina.browser().post(path + "/refuse", "why", "the photo shows the old one");
        assertThat(refused.uri().getPath()).isEqualTo("/staff/work/exchange");
        assertThat(refused.body()).doesNotContain(path);
        assertThat(state(1)).isEqualTo(before);
        assertThat(town.texts("select c.author || ': ' || c.reason from exchange_decision d join change c"
                        + " on c.id = d.change where not d.is_booked"))
                .containsExactly("amina: the photo shows the old one");
        assertThat(town.acted(path.replace("/staff/exchanges/", "exchange "))).hasSize(1);
        assertThat(amina.browser().post(path + "/refuse", "why", "again").statusCode())
                .isEqualTo(409);
    }

    /// What a row of a file would come back for is said to who books it, and booked when it was seen.
    @Test
    void whatIsNotLikelyIsSaidBeforeItIsBooked() {
        String path = reported(11, used(11).add(BigDecimal.valueOf(9_000)), "NEW-0013", "0");
        HttpResponse<String> sure = look(amina, path, "", "");
        assertThat(sure.body()).contains("هذه القيم غير مرجّحة", "high-use: ");
        assertThat(Form.of(sure, "book").send(amina.browser()).uri().getPath()).isEqualTo("/staff/work/exchange");
        assertThat(state(11)).endsWith("NEW-0013:-");
    }

    /// What no person would book is said in words, and the digits that were typed stay.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lower than it was read, 2, -1, NEW-0003, 0, 5, reading-lower, آخر قيمة للعداد القديم أقل",
        "more than the new dial has, 3, 10, NEW-0004, 123456, 5, digit-overflow, أكبر مما يبيّنه",
        "finer than the new dial, 4, 10, NEW-0005, 0.5, 5, too-fine, أكثر مما يبيّنه",
        "the old number, 5, 10, same, 0, 5, same-meter, هو رقم القديم",
        "a meter of a neighbour, 6, 10, neighbour, 0, 5, hangs-elsewhere, في مكان آخر",
        "no number of digits, 7, 10, NEW-0008, 0, x, dial, اكتبوا عدد الأرقام"
    })
    void whatCannotBeIsSaidInWords(
            String what, int which, int more, String serial, String first, String digits, String reason, String said) {
        String number = switch (serial) {
            case "same" -> state(which).replace(":-", "");
            case "neighbour" -> state(which + 1).replace(":-", "");
            default -> serial;
        };
        BigDecimal removed = more < 0
                ? last(points.get(which)).subtract(BigDecimal.ONE).setScale(0, RoundingMode.DOWN)
                : used(which);
        String path = reported(which, removed, number, first);
        String before = state(which);
        HttpResponse<String> page = look(amina, path, digits, "0");
        assertThat(page.statusCode()).as(reason + page.body()).isBetween(409, 422);
        assertThat(page.body()).contains(said, "role=\"alert\"", "value=\"" + digits + "\"");
        assertThat(state(which)).isEqualTo(before);
    }

    @Test
    void whoHasItDecidesIt() {
        String path = reported(8, used(8), "NEW-0009", "0");
        amina.get(path);
        assertThat(amina.browser()
                        .post(path.replace("/exchanges/", "/work/exchange/") + "/take")
                        .uri()
                        .getPath())
                .isEqualTo(path);
        HttpResponse<String> taken = look(brahim, path, "5", "0");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("هذا الاستبدال عند زميل", "amina");
        assertThat(look(amina, path, "", "").statusCode()).isEqualTo(200);
    }

    /// What came by a file meanwhile waits for nobody, and of what a reader typed twice the last counts.
    @Test
    void whatTheBooksHaveWaitsForNobody() {
        String first = reported(9, used(9), "NEW-0010", "0", 60);
        String second = reported(9, used(9), "NEW-0011", "0");
        String list = amina.get("/staff/work/exchange").body();
        assertThat(list).contains(second).doesNotContain(first);
        assertThat(amina.get(first).statusCode()).isEqualTo(404);
        Form.of(look(amina, second, "", ""), "book").send(amina.browser());
        assertThat(state(9)).endsWith("NEW-0011:-");
    }

    @Test
    void theyAreLookedAtInABrowser() {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no Chromium: apt-get install chromium");
        String path = reported(10, used(10), "NEW-0012", "2");
        StaffBrowser later = amina.later();
        List<String> faults = new ArrayList<>();
        try (Chromium chromium = Chromium.start(program.get(), folder.resolve("profile"))) {
            Tab tab = chromium.tab();
            String site = "http://127.0.0.1:" + town.port();
            tab.go(site + "/staff/login");
            tab.type("#name", later.name());
            tab.type("#password", later.password());
            tab.type("#code", later.code());
            tab.follow("main button");
            for (Language language : Language.values()) {
                tab.go(site + path);
                if (tab.is("document.documentElement.lang !== '" + language.code() + "'")) {
                    tab.follow("button[lang=" + language.code() + "]");
                }
                see(tab, language, "exchange", faults);
                tab.follow("form[action$=book] button");
                see(tab, language, "exchange-sure", faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void see(Tab tab, Language language, String name, List<String> faults) {
        for (int width : new int[] {1200, 360}) {
            tab.size(width, 740);
            if (!tab.is("document.documentElement.scrollWidth <= document.documentElement.clientWidth")) {
                faults.add(language + " " + name + " sticks out at " + width);
            }
            String wanted = System.getProperty("look.at");
            if (wanted != null) {
                tab.picture(Path.of(wanted).resolve(language.code() + "-" + name + "-" + width + ".png"));
            }
        }
        tab.violations().forEach(found -> faults.add(language + " " + name + ": " + found));
    }
}
