package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.Program.Answer;

/// What waits for people, as programs count, take and decide it for staff: by the rights of whoever they act for, as it
/// was looked at, and once.
final class ApiWorkTest {
    private static final String HELD = "{\"what\":\"release\",\"why\":\"I asked him\",\"seen\":\"%s\"}";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static WorkTown work;
    private static Program agent;
    private static Program supervisor;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        work = WorkTown.of(town);
        town.staff("amina", StaffRole.AGENT);
        town.staff("nadia", StaffRole.SUPERVISOR);
        agent = Program.of(town, "amina", DeskPlaces.SCOPES);
        supervisor = Program.of(town, "nadia", DeskPlaces.SCOPES);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static String seen(Program by, String item) {
        return by.get("/work/" + item).at("/seen");
    }

    private static Answer decide(Program by, String item, String body, String name) {
        return by.post("/work/" + item + "/decision", body, name);
    }

    private static Answer hold(Program by, String item, String staff, String from) {
        String body = staff.isEmpty() ? "" : "\"staff\":\"" + staff + "\"";
        String before = from.isEmpty() ? "" : (body.isEmpty() ? "" : ",") + "\"from\":\"" + from + "\"";
        return by.send(
                "PUT", "/work/" + item + "/holder", "{" + body + before + "}", "Content-Type", "application/json");
    }

    private static List<String> released(String agreement) {
        return town.texts("select c.author || ': ' || c.reason from hold_release h join change c on c.id = h.change"
                + " where c.author <> 'demo' and h.agreement = '" + agreement + "'");
    }

    private static List<String> trail(String place) {
        return town.texts("select staff || ' by ' || regexp_replace(address, '[0-9]+', 'N') from staff_event"
                + " where kind = 'acted' and place = '" + place + "'");
    }

    @Test
    void whatWaitsIsCountedAndListed() {
        String key = work.held(3, 12_345_600);
        Answer counts = agent.get("/work");
        assertThat(counts.at("/lists/0/list")).isEqualTo("held");
        assertThat(Integer.parseInt(counts.at("/lists/0/all"))).isPositive();
        Answer page = agent.get("/work/held?limit=1");
        assertThat(page.at("/items/0/item")).as("the most money first").isEqualTo(key);
        assertThat(page.at("/items/0/amount")).isEqualTo("123456.00");
        Answer item = agent.get("/work/held/" + key);
        assertThat(item.at("/findings/0/reason")).isEqualTo("large-bill");
        assertThat(item.at("/mayDecide")).as("an agent lets nothing out").isEqualTo("false");
        assertThat(supervisor.get("/work/held/" + key).at("/mayDecide")).isEqualTo("true");
    }

