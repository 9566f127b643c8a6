package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Program.Answer;

/// What programs do for staff: by the rights and within the limits of whoever they act for, once, and never as a second
/// person beside them.
final class ApiDeskTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program agent;
    private static Program supervisor;
    private static Program second;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.staff("amina", StaffRole.AGENT);
        town.staff("nadia", StaffRole.SUPERVISOR);
        town.staff("samir", StaffRole.SUPERVISOR);
        agent = Program.of(town, "amina", DeskPlaces.SCOPES);
        supervisor = Program.of(town, "nadia", DeskPlaces.SCOPES);
        second = Program.of(town, "samir", DeskPlaces.SCOPES);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String owing() {
        return town.texts("""
                select i.account from open_item i where i.kind = 'bill' and i.open > 5000
                    and not exists (select from adjustment a where a.account = i.account)
                    and not exists (select from dispute d where d.account = i.account)
                order by i.account""").getFirst();
    }

    private static String bill(String account) {
        return town.texts("select max(number) from open_item where kind = 'bill' and account = '" + account + "'")
                .getFirst();
    }

    private static Answer ask(Program by, String account, String body, String name) {
        String path = "/accounts/" + account + "/adjustments";
        String seen = by.post(path + "/preview", body, "p").at("/seen");
        return by.post(path, DeskPlaces.with(body, "seen", seen.isEmpty() ? "nothing" : seen), name);
    }

    private static List<String> adjusted(String account) {
        return town.texts("select c.author from adjustment a join change c on c.id = a.change where a.account = '"
                + account + "'");
    }

    @Test
    void withinTheLimitAnAdjustmentIsBookedOnce() {
        String account = owing();
        String path = "/accounts/" + account + "/adjustments";
        String body = DeskPlaces.adjustment(bill(account), "-10.00", "billing-error");
        Answer look = agent.post(path + "/preview", body, "p");
        assertThat(look.at("/needsSecond")).isEqualTo("false");
        assertThat(adjusted(account)).isEmpty();
        assertThat(agent.post(path, DeskPlaces.with(body, "seen", "other"), "a").problem())
                .isEqualTo("409 changed-since");
        Answer done = ask(agent, account, body, "a");
        assertThat(done.at("/state")).as(done.text()).isEqualTo("booked");
        Answer again = agent.post(path, DeskPlaces.with(body, "seen", look.at("/seen")), "a");
        assertThat(again.text()).isEqualTo(done.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(adjusted(account)).containsExactly("amina");
        assertThat(agent.get(path).at("/spent")).isEqualTo("10.00");
        assertThat(agent.get(path).at("/adjustments/0/adjustment")).isEqualTo(done.at("/adjustment"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing    | 0.00      | billing-error | /amount
            noReason   | -1.00     | because       | /reason
            form       | 1         | billing-error | /amount
            """)
    void whatIsNoAdjustmentIsRefused(String trap, String amount, String reason, String at) {
        String account = owing();
        Answer answer = agent.post(
                "/accounts/" + account + "/adjustments/preview",
                DeskPlaces.adjustment(bill(account), amount, reason),
                "p");
        assertThat(answer.problem()).isEqualTo("422 bad-body");
        assertThat(answer.at("/errors/0/at")).isEqualTo(at);
    }

    /// By whatever key: who asked is not who lets it through.
    @Test
    void whatIsAboveTheLimitNeedsSomebodyElse() {
        String account = owing();
        Answer asked = ask(supervisor, account, DeskPlaces.adjustment("", "90000.00", "damage"), "big");
        assertThat(asked.at("/state")).as(asked.text()).isEqualTo("asked");
        String one = "/adjustments/" + asked.at("/adjustment");
        assertThat(second.get("/adjustments").text()).contains(asked.at("/adjustment"));
        Program sameWithAnotherKey = Program.of(town, "nadia", ApiScope.APPROVALS);
        String word = DeskPlaces.with(
                "{\"approved\":true,\"why\":\"as asked\"}",
                "seen",
                second.get(one).at("/preview/seen"));
        for (Program own : List.of(supervisor, sameWithAnotherKey)) {
            assertThat(own.get(one).at("/refused")).isEqualTo("same-person");
            Answer refused = own.post(one + "/decision", word, "own");
            assertThat(refused.problem()).isEqualTo("409 decision-refused");
            assertThat(refused.at("/reason")).isEqualTo("same-person");
        }
        assertThat(agent.post(one + "/decision", word, "w").problem()).isEqualTo("403 right-missing");
        assertThat(second.post(one + "/decision", "{\"approved\":true,\"why\":\"unseen\"}", "w")
                        .at("/errors/0/at"))
                .isEqualTo("/seen");
        Answer done = second.post(one + "/decision", word, "w");
        assertThat(done.at("/state")).as(done.text()).isEqualTo("booked");
        assertThat(second.post(one + "/decision", word, "w").text()).isEqualTo(done.text());
        assertThat(second.post(one + "/decision", word, "other").status())
                .as("the same word of the same person again is the same")
                .isEqualTo(201);
    }

    @Test
    void aBillIsTakenBackAsItWasLookedAt() {
        Map<String, String> places = DeskPlaces.of(town, owing());
        String path = "/bills/" + places.get("cancelled") + "/cancellation";
        assertThat(agent.get(path).problem()).isEqualTo("403 right-missing");
        Answer look = supervisor.get(path);
        assertThat(look.status()).as(look.text()).isEqualTo(200);
        String body = DeskPlaces.with("{\"why\":\"wrong meter\"}", "seen", look.at("/seen"));
        assertThat(supervisor
                        .post(path, DeskPlaces.with("{\"why\":\"x\"}", "seen", "other"), "cancel")
                        .problem())
                .isEqualTo("409 changed-since");
        Answer done = supervisor.post(path, body, "cancel");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.at("/bills")).isEqualTo("0");
        assertThat(supervisor.post(path, body, "cancel").text()).isEqualTo(done.text());
        Answer again = supervisor.get(path);
        assertThat(again.problem()).isEqualTo("409 decision-refused");
        assertThat(again.at("/reason")).isEqualTo("taken-back");
    }

    @Test
    void aReadingIsPutRightAndBilledAtOnceByWhoMay() {
        Map<String, String> places = DeskPlaces.of(town, owing());
        String path = "/agreements/" + places.get("corrected") + "/corrections";
        String wanted = DeskPlaces.correction(places);
        Answer look = supervisor.post(path + "/preview", wanted, "p");
        assertThat(look.status()).as(look.text()).isEqualTo(200);
        assertThat(supervisor
                        .post(path + "/preview", wanted.replace(places.get("corrected_at"), "2031-01-01"), "p")
                        .at("/errors/0/at"))
                .isEqualTo("/at");
        String body = DeskPlaces.with(wanted, "seen", look.at("/seen")).replace("\"why\"", "\"atOnce\":true,\"why\"");
        Answer done = supervisor.post(path, body, "correct");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.at("/bills")).isEqualTo(look.at("/bills"));
        assertThat(supervisor.post(path, body, "correct").text()).isEqualTo(done.text());
        Answer so = supervisor.post(path + "/preview", wanted, "p");
        assertThat(so.at("/reason")).isEqualTo("reads-so");
    }

    /// At the moment when it is asked, and without a session that would have to end.
    @Test
    void whoIsDisabledOrResetDoesNothingByAKeyEither() {
        town.staff("hamid", StaffRole.AGENT);
        Program program = Program.of(town, "hamid", ApiScope.WORK, ApiScope.READ);
        assertThat(program.get("/work").status()).isEqualTo(200);
        town.reset("hamid", "ANOTHER-TICKET");
        assertThat(program.get("/work").problem()).isEqualTo("403 right-missing");
        town.disable("hamid");
        assertThat(program.get("/work").problem()).isEqualTo("403 right-missing");
        assertThat(program.get("/accounts?limit=1").status())
                .as("what no person answers for goes on")
                .isEqualTo(200);
    }

    @Test
    void aKeyOfACustomerDoesNothingOfStaff() {
        Program theirs = Program.with(town, owing(), 100, ApiScope.READ, ApiScope.DISPUTES);
        assertThat(theirs.get("/work").problem()).isEqualTo("403 scope-missing");
        assertThat(theirs.get("/adjustments").problem()).isEqualTo("403 scope-missing");
    }

    @Test
    void whyABillIsHigherIsToldInParts() {
        String account = town.texts("select account from bill group by account having count(*) > 4 order by 1")
                .getFirst();
        String bill = new BillNumber(Long.parseLong(town.bills(account).getLast())).toString();
        Answer compared = agent.get("/bills/" + bill + "/comparison");
        assertThat(compared.problem()).as("the scope").isEqualTo("403 scope-missing");
        Answer told = Program.with(town, account, 100, ApiScope.READ).get("/bills/" + bill + "/comparison");
        assertThat(told.at("/lines/0/of")).as(told.text()).isEqualTo("this");
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < Integer.parseInt(told.at("/fromBefore/parts")); i++) {
            sum = sum.add(new BigDecimal(told.at("/fromBefore/parts/" + i + "/amount")));
        }
        assertThat(sum).isEqualByComparingTo(told.at("/fromBefore/amount"));
    }
}
