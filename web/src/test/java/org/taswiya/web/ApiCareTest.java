package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Program.Answer;

/// Instalments, requests, contacts, interruptions and searches that programs see to for staff, and cards for customers
/// and guests.
final class ApiCareTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static WorkTown work;
    private static Program agent;
    private static Program supervisor;
    private static Program second;
    private static Program cards;
    private static List<String> accounts;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        work = WorkTown.of(town);
        town.staff("amina", StaffRole.AGENT);
        town.staff("nadia", StaffRole.SUPERVISOR);
        town.staff("samir", StaffRole.SUPERVISOR);
        agent = Program.of(town, "amina", DeskPlaces.SCOPES);
        supervisor = Program.of(town, "nadia", DeskPlaces.SCOPES);
        second = Program.of(town, "samir", DeskPlaces.SCOPES);
        cards = Program.with(town, ApiScope.CARDS);
        accounts = town.texts("select reference from customer_account order by 1");
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Somebody who owes enough for six instalments, and was granted none.
    private static String owing() {
        return town.texts("""
                        select i.account from open_item i
                        join customer_account a on a.reference = i.account join customer c on c.reference = a.customer
                        where c.class = 'household'
                            and not exists (select from arrangement r where r.account = i.account)
                            and not exists (select from arrangement_proposal p where p.account = i.account)
                        group by i.account having sum(open) > 40000 order by sum(open)""").getFirst();
    }

    private static Answer grant(Program by, String path, String wanted, String schedule, String name) {
        String body = DeskPlaces.with(DeskPlaces.with(wanted, "why", "she called"), "schedule", schedule);
        return by.post(path, body, name);
    }

    @Test
    void instalmentsAreGrantedAsTheyWereShown() {
        String path = "/accounts/" + owing() + "/arrangements";
        String wanted = CarePlaces.arrangement("6");
        Answer look = supervisor.post(path + "/preview", wanted, "p");
        assertThat(look.at("/instalments")).as(look.text()).isEqualTo("6");
        assertThat(look.at("/needsSecond")).isEqualTo("false");
        assertThat(grant(supervisor, path, wanted, "2020-08-01=1.00", "a").problem())
                .isEqualTo("409 changed-since");
        assertThat(grant(supervisor, path, wanted, "soon", "a").at("/errors/0/at"))
                .isEqualTo("/schedule");
        Answer done = grant(supervisor, path, wanted, look.at("/schedule"), "a");
        assertThat(done.at("/outcome")).as(done.text()).isEqualTo("granted");
        assertThat(grant(supervisor, path, wanted, look.at("/schedule"), "a").text())
                .isEqualTo(done.text());
        Answer more = supervisor.post(path + "/preview", wanted, "p");
        assertThat(more.problem()).isEqualTo("409 decision-refused");
        assertThat(more.at("/reason")).isEqualTo("running");
    }

    @Test
    void whatAnAgentProposesSomebodyElseLetsThrough() {
        String path = "/accounts/" + owing() + "/arrangements";
        String wanted = CarePlaces.arrangement("6");
        Answer look = agent.post(path + "/preview", wanted, "p");
        assertThat(look.at("/needsSecond")).isEqualTo("true");
        Answer asked = grant(agent, path, wanted, look.at("/schedule"), "a");
        assertThat(asked.at("/outcome")).isEqualTo("waits");
        String one = "/arrangement-proposals/" + asked.at("/number");
        assertThat(supervisor.get("/arrangement-proposals").text()).contains("\"" + asked.at("/number") + "\"");
        String word = "{\"approved\":true,\"why\":\"yes\",\"schedule\":\""
                + supervisor.get(one).at("/preview/schedule") + "\"}";
        assertThat(agent.post(one + "/decision", word, "w").problem()).isEqualTo("403 right-missing");
        assertThat(supervisor
                        .post(one + "/decision", "{\"approved\":true,\"why\":\"unseen\"}", "w")
                        .at("/errors/0/at"))
                .isEqualTo("/schedule");
        Answer done = supervisor.post(one + "/decision", word, "w");
        assertThat(done.at("/outcome")).as(done.text()).isEqualTo("granted");
        assertThat(supervisor.post(one + "/decision", word, "w").text()).isEqualTo(done.text());
        assertThat(second.post(one + "/decision", word, "late").problem()).isEqualTo("409 decision-refused");
        assertThat(supervisor.get(one).at("/proposal/waits")).isEqualTo("false");
    }

    /// Whoever has become a supervisor since is still who proposed it.
    @Test
    void nobodyLetsThroughWhatTheyHaveProposed() {
        town.staff("lina", StaffRole.AGENT);
        Program own = Program.of(town, "lina", DeskPlaces.SCOPES);
        String path = "/accounts/" + owing() + "/arrangements";
        String wanted = CarePlaces.arrangement("6");
        Answer proposed = grant(
                own, path, wanted, own.post(path + "/preview", wanted, "p").at("/schedule"), "own");
        town.texts("insert into staff_standing select 'lina', max(id), 'supervisor', true from change returning staff");
        String one = "/arrangement-proposals/" + proposed.at("/number");
        String word = "{\"approved\":true,\"why\":\"yes\",\"schedule\":\""
                + own.get(one).at("/preview/schedule") + "\"}";
        Answer refused = own.post(one + "/decision", word, "w");
        assertThat(refused.at("/reason")).as(refused.text()).isEqualTo("own-approval");
    }

    @Test
    void aRequestIsTakenAnsweredAndOpenedAgain() {
        String account = accounts.getFirst();
        String taken = "{\"kind\":\"information\",\"channel\":\"phone\",\"words\":\"when?\"}";
        Answer opened = agent.post("/accounts/" + account + "/taken-requests", taken, "t");
        assertThat(opened.at("/channel")).as(opened.text()).isEqualTo("phone");
        assertThat(agent.post("/accounts/" + account + "/taken-requests", taken, "t")
                        .text())
                .isEqualTo(opened.text());
        assertThat(agent.post("/accounts/" + account + "/taken-requests", taken.replace("information", "none"), "u")
                        .at("/errors/0/at"))
                .isEqualTo("/kind");
        String one = "/requests/" + opened.at("/request");
        String letter = agent.get("/request-letters").at("/letters/0/letter");
        String body = "{\"letter\":\"" + letter + "\",\"words\":\"at nine\",\"seen\":\"0\"}";
        Answer look = agent.post(one + "/answer/preview", body, "p");
        assertThat(look.at("/text")).endsWith("at nine");
        assertThat(agent.post(one + "/answer", body.replace(letter, "no-letter"), "answer")
                        .at("/errors/0/at"))
                .isEqualTo("/letter");
        assertThat(agent.post(one + "/answer", body.replace("\"0\"", "\"7\""), "answer")
                        .problem())
                .isEqualTo("409 changed-since");
        Answer answered = agent.post(one + "/answer", body, "answer");
        assertThat(answered.at("/state")).as(answered.text()).isEqualTo("answered");
        assertThat(agent.post(one + "/answer", body, "answer").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(agent.post(one + "/reopening", "{\"words\":\"not so\",\"seen\":\"1\"}", "reopening")
                        .at("/state"))
                .isEqualTo("open");
        assertThat(agent.post(one + "/closing", "{\"words\":\"done\",\"seen\":\"2\"}", "closing")
                        .at("/state"))
                .isEqualTo("closed");
        assertThat(town.texts("select c.author from service_request_step s join change c on c.id = s.change"
                        + " where s.request = " + opened.at("/request") + " order by s.ordinal"))
                .containsExactly("amina", "amina", "amina");
    }

    /// Somebody has it: nobody else answers.
    @Test
    void whoHasARequestAnswersIt() {
        String request = work.request(accounts.get(1));
        String holder = "/work/request/" + request + "/holder";
        assertThat(supervisor
                        .send("PUT", holder, "{\"staff\":\"nadia\"}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(200);
        Answer closed = agent.post("/requests/" + request + "/closing", "{\"words\":\"x\",\"seen\":\"0\"}", "mine");
        assertThat(closed.problem()).isEqualTo("409 changed-since");
        Answer file =
                supervisor.post("/requests/" + request + "/evidence", "{\"file\":\"aGVsbG8=\",\"seen\":\"0\"}", "f");
        assertThat(file.problem()).isEqualTo("422 unfit-file");
    }

    @Test
    void anAddressThatStaffWriteNeedsSomebodyWhoStandsForIt() {
        String account = accounts.get(2);
        String path = "/accounts/" + account + "/taken-contacts";
        assertThat(supervisor
                        .post(path, "{\"address\":\"x@example.org\",\"how\":\"at-once\"}", "c")
                        .at("/errors/0/at"))
                .isEqualTo("/why");
        assertThat(supervisor
                        .post(path, "{\"address\":\"nothing\",\"how\":\"code\"}", "c")
                        .at("/errors/0/at"))
                .isEqualTo("/address");
        String body = "{\"address\":\"x@example.org\",\"how\":\"at-once\",\"why\":\"identity card\"}";
        Answer written = supervisor.post(path, body, "c");
        assertThat(written.at("/outcome")).as(written.text()).isEqualTo("written");
        assertThat(supervisor.post(path, body, "c").text()).isEqualTo(written.text());
        Answer waiting = second.get("/contact-approvals");
        int at = 0;
        while (!waiting.at("/contacts/" + at + "/account").equals(account)) {
            at++;
        }
        String word = "{\"account\":\"" + account + "\",\"change\":\"" + waiting.at("/contacts/" + at + "/change")
                + "\",\"channel\":\"email\",\"why\":\"I know her\"}";
        assertThat(supervisor.post("/contact-approvals", word, "v").at("/reason"))
                .isEqualTo("same-person");
        assertThat(agent.post("/contact-approvals", word, "v").problem()).isEqualTo("403 right-missing");
        assertThat(second.post("/contact-approvals", word, "v").status()).isEqualTo(201);
        assertThat(second.post("/contact-approvals", word, "late").problem()).isEqualTo("404 not-found");
        assertThat(supervisor
                        .post(path, "{\"address\":\"y@example.org\",\"how\":\"code\"}", "d")
                        .at("/outcome"))
                .isEqualTo("sent");
        assertThat(town.texts("select count(*)::text from contact where address = 'y@example.org'"))
                .as("it counts when its customer gives the code")
                .containsExactly("0");
    }

    @Test
    void anInterruptionIsLookedAtPlannedMovedAndCalledOff() {
        String area = town.texts("select distinct area from premise where area <> '' order by 1")
                .getFirst();
        String wanted = CarePlaces.outage(Map.of("area", area), "2020-08-10");
        assertThat(agent.post("/outages/preview", wanted, "p").problem()).isEqualTo("403 right-missing");
        assertThat(supervisor
                        .post("/outages/preview", wanted.replace("water", "gas"), "p")
                        .at("/errors/0/at"))
                .isEqualTo("/service");
        assertThat(supervisor
                        .post("/outages/preview", wanted.replace("T12:00", "T07:00"), "p")
                        .at("/errors/0/at"))
                .isEqualTo("/to");
        Answer nowhere = supervisor.post("/outages/preview", wanted.replace(area, "Nowhere"), "p");
        assertThat(nowhere.problem()).isEqualTo("409 decision-refused");
        String before = supervisor.get("/outages").at("/outages");
        Answer look = supervisor.post("/outages/preview", wanted, "p");
        assertThat(Integer.parseInt(look.at("/outage/premises"))).isPositive();
        assertThat(supervisor.get("/outages").at("/outages"))
                .as("nothing was written")
                .isEqualTo(before);
        String body = DeskPlaces.with(wanted, "seen", look.at("/seen"));
        Answer planned = supervisor.post("/outages", body, "o");
        assertThat(planned.status()).as(planned.text()).isEqualTo(201);
        assertThat(supervisor.post("/outages", body, "o").text()).isEqualTo(planned.text());
        assertThat(supervisor.post("/outages", body, "other").problem())
                .as("a second one that nobody has looked at")
                .isEqualTo("409 changed-since");
        String news = "/outages/" + planned.at("/outage") + "/news";
        String moved = "{\"state\":\"changed\",\"to\":\"2020-08-10T14:00\",\"seen\":\"1\"}";
        assertThat(supervisor.post(news + "/preview", moved, "p").at("/outage/to"))
                .isEqualTo("2020-08-10T14:00");
        assertThat(supervisor.post(news, moved, "m").at("/to")).isEqualTo("2020-08-10T14:00");
        assertThat(supervisor.post(news, moved, "late").problem()).isEqualTo("409 changed-since");
        assertThat(supervisor
                        .post(news, "{\"state\":\"cancelled\",\"seen\":\"2\"}", "x")
                        .at("/state"))
                .isEqualTo("cancelled");
        assertThat(town.acted("outage " + planned.at("/outage"))).hasSize(3);
    }

    @Test
    void customersAreFoundAndThatIsWrittenDown() {
        String name = town.texts("select latin_name from customer where class = 'household' order by 1")
                .getFirst();
        Answer found = agent.post("/search", "{\"words\":\"" + name + "\"}", "s");
        assertThat(found.at("/accounts/0/latinName")).as(found.text()).isEqualTo(name);
        assertThat(town.texts("select distinct regexp_replace(address, '[0-9]+', 'N') from staff_event"
                        + " where kind = 'searched' and staff = 'amina'"))
                .containsExactly("api key N");
    }

    private static String billed(int place) {
        return town.texts("select account || ' ' || max(number) from open_item where kind = 'bill' and open > 5000"
                        + " group by account order by 1")
                .get(place);
    }

    @Test
    void aCustomerIsSentToTheProvider() {
        String account = billed(0).substring(0, 10);
        String path = "/accounts/" + account + "/card-payments";
        String due = cards.get(path).at("/due");
        assertThat(cards.post(path, "{\"seen\":\"0.01\",\"language\":\"fr\"}", "c")
                        .problem())
                .isEqualTo("409 changed-since");
        Answer tooMuch =
                cards.post(path, "{\"amount\":\"99999.00\",\"seen\":\"" + due + "\",\"language\":\"fr\"}", "c");
        assertThat(tooMuch.at("/reason")).isEqualTo("too-much");
        String body = "{\"seen\":\"" + due + "\",\"language\":\"fr\"}";
        Answer sent = cards.post(path, body, "c");
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        assertThat(sent.at("/page"))
                .startsWith("http://127.0.0.1:" + town.provider().port());
        assertThat(cards.post(path, body, "c").text()).isEqualTo(sent.text());
        assertThat(town.texts("select count(*)::text from card_attempt a join card_redirect r on r.attempt = a.id"
                        + " where a.account = '" + account + "'"))
                .containsExactly("1");
        Answer underway = cards.post(path, "{\"amount\":\"1.00\",\"seen\":\"" + due + "\",\"language\":\"fr\"}", "d");
        assertThat(underway.at("/reason")).isEqualTo("underway");
    }

    /// The same, whatever is wrong; and no more often than pages look.
    @Test
    void aGuestIsToldOfTheBillThatTheyKnow() {
        String account = billed(1).substring(0, 10);
        String bill = billed(1).substring(11);
        String other = billed(2).substring(11);
        String known = "{\"account\":\"" + account + "\",\"bill\":\"" + bill + "\"}";
        Answer due = cards.post("/guest-card-payments/due", known, "g");
        assertThat(due.at("/due")).isNotEmpty();
        Answer wrong = cards.post("/guest-card-payments/due", known.replace(bill, other), "g");
        Answer nobody = cards.post("/guest-card-payments/due", known.replace(account, "0999999999"), "g");
        assertThat(wrong.problem()).isEqualTo("404 not-found");
        assertThat(nobody.text()).isEqualTo(wrong.text());
        String pay = DeskPlaces.with(DeskPlaces.with(known, "seen", due.at("/due")), "language", "ar");
        assertThat(cards.post("/guest-card-payments", pay.replace(bill, other), "x")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(cards.post("/guest-card-payments", pay, "x").status()).isEqualTo(201);
        for (int i = 0; i < 20; i++) {
            cards.post("/guest-card-payments/due", known, "g");
        }
        assertThat(cards.post("/guest-card-payments/due", known, "g").problem()).isEqualTo("429 too-many-requests");
    }
}
