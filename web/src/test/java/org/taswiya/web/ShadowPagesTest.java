package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.StaffRole;

/// What other prices would come to, who may see it, and as a file.
final class ShadowPagesTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String number;
    private static StaffBrowser nadia;
    private static StaffBrowser omar;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        number = WorkTown.of(town).shadow();
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
        omar = town.staff("omar", StaffRole.AUDITOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    @Test
    void whoIsNamedLeadsToTheirPageForWhoeverMayReadIt() {
        String dearer = town.owing().getFirst();
        String page = nadia.get("/staff/shadows/" + number).body();
        assertThat(page)
                .contains(
                        "/staff/accounts/" + dearer,
                        "/staff/accounts/" + town.owing().get(1))
                .contains("water-2021.yaml", "asked by the council", "فاتورة كبيرة", "failed");
        assertThat(omar.get("/staff/shadows/" + number).body())
                .contains("water-2021.yaml")
                .doesNotContain("/staff/accounts/");
    }

    @Test
    void theListLeadsToEach() {
        assertThat(omar.get("/staff/shadows").body()).contains("/staff/shadows/" + number);
        assertThat(nadia.get("/staff/shadows/999999").statusCode()).isEqualTo(404);
        assertThat(nadia.get("/staff/work").body()).contains("href=\"/staff/shadows\"");
    }

    @Test
    void theFileHasEachSumAndWhoIsNamed() {
        HttpResponse<String> file = nadia.get("/staff/shadows/" + number + ".csv");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(file.body().lines())
                .contains(
                        "part,name,block,bills,old total,new total,difference,more,less,same",
                        "all,,,2,10000.00,11234.50,1234.50,2,0,0",
                        "block,casablanca/water-household,1,2,10000.00,11234.50,1234.50,2,0,0",
                        "spread,less over 10.00,,1,,,-10.50,,,",
                        "spread,more over 0.00 to 10.00,,1,,,1234.50,,,",
                        "dearer," + town.owing().getFirst() + ",,1,10.00,1244.50,1234.50,,,",
                        "held by the new,large-bill,,3,,,,,,")
                .allMatch(line -> line.chars().filter(c -> c == ',').count() == 9);
    }

    @Test
    void anAuditorIsShownTheWaysThatOpenAndNoOthers() {
        assertThat(omar.get("/staff/trail").body())
                .contains("href=\"/staff/shadows\"", "href=\"/staff/trail\"")
                .doesNotContain("href=\"/staff/work\"", "href=\"/staff/search\"");
        StaffBrowser amina = town.staff("amina", StaffRole.AGENT);
        assertThat(amina.get("/staff/search").body())
                .contains("href=\"/staff/work\"", "href=\"/staff/search\"")
                .doesNotContain("href=\"/staff/shadows\"", "href=\"/staff/trail\"");
    }
}
