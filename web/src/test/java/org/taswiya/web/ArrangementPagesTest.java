package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
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

/// Instalments as staff look at them and grant them. Each test has an account that nobody was granted any before.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class ArrangementPagesTest {
    private static final Pattern SCHEDULE = Pattern.compile("name=\"schedule\" value=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Browser agent;
    private static Browser supervisor;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        agent = town.staff("amina", StaffRole.AGENT).browser();
        supervisor = town.staff("nadia", StaffRole.SUPERVISOR).browser();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String account = town.texts("""
                    select k.account from open_item k
                    join customer_account a on a.reference = k.account join customer c on c.reference = a.customer
                    where c.class = 'household' and not exists (select from arrangement r where r.account = k.account)
                        and not exists (select from arrangement_proposal p where p.account = k.account)
                    group by k.account having sum(open) > 40000 order by sum(open)""").getFirst();
    private final String path = "/staff/accounts/" + account + "/arrangement";

    private static String schedule(HttpResponse<String> page) {
        Matcher found = SCHEDULE.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> send(Browser by, String months, String down, String first, String schedule) {
        by.get(path);
        return by.post(
                path,
                "months",
                months,
                "down",
                down,
                "first",
                first,
                "channel",
                "phone",
                "why",
                "lost work",
                "schedule",
                schedule);
    }

    private List<String> granted() {
        return town.texts("select c.author || ' ' || coalesce(a.approved_by, '-') || ' ' || c.reason"
                + " from arrangement a join change c on c.id = a.change where a.account = '" + account + "'");
    }

    private List<String> proposed() {
        return town.texts("select c.author || ' ' || p.months from arrangement_proposal p"
                + " join change c on c.id = p.change where p.account = '" + account + "' order by p.id");
    }

    @Test
    void whatIsWithinTheLimitIsLookedAtThenGrantedByWhoIsSignedIn() {
        HttpResponse<String> page = send(agent, "3", "100", "2020-07-10", "");
        String[] days = schedule(page).split(",", -1);
        assertThat(days).hasSize(4);
        assertThat(days[0]).isEqualTo("2020-07-02=100.00");
        assertThat(days[1]).startsWith("2020-07-10=");
        assertThat(page.body()).contains("lost work", "منح هذه الآجال");
        assertThat(granted()).isEmpty();
        HttpResponse<String> done = send(agent, "3", "100", "2020-07-10", schedule(page));
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("التسهيل محترم").doesNotContain("name=\"months\"");
        assertThat(granted()).containsExactly("amina - lost work");
        assertThat(town.acts(account)).containsExactly("amina arrangement N granted");
    }

    @Test
    void sentTwiceItIsGrantedOnce() {
        String schedule = schedule(send(agent, "2", "", "", ""));
        Browser other = agent.window();
        send(agent, "2", "", "", schedule);
        assertThat(send(agent, "2", "", "", schedule).statusCode()).isEqualTo(200);
        assertThat(send(other, "2", "", "", schedule).statusCode()).isEqualTo(200);
        assertThat(granted()).hasSize(1);
        assertThat(town.acts(account)).hasSize(1);
    }

    /// Six instalments: an agent grants four alone, a supervisor six.
    @Test
    void whatIsAboveTheLimitWaitsForSomebodyElse() {
        HttpResponse<String> page = send(agent, "6", "", "", "");
        assertThat(page.body()).contains("اقتراح هذه الآجال");
        HttpResponse<String> proposal = send(agent, "6", "", "", schedule(page));
        assertThat(proposal.body()).contains("ينتظر أن يقرر شخص آخر", "amina");
        send(agent, "6", "", "", schedule(page));
        assertThat(proposed()).containsExactly("amina 6");
        assertThat(granted()).isEmpty();
        assertThat(town.acts(account)).containsExactly("amina arrangement proposal N");
    }

    @Test
    void aSupervisorGrantsMoreAlone() {
        HttpResponse<String> page = send(supervisor, "6", "", "", "");
        assertThat(page.body()).contains("منح هذه الآجال");
        send(supervisor, "6", "", "", schedule(page));
        assertThat(granted()).containsExactly("nadia - lost work");
    }

    @Test
    void anotherPlanThanTheOneShownIsNotGrantedAndIsShownAnew() {
        String schedule = schedule(send(agent, "2", "", "", ""));
        HttpResponse<String> answer = send(agent, "2", "", "", schedule.replaceAll("=[0-9.]+", "=1.00"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير شيء منذ المعاينة", "lost work");
        assertThat(schedule(answer)).isEqualTo(schedule);
        assertThat(granted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "x, '', '', عدد الأقساط بالأرقام",
        "13, '', '', أكثر مما يمنحه أي أحد",
        "1, '', '', قسطان على الأقل",
        "2, abc, '', ليس مبلغا",
        "2, 99999, '', أصغر من الحد الأدنى",
        "2, '', 2020-13-01, ليس تاريخا",
        "2, '', 2021-07-01, خارج المسموح",
        "2, '', 2020-07-01, خارج المسموح"
    })
    void whatCannotBeIsSaidAndWhatWasTypedIsKept(String months, String down, String first, String said) {
        HttpResponse<String> page = send(agent, months, down, first, "");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(said, "value=\"" + months + "\"", "value=\"lost work\"")
                .doesNotContain("name=\"schedule\"");
    }

    @Test
    void aReasonIsAskedFor() {
        agent.get(path);
        HttpResponse<String> page = agent.post(path, "months", "3", "channel", "phone", "why", " ");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("اكتبوا السبب", "value=\"3\"");
    }

    @Test
    void whoIsNotThereOrMayNotGetsNothing() {
        assertThat(agent.get("/staff/accounts/0999999999/arrangement").statusCode())
                .isEqualTo(404);
        agent.get(path);
        assertThat(agent.post("/staff/accounts/0999999999/arrangement", "months", "2")
                        .statusCode())
                .isEqualTo(404);
        Browser auditor =
                town.staff("omar" + account.charAt(9), StaffRole.AUDITOR).browser();
        assertThat(auditor.get(path).statusCode()).isEqualTo(404);
        auditor.get("/staff/trail");
        assertThat(auditor.post(path, "months", "2", "why", "x").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"ar, يؤدى اليوم قبلها", "fr, Payé aujourd’hui avant eux", "en, Paid today before them"})
    void thePageSpeaksTheLanguageChosen(String code, String said) {
        agent.get(path);
        HttpResponse<String> page = agent.post("/language", "to", code, "back", path);
        agent.post("/language", "to", "ar", "back", path);
        assertThat(page.body()).contains("<html lang=\"" + code, said);
        assertThat(page.uri().getPath()).isEqualTo(path);
    }
}
