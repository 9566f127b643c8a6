package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.staff.KeptFactors;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.first.DemoClock;
import org.taswiya.web.first.DemoPeople;
import org.taswiya.web.first.FirstStaff;

/// Who gets in where nobody of the staff could.
final class FirstPeopleTest {
    private static final Pattern LINK =
            Pattern.compile("https://a\\.example(/staff/welcome\\?name=admin&code=([A-Z0-9-]{24}))");

    private static final Pattern STAFF =
            Pattern.compile("login as ([a-z]+), password (\\S+),\\s+second factor SECRET ([A-Z2-7]+)");

    @TempDir
    private Path folder;

    private PageTown town;

    @BeforeEach
    void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterEach
    void closed() {
        town.close();
    }

    private Matcher link() {
        Matcher link = LINK.matcher(FirstStaff.link(town.database(), "https://a.example/", town.now())
                .orElseThrow());
        assertThat(link.matches()).isTrue();
        return link;
    }

    @Test
    void theFirstOfTheStaffGetsInByTheLastLinkAndThenThereIsNone() {
        Matcher first = link();
        Matcher second = link();
        assertThat(town.browser()
                        .post("/staff/welcome", "name", "admin", "code", first.group(2))
                        .statusCode())
                .as("the link before")
                .isNotEqualTo(200);
        HttpResponse<String> page = town.browser().get(second.group(1));
        assertThat(page.body()).contains("value=\"admin\"").contains("value=\"" + second.group(2) + "\"");
        assertThat(StaffBrowser.welcomed(town, "admin", second.group(2))
                        .signIn()
                        .statusCode())
                .isEqualTo(200);
        assertThat(FirstStaff.link(town.database(), "https://a.example", town.now()))
                .isEmpty();
        assertThat(town.texts("select role from staff_standing")).containsOnly("supervisor");
    }

    @Test
    void whereThereIsSomebodyThereIsNoLink() {
        town.hire("amina", StaffRole.AGENT, "TICKET");
        assertThat(FirstStaff.link(town.database(), "https://a.example", town.now()))
                .isEmpty();
        assertThat(town.texts("select name from staff")).containsExactly("amina");
    }

    /// A name and a code of strangers are shown as text, whatever is in them.
    @Test
    void aLinkCarriesNothingButACode() {
        HttpResponse<String> page = town.browser().get("/staff/welcome?name=%22%3E%3Cb%3E&code=%22%3E%3Cscript%3E");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("\"><b>");
    }

    private LocalDate demoDay(String world) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(world), ZoneOffset.UTC);
        return LocalDate.now(DemoClock.of(town.database(), folder, clock));
    }

    @Test
    void aDemoLivesOnFromTheDayAfterItsNewestBill() throws IOException {
        LocalDate newest = LocalDate.parse(
                town.texts("select max(billed_on)::text from bill").getFirst());
        assertThat(demoDay("2026-11-30T23:59:00Z")).isEqualTo(newest.plusDays(1));
        assertThat(demoDay("2026-12-01T00:01:00Z")).isEqualTo(newest.plusDays(2));
        assertThat(folder.resolve("demo-days.new")).doesNotExist();
    }

    /// What its people have done is of the time of the world; a demo that went back would have done it tomorrow.
    @Test
    void aDemoWhosePeopleAreThereStaysInTheTimeTheyLivedIn() throws IOException {
        Files.writeString(DemoPeople.file(folder), "somebody");
        assertThat(demoDay("2026-11-30T23:59:00Z")).isEqualTo("2026-11-30");
        assertThat(demoDay("2026-12-01T00:01:00Z")).isEqualTo("2026-12-01");
    }

    private List<String> demo() throws IOException {
        return DemoPeople.make(
                town.database(), town.site().staffKey(), "http://here", "box", folder.resolve("staff"), town.now());
    }

    @Test
    void theDemosPeopleSignIn() throws IOException {
        List<String> said = demo();
        demo(); // of a second start
        List<String> last = demo();
        assertThat(last).as("who starts again reads the same").isEqualTo(said);
        int signedIn = 0;
        Matcher found = STAFF.matcher(String.join(" ", last));
        while (found.find()) {
            assertThat(somebody(found).signIn().uri().getPath())
                    .as(found.group(1))
                    .doesNotContain("login");
            signedIn++;
        }
        assertThat(signedIn).isEqualTo(StaffRole.values().length);
        Matcher customer = Pattern.compile("/login with ([0-9]{10});").matcher(last.get(1));
        assertThat(customer.find()).isTrue();
        assertThat(town.signedIn(customer.group(1)).get("/home").body()).contains(customer.group(1));
        Matcher owing = Pattern.compile("who owes +the same with ([0-9]{10})").matcher(last.get(2));
        assertThat(owing.find()).isTrue();
        assertThat(town.owing()).contains(owing.group(1));
        assertThat(town.texts("select reader from round_assignment"))
                .as("one round, whoever starts again")
                .containsExactly("reader");
        assertThat(KeptFactors.of(town.database(), town.site().staffKey())).isEqualTo(new KeptFactors(0, 0));
    }

    private StaffBrowser somebody(Matcher found) {
        return new StaffBrowser(town, town.browser(), found.group(1), found.group(2), found.group(3));
    }

    private StaffBrowser reader(List<String> said) {
        Matcher found = STAFF.matcher(String.join(" ", said));
        assertThat(found.results().map(result -> result.group(1))).contains("reader");
        found.reset();
        while (found.find() && !found.group(1).equals("reader")) {}
        return somebody(found);
    }

    @Test
    void aDemoThatIsStartedAgainClosesNoHandset() throws IOException {
        StaffBrowser reader = reader(demo());
        reader.signIn();
        HandsetClient handset = HandsetClient.registered(reader);
        demo();
        assertThat(handset.get("/staff/round/today").statusCode()).isEqualTo(200);
        assertThat(Files.getPosixFilePermissions(folder.resolve("staff")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    /// As after a kill between the two, and in a home of before.
    @Test
    void whoIsNotInTheFileIsMadeAnew() throws IOException {
        demo();
        Files.delete(folder.resolve("staff"));
        assertThat(reader(demo()).signIn().uri().getPath()).doesNotContain("login");
    }
}