    /// Each item once, whatever a page holds.
    @Test
    void pagesOfAListDoNotOverlap() {
        for (int i = 0; i < 5; i++) {
            work.unmatched(2000 + i, 1_000 + i);
        }
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = agent.get("/work/unmatched?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (int i = 0; i < Integer.parseInt(page.at("/items")); i++) {
                found.add(page.at("/items/" + i + "/item"));
            }
            cursor = page.at("/next");
        } while (!cursor.isEmpty());
        assertThat(found).doesNotHaveDuplicates().contains("2000", "2001", "2002", "2003", "2004");
    }

    @Test
    void aHeldBillIsReleasedOnceByWhoMay() {
        String key = work.held(1, 50_000);
        String item = "held/" + key;
        String body = HELD.formatted(seen(supervisor, item));
        assertThat(decide(agent, item, body, "r").problem()).isEqualTo("403 right-missing");
        assertThat(supervisor
                        .post("/work/" + item + "/decision/preview", body, "p")
                        .status())
                .isEqualTo(200);
        assertThat(released(key)).as("a preview writes nothing").isEmpty();
        assertThat(decide(supervisor, item, HELD.formatted("00000000"), "r").problem())
                .isEqualTo("409 changed-since");
        Answer done = decide(supervisor, item, body, "r");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(released(key)).containsExactly("nadia: I asked him");
        assertThat(trail("held " + key)).containsExactly("nadia by api key N");
        Answer again = decide(supervisor, item, body, "r");
        assertThat(again.text()).isEqualTo(done.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(released(key)).hasSize(1);
        assertThat(decide(supervisor, item, HELD.formatted("11111111"), "r").problem())
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void aSuspectReadingIsJudged() {
        String key = work.suspect(3, 40_000);
        String item = "suspect/" + key;
        Answer look = agent.get("/work/" + item);
        assertThat(look.at("/findings/0/reason")).isEqualTo("high-use");
        String body = "{\"what\":\"%s\",\"value\":\"%s\",\"why\":\"dog\",\"seen\":\"" + look.at("/seen") + "\"}";
        assertThat(decide(agent, item, body.formatted("correct", "many"), "x").at("/errors/0/at"))
                .isEqualTo("/value");
        Answer tooLarge = decide(agent, item, body.formatted("correct", "999999999999"), "x");
        assertThat(tooLarge.problem()).isEqualTo("409 decision-refused");
        assertThat(tooLarge.at("/reason")).isEqualTo("not-on-the-dial");
        assertThat(decide(agent, item, body.formatted("release", ""), "x").at("/errors/0/at"))
                .isEqualTo("/what");
        assertThat(decide(agent, item, body.formatted("reread", ""), "x").status())
                .isEqualTo(201);
        assertThat(town.texts("select d.outcome || ' ' || c.author from suspect_decision d join change c on c.id ="
                        + " d.change where d.usage_point || '~' || d.at = '" + key + "'"))
                .containsExactly("re-read amina");
        assertThat(agent.get("/work/" + item).problem()).isEqualTo("404 not-found");
    }

    @Test
    void aDisputeIsAnswered() {
        String upheld = work.dispute(0, town.site().adjustments());
        String rejected = work.dispute(1, town.site().adjustments());
        String body = "{\"what\":\"%s\",%s\"why\":\"we have looked\",\"seen\":\"%s\"}";
        String item = "dispute/" + upheld;
        assertThat(decide(supervisor, item, body.formatted("uphold", "\"value\":\"x\",", seen(supervisor, item)), "u")
                        .at("/errors/0/at"))
                .isEqualTo("/value");
        String good = body.formatted("uphold", "\"value\":\"1.00\",", seen(supervisor, item));
        Answer done = decide(supervisor, item, good, "u");
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        String other = "dispute/" + rejected;
        assertThat(decide(supervisor, other, body.formatted("reject", "", seen(supervisor, other)), "v")
                        .status())
                .isEqualTo(201);
        assertThat(supervisor.get("/work/" + other).problem()).isEqualTo("404 not-found");
    }

    @Test
    void aMoveThatACustomerHasAskedForIsConfirmed() {
        String agreement = town.texts("select reference from service_agreement where to_day is null order by 1 desc")
                .getFirst();
        String wish = "{\"on\":\"" + town.today() + "\"}";
        Answer asked = Program.with(town, ApiScope.MOVES)
                .send("PUT", "/agreements/" + agreement + "/move-out", wish, "Content-Type", "application/json");
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String item = "move/" + agreement;
        String body = "{\"what\":\"end-estimated\",\"why\":\"keys\",\"seen\":\"" + seen(agent, item) + "\"}";
        String ended = "select to_day::text from service_agreement where reference = '" + agreement + "'";
        assertThat(agent.post("/work/" + item + "/decision/preview", body, "p").status())
                .isEqualTo(200);
        assertThat(town.texts(ended)).as("a preview ends nothing").containsOnlyNulls();
        assertThat(decide(agent, item, body, "move").status()).isEqualTo(201);
        assertThat(town.texts(ended)).containsExactly(town.today().toString());
    }

    /// What an agent does not grant alone waits for a second person by whatever way it is granted.
    @Test
    void instalmentsThatACustomerHasAskedForAreGrantedWithinTheLimit() {
        Program customers = Program.with(town, ApiScope.INSTALMENTS);
        String account = town.texts("""
                select i.account from open_item i
                join customer_account a on a.reference = i.account join customer c on c.reference = a.customer
                where c.class = 'household' and not exists (select from adjustment j where j.account = i.account)
                group by i.account having sum(open) > 40000 order by i.account desc""").getFirst();
        String path = "/accounts/" + account + "/instalments";
        Answer options = customers.get(path);
        int six = 0;
        while (!options.at("/options/" + six + "/months").equals("6")) {
            six++;
        }
        String wish = "{\"schedule\":\"" + options.at("/options/" + six + "/schedule") + "\"}";
        Answer asked = customers.post(path, wish, "plan");
        assertThat(asked.at("/outcome")).as(asked.text()).isEqualTo("waits");
        String item = "instalments/" + asked.at("/number");
        String body = "{\"what\":\"granted\",\"why\":\"he called\",\"seen\":\"" + seen(agent, item) + "\"}";
        assertThat(decide(agent, item, body, "plan").status()).isEqualTo(201);
        assertThat(town.texts("select count(*)::text from arrangement where account = '" + account + "'"))
                .containsExactly("0");
        assertThat(town.texts("select c.author from arrangement_proposal p join change c on c.id = p.change"
                        + " where p.account = '" + account + "'"))
                .containsExactly("amina");
    }

    @Test
    void aNewMeterIsBookedAsItWasLookedAtOrRefused() {
        Map<String, String> places = MeterPlaces.of(town, town.owing().getFirst());
        String path = "/work/exchange/" + places.get("exchanged") + "/booking";
        String dial = "{\"digits\":\"5\",\"decimals\":\"0\"}";
        Answer look = agent.post(path + "/preview", dial, "p");
        assertThat(look.at("/start")).as(look.text()).isEqualTo("3");
        assertThat(agent.post(path + "/preview", dial.replace("5", "99"), "p").at("/errors/0/at"))
                .isEqualTo("/digits");
        assertThat(agent.post(path, DeskPlaces.with(dial, "seen", "00000000"), "book")
                        .problem())
                .isEqualTo("409 changed-since");
        String body = DeskPlaces.with(dial, "seen", look.at("/seen"));
        Answer booked = agent.post(path, body, "book");
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        assertThat(agent.post(path, body, "book").text()).isEqualTo(booked.text());
        assertThat(town.texts("select c.author from meter_exchange e join change c on c.id = e.change"
                        + " order by e.change desc limit 1"))
                .containsExactly("amina");
        String refusal = "/work/exchange/" + places.get("unexchanged") + "/refusal";
        assertThat(agent.post(refusal, "{\"why\":\"old\"}", "no").status()).isEqualTo(201);
        assertThat(agent.post(refusal, "{\"why\":\"old\"}", "again").problem()).isEqualTo("404 not-found");
    }

    /// What somebody has, nobody else decides; who may assign takes it from them.
    @Test
    void whoHasAnItemDecidesIt() {
        String item = "undelivered/" + work.undelivered(2);
        assertThat(hold(agent, item, "amina", "").at("/staff")).isEqualTo("amina");
        assertThat(hold(agent, item, "amina", "").status()).as("twice is once").isEqualTo(200);
        assertThat(hold(agent, item, "nadia", "amina").problem()).isEqualTo("403 right-missing");
        assertThat(hold(supervisor, item, "nobody.there", "amina").at("/errors/0/at"))
                .isEqualTo("/staff");
        assertThat(hold(supervisor, item, "nadia", "").problem()).isEqualTo("409 changed-since");
        assertThat(hold(supervisor, item, "nadia", "amina").at("/staff")).isEqualTo("nadia");
        String body = "{\"what\":\"told\",\"why\":\"by phone\",\"seen\":\"%s\"}";
        assertThat(decide(agent, item, body.formatted(seen(agent, item)), "t").problem())
                .isEqualTo("409 changed-since");
        assertThat(hold(supervisor, item, "", "nadia").at("/staff")).isEmpty();
        assertThat(decide(agent, item, body.formatted(seen(agent, item)), "t").status())
                .isEqualTo(201);
    }

    /// Whatever stands for a value is judged, and never fails.
    @Test
    void whateverIsSentAsAValueIsAnswered() {
        Map<String, String> items = Map.of(
                "suspect/" + work.suspect(6, 1_000), "correct",
                "dispute/" + work.dispute(2, town.site().adjustments()), "uphold",
                "unmatched/" + work.unmatched(900, 1_000), "assign");
        for (String value :
                List.of("-1", "1e400", "99999999999999999999", "' or 1=1", "a@b", "\\u0661\\u0662", "%s", "{}")) {
            items.forEach((item, what) -> {
                String body = "{\"what\":\"" + what + "\",\"value\":\"" + value + "\",\"why\":\"x\",\"seen\":\""
                        + seen(supervisor, item) + "\"}";
                Answer answer = supervisor.post("/work/" + item + "/decision/preview", body, "p");
                assertThat(answer.status()).as(item + answer.text()).isIn(200, 409, 422);
            });
        }
    }
}
