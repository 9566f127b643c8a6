package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;

/// A price list is let in by two people, on pages.
final class PriceBookPagesTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser nadia;
    private static StaffBrowser samir;
    private static StaffBrowser omar;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
        samir = town.staff("samir", StaffRole.SUPERVISOR);
        omar = town.staff("omar", StaffRole.AUDITOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String path(String number) {
        return "/staff/price-books/" + number;
    }

    @Test
    void aBookIsShownBesideTheOneThatItReplaces() {
        WorkTown.of(town).shadow();
        String number = WorkTown.of(town).priceBook();
        assertThat(nadia.get("/staff/price-books").body()).contains(path(number), "grid of 2030");
        String page = nadia.get(path(number)).body();
        assertThat(page)
                .contains("\u20669,5\u2069", "maintenance")
                .doesNotContain(">\u20669.5")
                .containsPattern("<td></td><td>[0-9]+</td><td>.*<ins><bdi>.*9\\.50?.*</bdi></ins></td>")
                .contains("<details><summary>", "<table class=\"lines\" dir=\"ltr\">")
                .contains("<svg xmlns", "role=\"img\"", "aria-labelledby=\"t1 d1\"", "<desc id=\"d1\">")
                .contains("action=\"" + path(number) + "/approve\"", "formaction=\"" + path(number) + "/refuse\"");
        assertThat(omar.get(path(number)).body()).contains("maintenance").doesNotContain("<textarea");
        assertThat(nadia.get(path("999")).statusCode()).isEqualTo(404);
    }

    @Test
    void whoProposedItDoesNotApproveItAndASecondPersonDoesForADay() {
        String number = WorkTown.of(town).priceBook("nadia", "8.50");
        String today = town.today().toString();
        assertThat(nadia.get(path(number)).body())
                .as("who proposed it can take it back and nothing else")
                .contains("action=\"" + path(number) + "/withdraw\"", "أنتم من اقترحه")
                .doesNotContain(path(number) + "/approve", path(number) + "/refuse", "name=\"day\"");
        HttpResponse<String> own = nadia.browser().post(path(number) + "/approve", "day", today, "why", "as decreed");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.body()).contains("role=\"alert\"", "as decreed");
        samir.get(path(number));
        assertThat(samir.browser()
                        .post(path(number) + "/approve", "day", today, "why", "")
                        .statusCode())
                .isEqualTo(422);
        assertThat(samir.browser()
                        .post(path(number) + "/approve", "day", "soon", "why", "ok")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> tooSoon = samir.browser().post(path(number) + "/publish", "why", "at once");
        assertThat(tooSoon.statusCode()).isEqualTo(409);
        assertThat(tooSoon.body()).contains("(ينتظر شخصا ثانيا)");
        HttpResponse<String> noText =
                samir.browser().post(path(number) + "/approve", "day", today, "why", "as\u0000decreed");
        assertThat(noText.statusCode()).isEqualTo(422);
        assertThat(noText.body()).contains("حرف ليس من النص");
        String approved = samir.browser()
                .post(path(number) + "/approve", "day", today, "why", "as decreed")
                .body();
        assertThat(approved).contains("action=\"" + path(number) + "/publish\"", "samir");
        assertThat(samir.browser()
                        .post(path(number) + "/approve", "day", today, "why", "again")
                        .statusCode())
                .isEqualTo(409);
        String published = samir.browser()
                .post(path(number) + "/publish", "why", "in force")
                .body();
        assertThat(published).doesNotContain("<textarea").contains("in force");
        assertThat(town.texts("select step from price_book_step where book = " + number + " order by change"))
                .containsExactly("approved", "published");
        assertThat(town.texts("select place from staff_event where kind = 'acted' and account is null order by id"))
                .containsExactly("price book " + number + " approved", "price book " + number + " published");
        assertThat(omar.get("/staff/trail").body()).contains("samir");
        assertThat(samir.get(path(WorkTown.of(town).priceBook("nadia", "7.50"))).body())
                .as("beside the text that is in use now")
                .containsPattern("<td>[0-9]+</td><td></td><td>.*<del><bdi>.*8\\.50?.*</bdi></del></td>")
                .containsPattern("<td></td><td>[0-9]+</td><td>.*<ins><bdi>.*7\\.50?.*</bdi></ins></td>");
    }
}
