package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.StoredAdjustment;
import org.taswiya.store.staff.StaffRole;

/// What staff take off or put on, and what somebody else lets through. Each test has an account that nobody adjusted.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class AdjustPagesTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Browser agent;
    private static Browser other;
    private static Browser supervisor;
    private static Browser second;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        agent = town.staff("amina", StaffRole.AGENT).browser();
        other = agent.window();
        supervisor = town.staff("nadia", StaffRole.SUPERVISOR).browser();
        second = town.staff("samir", StaffRole.SUPERVISOR).browser();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String account = town.texts("""
                    select i.account from open_item i where i.kind = 'bill' and i.open > 5000
                        and not exists (select from adjustment a where a.account = i.account)
                        and not exists (select from arrangement_proposal p where p.account = i.account)
                    order by i.account""").getFirst();
    private final String bill = town.texts("select number from open_item where kind = 'bill' and account = '" + account
                    + "' and open > 5000 order by number desc")
            .getFirst();
    private final String path = "/staff/accounts/" + account + "/adjust";

    private Form form(Browser by, String amount) {
        return Form.of(by.get(path), "adjust")
                .with("item", bill)
                .with("reason", "billing-error")
                .with("direction", "less")
                .with("amount", amount)
                .with("evidence", "letter of 3 July")
                .with("why", "read twice");
    }

    private Form damage(Browser by, String amount) {
        return form(by, amount).with("reason", "damage").with("item", "account");
    }

    private List<StoredAdjustment> booked() {
        return Adjustments.list(town.database(), account);
    }

    private long open() {
        return Long.parseLong(
                town.texts("select coalesce(sum(open), 0)::text from open_item where account = '" + account + "'")
                        .getFirst());
    }

    /// Somebody who owes enough for six instalments, and was granted none.
    private static String owing() {
        return town.texts("""
                        select k.account from open_item k
                        join customer_account a on a.reference = k.account join customer c on c.reference = a.customer
                        where c.class = 'household'
                            and not exists (select from adjustment j where j.account = k.account)
                            and not exists (select from arrangement r where r.account = k.account)
                            and not exists (select from arrangement_proposal p where p.account = k.account)
                        group by k.account having sum(open) > 40000 order by sum(open)""").getFirst();
    }

    @Test
    void withinTheLimitItIsLookedAtThenBookedByWhoIsSignedIn() {
        long before = open();
        HttpResponse<String> look = form(agent, "35,20").send(agent);
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.body()).contains("35,20", "تسجيل هذا", "letter of 3 July", "read twice");
        assertThat(booked()).isEmpty();
        assertThat(open()).isEqualTo(before);
        HttpResponse<String> done = Form.of(look, "adjust").send(agent);
        assertThat(done.body()).contains("مسجل");
        assertThat(open()).isEqualTo(before - 3520);
        assertThat(booked()).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(StoredAdjustment.State.BOOKED);
            assertThat(one.author()).isEqualTo("amina");
            assertThat(one.why()).isEqualTo("read twice");
            assertThat(one.adjustment().amount()).hasToString("-35.20");
        });
        assertThat(town.acts(account)).containsExactly("amina adjustment AJN booked");
    }

    /// A share of the whole bill, half up.
    @Test
    void aShareIsOfWhatIsAdjusted() {
        Form confirm = Form.of(form(agent, "").with("share", "10 %").send(agent), "adjust");
        String billed = "select total::text from bill where bill_number(serial) = '" + bill + "'";
        long total = Long.parseLong(town.texts(billed).getFirst());
        confirm.send(agent);
        assertThat(booked())
                .singleElement()
                .satisfies(one ->
                        assertThat(-one.adjustment().amount().minorUnits()).isEqualTo((total + 5) / 10));
    }

    @Test
    void sentTwiceItIsBookedOnce() {
        Form confirm = Form.of(form(agent, "10").send(agent), "adjust");
        confirm.send(agent);
        assertThat(confirm.send(agent).statusCode()).isEqualTo(200);
        assertThat(confirm.send(other).statusCode()).isEqualTo(200);
        assertThat(booked()).hasSize(1);
        assertThat(town.acts(account)).hasSize(1);
        Form.of(form(agent, "10").send(agent), "adjust").send(agent);
        assertThat(booked()).as("meant again").hasSize(2);
    }

    @Test
    void whatHasChangedSinceThePreviewIsShownAnewAndNothingBooked() {
        Form stale = Form.of(form(agent, "10").send(agent), "adjust");
        form(agent, "20").sendTwiceTo(agent);
        HttpResponse<String> answer = stale.send(agent);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير شيء منذ المعاينة", "letter of 3 July");
        assertThat(booked()).hasSize(1);
        assertThat(Form.of(answer, "adjust").send(agent).statusCode()).isEqualTo(200);
        assertThat(booked()).hasSize(2);
    }

    @Test
    void aboveTheLimitItWaitsForSomebodyElse() {
        long before = open();
        HttpResponse<String> look = damage(agent, "250").send(agent);
        assertThat(look.body()).contains("طلب الموافقة على هذا", "فوق ما تقررونه وحدكم");
        Form.of(look, "adjust").send(agent);
        String number = booked().getFirst().number();
        assertThat(open()).isEqualTo(before);
        assertThat(agent.get("/staff/approvals").statusCode()).isEqualTo(404);
        String at = "/staff/approvals/adjustment/" + number;
        assertThat(agent.get(at).statusCode()).isEqualTo(404);
        assertThat(supervisor.get("/staff/approvals").body()).contains(at, "amina", "read twice");
        Form decision = Form.of(supervisor.get(at), number);
        HttpResponse<String> empty = decision.with("decision", "approve").send(supervisor);
        assertThat(empty.statusCode()).isEqualTo(422);
        Form approval = decision.with("why", "seen").with("decision", "approve");
        assertThat(approval.send(supervisor).uri().getPath()).isEqualTo("/staff/approvals");
        assertThat(approval.send(supervisor).statusCode()).as("twice").isEqualTo(200);
        assertThat(open()).isEqualTo(before + 25000);
        assertThat(booked()).singleElement().satisfies(one -> {
            assertThat(one.author()).isEqualTo("amina");
            assertThat(one.decision().author()).isEqualTo("nadia");
        });
        assertThat(town.acts(account))
                .containsExactly("amina adjustment AJN asked for", "nadia adjustment AJN approved");
        assertThat(approval.send(second).statusCode())
                .as("by another, too late")
                .isEqualTo(409);
    }

    @Test
    void nobodyApprovesTheirOwn() {
        damage(supervisor, "3000").sendTwiceTo(supervisor);
        StoredAdjustment waiting = booked().getFirst();
        assertThat(waiting.state()).isEqualTo(StoredAdjustment.State.ASKED);
        String at = "/staff/approvals/adjustment/" + waiting.number();
        HttpResponse<String> own = supervisor.get(at);
        assertThat(own.body()).contains("من طلب لا يوافق").doesNotContain("value=\"approve\"");
        assertThat(Form.of(own, waiting.number())
                        .with("why", "mine")
                        .with("decision", "approve")
                        .send(supervisor)
                        .statusCode())
                .isEqualTo(409);
        assertThat(booked().getFirst().state()).isEqualTo(StoredAdjustment.State.ASKED);
        Form.of(second.get(at), waiting.number())
                .with("why", "no")
                .with("decision", "refuse")
                .send(second);
        assertThat(booked().getFirst().state()).isEqualTo(StoredAdjustment.State.REFUSED);
    }

    private List<StoredAdjustment.State> states() {
        return booked().stream().map(StoredAdjustment::state).toList();
    }

    /// Two hundred for an account, not for each adjustment of it: neither in parts, nor by a colleague, nor as
    /// something else.
    @Test
    void whatIsGivenInPartsCountsTogether() {
        form(agent, "20").with("reason", "goodwill").with("item", "account").sendTwiceTo(agent);
        form(agent, "179").with("reason", "goodwill").with("item", "account").sendTwiceTo(agent);
        Browser colleague = town.staff("hiba", StaffRole.AGENT).browser();
        HttpResponse<String> look =
                form(colleague, "1.01").with("reason", "leak").send(colleague);
        assertThat(look.body()).contains("لا يُسجل شيء حتى يوافق شخص آخر", "199,00");
        Form.of(look, "adjust").send(colleague);
        assertThat(states())
                .containsExactly(
                        StoredAdjustment.State.BOOKED, StoredAdjustment.State.BOOKED, StoredAdjustment.State.ASKED);
    }

    @Test
    void whatAnAgentMayNotDecideAtAllWaits() {
        HttpResponse<String> look = form(agent, "1").with("reason", "bad-debt").send(agent);
        assertThat(look.body()).contains("طلب الموافقة على هذا");
        form(supervisor, "1").with("reason", "bad-debt").sendTwiceTo(supervisor);
        assertThat(states()).containsExactly(StoredAdjustment.State.BOOKED);
    }

    @Test
    void nothingIsChosenAtFirst() {
        Form form = Form.of(agent.get(path), "adjust");
        assertThat(List.of(form.field("item"), form.field("reason"), form.field("direction")))
                .containsOnly("");
        assertThat(Form.of(agent.get(path + "?bill=" + bill), "adjust").field("item"))
                .isEqualTo(bill);
    }

    /// An agent decides 200 alone, a supervisor 2,000.
    @Test
    void aSupervisorDecidesMoreAlone() {
        form(supervisor, "250")
                .with("reason", "goodwill")
                .with("item", "account")
                .sendTwiceTo(supervisor);
        assertThat(booked())
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isEqualTo(StoredAdjustment.State.BOOKED));
    }

    @Test
    void aProposedPlanIsLetThroughAsShownByAnother() {
        String owing = owing();
        String page = "/staff/accounts/" + owing + "/arrangement";
        Form.of(agent.get(page), "arrangement")
                .with("months", "6")
                .with("why", "lost work")
                .sendTwiceTo(agent);
        String id = town.texts("select id::text from arrangement_proposal where account = '" + owing + "'")
                .getFirst();
        String at = "/staff/approvals/arrangement/" + id;
        assertThat(supervisor.get("/staff/approvals").body()).contains(at, "lost work");
        Form decision = Form.of(supervisor.get(at), "arrangement/" + id)
                .with("why", "seen")
                .with("decision", "approve");
        HttpResponse<String> changed = decision.with(
                        "seen", decision.field("seen").replaceFirst("=[0-9.]+", "=1.00"))
                .send(supervisor);
        assertThat(changed.statusCode()).isEqualTo(409);
        decision.send(supervisor);
        assertThat(decision.send(supervisor).statusCode()).as("twice").isEqualTo(200);
        assertThat(town.texts("select c.author || ' ' || a.approved_by || ' ' || c.reason from arrangement a"
                        + " join change c on c.id = a.change where a.account = '" + owing + "'"))
                .containsExactly("amina nadia lost work; let through by nadia: seen");
        assertThat(town.acts(owing)).containsExactly("amina arrangement proposal N", "nadia arrangement N approved");
        assertThat(decision.send(second).statusCode())
                .as("by another, too late")
                .isEqualTo(409);
    }

    @Test
    void aProposedPlanIsRefused() {
        String owing = owing();
        String page = "/staff/accounts/" + owing + "/arrangement";
        Form.of(supervisor.get(page), "arrangement")
                .with("months", "6")
                .with("first", LocalDate.of(2020, 8, 10).toString())
                .with("why", "abroad")
                .sendTwiceTo(supervisor);
        String id = town.texts("select id::text from arrangement_proposal where account = '" + owing + "'")
                .getFirst();
        String at = "/staff/approvals/arrangement/" + id;
        Form own = Form.of(supervisor.get(at), "arrangement/" + id).with("why", "mine");
        assertThat(own.with("decision", "approve").send(supervisor).statusCode())
                .isEqualTo(409);
        own.with("decision", "refuse").send(second);
        assertThat(second.get("/staff/approvals").body()).doesNotContain(at);
        assertThat(agent.get(page).body()).doesNotContain("ينتظر أن يقرر شخص آخر");
        assertThat(town.texts("select 'x' from arrangement where account = '" + owing + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "amount, '', مبلغا أو نسبة",
        "amount, -5, ليس فوق الصفر",
        "amount, 1.000, يُقرأ على وجهين",
        "share, 5, مبلغا أو نسبة",
        "reason, gift, سببا من اللائحة",
        "item, 0000000001AA, ما يُصحح من اللائحة",
        "item, account, يُقسم كما فُوتر",
        "item, '', ما يُصحح من اللائحة",
        "reason, '', سببا من اللائحة",
        "direction, '', أقل أم أكثر",
        "amount, 99999, أكثر مما فُوتر",
        "evidence, ' ', أين يوجد الدليل",
        "why, '', اكتبوا السبب"
    })
    void whatCannotBeIsSaidAndWhatWasTypedIsKept(String field, String value, String said) {
        HttpResponse<String> page = form(agent, "12,34").with(field, value).send(agent);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(said, field.equals("evidence") ? "read twice" : "letter of 3 July");
        assertThat(booked()).isEmpty();
    }

    @Test
    void anothersBillIsNoneOfTheAccount() {
        String foreign = town.texts("select number from open_item where kind = 'bill' and account <> '" + account + "'")
                .getFirst();
        assertThat(form(agent, "5").with("item", foreign).send(agent).statusCode())
                .isEqualTo(422);
        assertThat(agent.get("/staff/accounts/0999999999/adjust").statusCode()).isEqualTo(404);
        assertThat(supervisor.get("/staff/approvals/adjustment/AJ9999999999").statusCode())
                .isEqualTo(404);
        assertThat(supervisor.get("/staff/approvals/arrangement/999999").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ar, لأي سبب", "fr, Raison", "en, Where the evidence is"})
    void thePageSpeaksTheLanguageChosen(String code, String said) {
        agent.get(path);
        HttpResponse<String> page = agent.post("/language", "to", code, "back", path);
        agent.post("/language", "to", "ar", "back", path);
        assertThat(page.body()).contains("<html lang=\"" + code, said);
    }
}
