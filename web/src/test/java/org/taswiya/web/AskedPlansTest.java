package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.staff.StaffRole;

/// Instalments that customers have asked for and a person has to grant, as the console finds and decides them. Each
/// test has an account that nobody asked for before.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class AskedPlansTest {
    private static final Pattern SCHEDULE = Pattern.compile("name=\"schedule\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

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
            select o.account from open_item o
            join customer_account a on a.reference = o.account join customer c on c.reference = a.customer
            where c.class = 'household'
                and not exists (select from arrangement a where a.account = o.account)
                and not exists (select from arrangement_proposal a where a.account = o.account)
                and not exists (select from instalment_request r where r.account = o.account)
            group by o.account having sum(open) > 40000 order by sum(open)""").getFirst();
    private final Browser customer = town.signedIn(account);
    private final String path = "/staff/work/instalments/" + asked(6);

    private void pay(String amount) {
        LocalDate on = town.today();
        Payments.take(
                town.database(),
                new Payment(account, Money.parse(amount), on, Means.TRANSFER, "bank", null, List.of()),
                StampDuty.NONE,
                on,
                new Change(town.now(), "test", "paid"),
                false);
    }

    /// @return the number of the request
    private String asked(int months) {
        HttpResponse<String> page = customer.get("/instalments/" + account + "?months=" + months);
        Matcher schedule = SCHEDULE.matcher(page.body());
        assertThat(schedule.find()).isTrue();
        customer.post("/instalments/" + account, "months", "" + months, "schedule", schedule.group(1));
        return town.texts("select max(id)::text from instalment_request where account = '" + account + "'")
                .getFirst();
    }

    private static String seen(HttpResponse<String> page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        return seen.group(1);
    }

    private HttpResponse<String> decide(Browser by, String what, String seen, boolean isSure) {
        return by.post(path + "/decide", "what", what, "why", "he called", "seen", seen, "sure", isSure ? "yes" : "");
    }

    private List<String> granted() {
        return town.texts("select c.author || ' ' || a.channel from arrangement a join change c on c.id = a.change"
                + " where a.account = '" + account + "'");
    }

    @Test
    void whatWaitsIsOnAListAndOnThePageOfItsAccount() {
        assertThat(agent.get("/staff/work").body()).contains("/staff/work/instalments", "طلبات التقسيط");
        assertThat(agent.get("/staff/work/instalments").body()).contains(path);
        assertThat(agent.get("/staff/accounts/" + account).body()).contains(path, "طلب التقسيط");
        assertThat(agent.post(path + "/take").statusCode()).isEqualTo(200);
        assertThat(agent.get("/staff/work/instalments?of=mine").body()).contains(path);
    }

    /// Each day and amount is there before anybody decides, and just that is granted.
    @Test
    void aSupervisorGrantsItWithinTheirLimits() {
        HttpResponse<String> page = supervisor.get(path);
        assertThat(page.body()).contains("قسط", "months=6").doesNotContain("يوافق عليه زميل.</dd>");
        String seen = seen(page);
        assertThat(decide(supervisor, "granted", seen, false).body()).contains("هل تؤكدون", "he called");
        assertThat(granted()).isEmpty();
        assertThat(decide(supervisor, "granted", seen, true).uri().getPath()).isEqualTo("/staff/work/instalments");
        assertThat(granted()).containsExactly("nadia online-agency");
        assertThat(decide(supervisor, "granted", seen, true).statusCode())
                .as("a double click")
                .isEqualTo(409);
        assertThat(customer.get("/instalments/" + account).body()).doesNotContain("طلبكم ينتظر");
        assertThat(supervisor.get("/staff/work/instalments").body()).doesNotContain(path);
    }

    @Test
    void whatIsAboveALimitIsProposedToAnother() {
        HttpResponse<String> page = agent.get(path);
        assertThat(page.body()).contains("فوق ما تمنحونه وحدكم");
        decide(agent, "granted", seen(page), true);
        assertThat(granted()).isEmpty();
        assertThat(supervisor.get("/staff/approvals").body()).contains("he called");
        assertThat(agent.get("/staff/work/instalments").body())
                .as("it waits for a second person, not for a first")
                .doesNotContain(path);
        assertThat(customer.get("/instalments/" + account).body()).contains("طلبكم ينتظر الجواب");
    }

    @Test
    void whatIsNotGrantedIsToldToWhoAsked() {
        String seen = seen(agent.get(path));
        assertThat(decide(agent, "not-granted", seen, false).body()).contains("هل تؤكدون");
        assertThat(customer.get("/instalments/" + account).body()).contains("طلبكم ينتظر الجواب");
        decide(agent, "not-granted", seen, true);
        assertThat(customer.get("/instalments/" + account).body()).contains("لم يُقبل");
        assertThat(agent.get(path).statusCode()).isEqualTo(404);
        assertThat(agent.get("/staff/accounts/" + account).body())
                .as("its time line")
                .contains("طلب التقسيط", "رفض التقسيط");
        assertThat(town.acts(account)).containsExactly("amina request N for instalments refused");
    }

    /// Another plan than the one that was looked at is granted by nobody.
    @Test
    void whatIsBilledOrPaidMeanwhileIsLookedAtAnew() {
        String seen = seen(supervisor.get(path));
        pay("20.00");
        HttpResponse<String> late = decide(supervisor, "granted", seen, true);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("تغيّر هذا");
        assertThat(granted()).isEmpty();
    }

    @Test
    void whatIsPaidInWholeWaitsForNobody() {
        pay(town.texts("select to_char(sum(open) / 100.0, 'FM9999990.00') from open_item" + " where account = '"
                        + account + "'")
                .getFirst());
        assertThat(agent.get("/staff/work/instalments").body()).doesNotContain(path);
        assertThat(customer.get("/instalments/" + account).body()).doesNotContain("طلبكم ينتظر");
    }
}
