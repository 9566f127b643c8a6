package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.taswiya.core.metering.Reading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.validation.ReadingDecisions;

/// Readings that staff put right and bills that they take back. Each test has an agreement that nobody put right.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class CorrectionPagesTest {
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

    /// The last actual reading on which a bill that stands rests: account, agreement, day, value.
    private final String[] read = town.texts("""
                    select distinct on (a.reference) a.account || ' ' || a.reference || ' ' || r.at || ' '
                        || trim_scale(r.value::numeric)
                    from service_agreement a
                    join reading r on r.usage_point = a.usage_point and r.kind = 'actual' and r.at > a.from_day
                    where a.to_day is null
                        and not exists (select from bill_request q where q.agreement = a.reference)
                        and not exists (select from cancellation x join bill c on c.serial = x.bill
                                        where c.agreement = a.reference)
                        and exists (select from bill b join bill_segment s on s.bill = b.serial
                            where b.agreement = a.reference and b.basis = 'reading' and s.to_day >= r.at)
                    order by a.reference, r.at desc""").getFirst().split(" ", -1);
    private final String account = read[0];
    private final String agreement = read[1];
    private final String day = read[2];
    private final String better = Long.toString(new BigDecimal(read[3]).longValue() + 3);
    private final String path = "/staff/accounts/" + account + "/readings/" + agreement + "/" + day;

    private HttpResponse<String> look(Browser by, String value) {
        return Form.of(by.get(path), path)
                .with("value", value)
                .with("why", "6 read as 9")
                .send(by);
    }

    private List<String> revisions() {
        return town.texts("select kind::text || ' ' || provenance from reading r join service_agreement a"
                + " on a.usage_point = r.usage_point where a.reference = '" + agreement + "' and r.at = '" + day
                + "' order by r.revision");
    }

    private List<String> trail() {
        return town.texts("select staff || ' ' || place from staff_event where account = '" + account
                + "' and kind = 'acted' order by id");
    }

    private String books() {
        return town.texts("select (select count(*) from bill) || ' ' || (select count(*) from reading) || ' '"
                        + " || (select count(*) from change) || ' ' || (select count(*) from journal_entry)"
                        + " || ' ' || (select count(*) from bill_request)")
                .getFirst();
    }

    /// The total that a form says a bill would come to.
    private static String total(Form confirm) {
        return confirm.field("seen").split("/", -1)[1].split("=", -1)[0];
    }

    /// Off the cycle, as the page says that it happens.
    private void bill() {
        LocalDate to = LocalDate.parse(town.texts("select max(s.to_day)::text from bill b join bill_segment s"
                        + " on s.bill = b.serial where b.agreement = '" + agreement + "'")
                .getFirst());
        town.billAsked(to, LocalDate.of(2020, 7, 2));
    }

    private String lastBill() {
        return town.texts("select to_char(total / 100.0, 'FM9999990.00') from bill where agreement = '" + agreement
                        + "' order by serial desc limit 1")
                .getFirst();
    }

    @Test
    void whatIsBilledIsLookedAtMonthByMonthThenJustThatIsBilled() {
        String before = books();
        HttpResponse<String> page = look(agent, better);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("الفاتورة الجديدة، شهرا بشهر", "6 read as 9", "تصحيح القراءة");
        assertThat(books()).as("nothing is left of a look").isEqualTo(before);
        Form confirm = Form.of(page, path);
        HttpResponse<String> done = confirm.send(agent);
        assertThat(done.uri().getPath()).isEqualTo("/staff/accounts/" + account + "/readings");
        assertThat(revisions()).last().isEqualTo("actual corrected by amina: 6 read as 9");
        assertThat(trail()).contains("amina reading " + agreement + " " + day);
        bill();
        assertThat(lastBill()).isEqualTo(total(confirm));
    }

    /// The bill is there with the correction, and the next run off the cycle finds nothing left to do.
    @Test
    void whatIsPutRightIsBilledAtOnceAsItWasShown() {
        Form confirm = Form.of(look(agent, better), path);
        HttpResponse<String> done = confirm.with("at-once", "yes").send(agent);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.uri().getPath()).startsWith("/staff/bills/");
        String number = done.uri().getPath().substring("/staff/bills/".length());
        assertThat(lastBill()).isEqualTo(total(confirm));
        assertThat(trail())
                .contains("amina reading " + agreement + " " + day, "amina bill " + number + " made at once");
        assertThat(agent.get("/staff/bills/" + number + ".pdf").statusCode())
                .as("it is made again and is the same")
                .isEqualTo(200);
        String billed = books();
        assertThat(confirm.with("at-once", "yes").send(agent.window()).statusCode())
                .isEqualTo(200);
        assertThat(books()).as("sent twice it is billed once").isEqualTo(billed);
        String bills = town.texts("select count(*)::text from bill where agreement = '" + agreement + "'")
                .getFirst();
        bill();
        assertThat(town.texts("select count(*)::text from bill where agreement = '" + agreement + "'"))
                .containsExactly(bills);
    }

    @Test
    void aBillThatIsTakenBackIsMadeAgainAtOnce() {
        String stands = town.texts("select bill_number(max(b.serial)) from bill b where b.agreement = '" + agreement
                        + "' and not exists (select from cancellation x where x.bill = b.serial)")
                .getFirst();
        String taking = "/staff/bills/" + stands + "/cancel";
        Form confirm = Form.of(
                Form.of(supervisor.get(taking), taking)
                        .with("why", "two meters mixed up")
                        .send(supervisor),
                taking);
        assertThat(total(confirm)).isNotEmpty();
        HttpResponse<String> done = confirm.with("at-once", "yes").send(supervisor);
        assertThat(done.uri().getPath()).startsWith("/staff/bills/").doesNotContain(stands);
        assertThat(lastBill()).isEqualTo(total(confirm));
    }

    /// Nobody is billed twice at once, and nobody while a run waits to be finished: the correction is not kept either.
    @Test
    void whileARunIsUnfinishedNothingIsBilledAtOnce() {
        town.texts("insert into billing_run (id, bill_to, billed_on, released_only, policy, accounts_per_batch,"
                + " change, part) select max(id) + 1, '2020-07-02', '2020-07-02', false, 'x', 1, max(change), 1"
                + " from billing_run returning id::text");
        try {
            Form confirm = Form.of(look(agent, better), path);
            int before = revisions().size();
            HttpResponse<String> done = confirm.with("at-once", "yes").send(agent);
            assertThat(done.statusCode()).isEqualTo(422);
            assertThat(done.body())
                    .contains("لا يمكن إصدار الفاتورة الآن: عملية فوترة جارية أو لم تكتمل")
                    .doesNotContain("was begun and not finished");
            assertThat(revisions()).hasSize(before);
        } finally {
            town.texts("insert into abandoned_run select max(id), max(change) from billing_run returning run::text");
        }
    }

    /// The meter ran backwards: the correction counts, its bill would be held.
    @Test
    void aBillThatWouldBeHeldIsSaidToBeBeforeItIs() {
        HttpResponse<String> page = look(agent, "1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("ستنتظر شخصا", "reading-lower");
        assertThat(Form.of(page, path).field("seen")).contains("reading-lower");
    }

    /// Whose reading it is stays as it was; and what came after the preview is looked at before it is put right.
    @Test
    void aReadingOfTheCustomersStaysTheirsAndANewerOneOfTheirsIsNoticed() {
        given(better);
        assertThat(agent.get(path).body())
                .contains("id=\"customer\" name=\"kind\" value=\"customer\" checked")
                .doesNotContain("value=\"actual\" checked");
        String best = new BigDecimal(better).add(BigDecimal.TWO).toPlainString();
        Form confirm = Form.of(look(agent, best), path);
        given(new BigDecimal(better).add(BigDecimal.ONE).toPlainString());
        HttpResponse<String> answer = confirm.send(agent);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("تغير شيء");
        assertThat(revisions()).last().isEqualTo("customer online agency");
        Form.of(answer, path).send(agent);
        assertThat(revisions()).last().asString().startsWith("customer corrected by amina");
    }

    private void given(String value) {
        ReadingDecisions.correct(
                town.database(),
                agreement,
                null,
                new Reading.CustomerReading(LocalDate.parse(day), Decimal.parse(value), "online agency"),
                ReadingChecks.NONE,
                new Change(town.now(), "online agency", "sent by the customer"),
                false);
    }

    @Test
    void sentTwiceItIsCorrectedOnce() {
        int before = revisions().size();
        Form confirm = Form.of(look(agent, better), path);
        confirm.send(agent);
        assertThat(confirm.send(agent).statusCode()).isEqualTo(200);
        assertThat(confirm.send(agent.window()).statusCode()).isEqualTo(200);
        assertThat(revisions()).hasSize(before + 1);
        assertThat(look(agent, better).body()).contains("القراءة هكذا أصلا");
    }

    @Test
    void whatHasChangedSinceThePreviewIsShownAnewAndNothingIsCorrected() {
        int before = revisions().size();
        Form confirm = Form.of(look(agent, better), path);
        HttpResponse<String> stale =
                confirm.with("seen", "1" + confirm.field("seen")).send(agent);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("تغير شيء منذ المعاينة", "6 read as 9");
        assertThat(Form.of(stale, path).field("seen")).isEqualTo(confirm.field("seen"));
        assertThat(revisions()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"x, ما أظهره العداد بالأرقام", "-5, بالأرقام", "99999999999, لا يمكن أن يُظهر العداد هذا"})
    void whatNoDialShowsIsSaidAndWhatWasTypedIsKept(String value, String said) {
        HttpResponse<String> page = look(agent, value);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(said, "value=\"" + value + "\"", "6 read as 9");
    }

    @Test
    void anothersReadingIsAsUnknownAsWhatIsNotThere() {
        String foreign = town.texts("select reference from customer_account where reference <> '" + account + "'")
                .getFirst();
        for (String none : List.of(
                path.replace(account, foreign),
                path.replace(day, "2020-13-01"),
                path.replace(day, "1999-01-01"),
                path.replace(account, "0999999999"))) {
            assertThat(agent.get(none).statusCode()).as(none).isEqualTo(404);
            agent.get("/staff/search");
            assertThat(agent.post(none, "value", "1", "why", "x").statusCode())
                    .as(none)
                    .isEqualTo(404);
        }
        assertThat(agent.get("/staff/accounts/" + account + "/readings").body()).contains(path);
    }

    private String bill(String of) {
        return town.texts("select bill_number(max(b.serial)) from bill b where b.agreement = '" + of + "'")
                .getFirst();
    }

    @Test
    void aBillIsTakenBackAsLookedAtAndMadeAgainToJustThat() {
        String bill = bill(agreement);
        String at = "/staff/bills/" + bill + "/cancel";
        assertThat(agent.get(at).statusCode()).isEqualTo(404);
        agent.get("/staff/search");
        assertThat(agent.post(at, "why", "x").statusCode()).isEqualTo(403);
        assertThat(supervisor.get("/staff/accounts/" + account).body()).contains(at);
        assertThat(agent.get("/staff/accounts/" + account).body()).doesNotContain(at);
        String before = books();
        HttpResponse<String> page = Form.of(supervisor.get(at), "cancel")
                .with("why", "meters swapped")
                .send(supervisor);
        assertThat(page.body()).contains("الفاتورة الجديدة، شهرا بشهر", "meters swapped");
        assertThat(books()).isEqualTo(before);
        Form confirm = Form.of(page, "cancel");
        assertThat(confirm.with("seen", "1" + confirm.field("seen"))
                        .send(supervisor)
                        .statusCode())
                .isEqualTo(409);
        assertThat(books()).isEqualTo(before);
        assertThat(confirm.send(supervisor).uri().getPath()).isEqualTo("/staff/accounts/" + account);
        assertThat(confirm.send(supervisor).statusCode()).as("twice").isEqualTo(200);
        assertThat(trail())
                .filteredOn(one -> one.contains(bill + " taken back"))
                .hasSize(1);
        assertThat(town.texts("select c.author || ' ' || c.reason from cancellation x join change c on c.id = x.change"
                        + " join bill b on b.serial = x.bill where b.agreement = '" + agreement + "'"))
                .containsExactly("nadia meters swapped");
        bill();
        assertThat(lastBill()).isEqualTo(total(confirm));
        assertThat(supervisor.get("/staff/bills/0000000001AA/cancel").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ar, من قرأ", "fr, Relevé par", "en, Read by"})
    void thePageSpeaksTheLanguageChosen(String code, String said) {
        agent.get(path);
        HttpResponse<String> page = agent.post("/language", "to", code, "back", path);
        agent.post("/language", "to", "ar", "back", path);
        assertThat(page.body()).contains("<html lang=\"" + code, said);
    }
}
