package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
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
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.BillClaim;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.adjustment.StoredDispute;
import org.taswiya.store.arrangement.ArrangementAnswer;
import org.taswiya.store.arrangement.ArrangementDecisions;
import org.taswiya.store.arrangement.ArrangementDecisions.Asked;
import org.taswiya.store.arrangement.RequestChannel;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.staff.StaffRole;

/// What gives money back on one bill: corrections, adjustments, disputes, taking it back. None of them gives back what
/// another has given, whoever was first. Each test has a bill of its own, of which nothing is paid.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class GivenBackTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final int LESS = 10;

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Browser agent;
    private static Browser supervisor;
    private static Browser second;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        agent = town.staff("amina", StaffRole.AGENT).browser();
        supervisor = town.staff("nadia", StaffRole.SUPERVISOR).browser();
        second = town.staff("salma", StaffRole.SUPERVISOR).browser();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private final String[] found = town.texts("""
                    select a.account || ' ' || a.reference || ' ' || bill_number(b.serial) || ' ' || r.at || ' '
                        || trim_scale(r.value::numeric)
                    from service_agreement a
                    join bill b on b.agreement = a.reference and b.basis = 'reading'
                    join open_item o on o.kind = 'bill' and o.number = bill_number(b.serial) and o.open = b.net + b.tax
                    join reading r on r.usage_point = a.usage_point and r.kind = 'actual'
                        and r.at = (select max(s.to_day) from bill_segment s where s.bill = b.serial)
                    where a.to_day is null and o.open > 25000
                        and (select sum(s.usage) from bill_segment s where s.bill = b.serial) > 40
                        and not exists (select from bill n where n.agreement = a.reference and n.serial > b.serial)
                        and not exists (select from dispute d where d.account = a.account)
                        and not exists (select from adjustment d where d.account = a.account)
                        and not exists (select from bill_request q where q.agreement = a.reference)
                        and not exists (select from cancellation x join bill c on c.serial = x.bill
                                        where c.account = a.account)
                    order by b.serial desc""").getFirst().split(" ", -1);
    private final String account = found[0];
    private final String agreement = found[1];
    private final String bill = found[2];
    private final String reading = "/staff/accounts/" + account + "/readings/" + agreement + "/" + found[3];
    private final String taking = "/staff/bills/" + bill + "/cancel";
    private final String lower = Long.toString(new BigDecimal(found[4]).longValue() - LESS);

    private long disputed() throws IOException {
        Disputes.Opened opened =
                new Disputes.Opened(account, ItemKey.bill(bill), null, "meter-fault", "it ran while we were away");
        LocalDate today = town.today();
        Change why = new Change(town.now(), "online agency", "disputed by the customer");
        return switch (Disputes.open(town.database(), TownRules.adjustments(), opened, new Days(today, today), why)) {
            case DisputeAnswer.Done(var dispute) -> dispute.id();
            case DisputeAnswer.Refused(var _, var said) -> throw new IllegalStateException(said);
        };
    }

    private StoredDispute dispute() {
        return Disputes.list(town.database(), account).getLast();
    }

    private BillClaim claim() {
        return BillClaim.of(town.database(), BillNumber.parse(bill).orElseThrow())
                .orElseThrow();
    }

    private Form correction() {
        return Form.of(
                Form.of(agent.get(reading), reading)
                        .with("value", lower)
                        .with("why", "6 read as 9")
                        .send(agent),
                reading);
    }

    private void correct() {
        HttpResponse<String> done = correction().with("at-once", "yes").send(agent);
        assertThat(done.uri().getPath()).as(done.body()).startsWith("/staff/bills/");
    }

    private Form adjustment(Browser by, String amount) {
        HttpResponse<String> look = Form.of(by.get("/staff/accounts/" + account + "/adjust"), "adjust")
                .with("item", bill)
                .with("reason", "billing-error")
                .with("direction", "less")
                .with("amount", amount)
                .with("evidence", "letter of 3 July")
                .with("why", "read twice")
                .send(by);
        return Form.of(look, "adjust");
    }

    private static String seen(HttpResponse<String> page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        return seen.group(1);
    }

    private static HttpResponse<String> uphold(Browser by, long dispute, String amount, String seen, boolean isSure) {
        return by.post(
                "/staff/work/dispute/" + dispute + "/decide",
                "what",
                "uphold",
                "value",
                amount,
                "why",
                "the meter ran",
                "seen",
                seen,
                "sure",
                isSure ? "yes" : "");
    }

    @Test
    void aDisputeIsDecidedByWhatTheBillClaimsAtThatMoment() throws IOException {
        long dispute = disputed();
        String path = "/staff/work/dispute/" + dispute;
        HttpResponse<String> look = Form.of(agent.get(reading), reading)
                .with("value", lower)
                .with("why", "6 read as 9")
                .send(agent);
        assertThat(look.body()).as("who corrects is told of the dispute").contains("متنازع فيها", path);
        String seen = seen(supervisor.get(path));
        assertThat(uphold(supervisor, dispute, "", seen, false).statusCode()).isEqualTo(200);
        correct();
        assertThat(claim().settledSince().signum()).isNegative();
        HttpResponse<String> late = uphold(supervisor, dispute, "", seen, true);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("تغيّر هذا", "سوّته فاتورة لاحقة", "ما لا يزال مطلوبا");
        assertThat(dispute().end()).isNull();
        String now = seen(supervisor.get(path));
        HttpResponse<String> whole = uphold(supervisor, dispute, "", now, false);
        assertThat(whole.statusCode()).as("said back only where it can be done").isEqualTo(409);
        assertThat(whole.body()).contains("هذا أكثر مما فُوتر");
        String left = claim().left().toString();
        assertThat(uphold(supervisor, dispute, left, now, false).statusCode()).isEqualTo(200);
        assertThat(dispute().end()).as("a look writes nothing").isNull();
        assertThat(uphold(supervisor, dispute, left, now, true).uri().getPath()).isEqualTo("/staff/work/dispute");
        assertThat(dispute().state()).isEqualTo(StoredDispute.State.UPHELD);
    }

    @Test
    void whoeverApprovesLooksAtTheBillAnew() throws IOException {
        long dispute = disputed();
        uphold(supervisor, dispute, "", seen(supervisor.get("/staff/work/dispute/" + dispute)), true);
        String number = claim().adjustments().getFirst().number();
        String at = "/staff/approvals/adjustment/" + number;
        Form approval = Form.of(second.get(at), number).with("why", "seen").with("decision", "approve");
        assertThat(correction().field("seen"))
                .as("what waits is seen by who corrects")
                .contains(number);
        correct();
        HttpResponse<String> late = approval.send(second);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("هذا أكثر مما فُوتر", "سوّته فاتورة لاحقة")
                .doesNotContain("has settled");
        assertThat(claim().adjustments().getFirst().decision()).isNull();
    }

    @Test
    void ofACorrectionAndAnAdjustmentTheSecondIsShownAnew() {
        Form adjustment = adjustment(supervisor, "50");
        Form correction = correction();
        correct();
        HttpResponse<String> late = adjustment.send(supervisor);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("تغير شيء منذ المعاينة", "سوّت");
        assertThat(claim().adjustments()).isEmpty();
        assertThat(adjustment(supervisor, "50").send(supervisor).statusCode()).isEqualTo(200);
        assertThat(claim().adjustments()).hasSize(1);
        assertThat(correction.field("seen")).as("before").doesNotContain("AJ");
    }

    @Test
    void whatIsAdjustedWhileACorrectionIsLookedAtIsShownFirst() {
        Form correction = correction();
        adjustment(supervisor, "50").send(supervisor);
        HttpResponse<String> late = correction.with("at-once", "yes").send(agent);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("تغير شيء منذ المعاينة", "معدّلة بمقدار");
        assertThat(claim().settlements()).isEmpty();
    }

    /// Who takes a disputed bill back is told of it; then nobody has to be answered, and the customer reads why.
    @Test
    void aDisputeEndsWithTheBillThatItIsOf() throws IOException {
        Form before = Form.of(
                Form.of(supervisor.get(taking), taking)
                        .with("why", "two meters")
                        .send(supervisor),
                taking);
        long dispute = disputed();
        String path = "/staff/work/dispute/" + dispute;
        String seen = seen(supervisor.get(path));
        HttpResponse<String> changed = before.send(supervisor);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains(path, "سحب الفاتورة ينهي المنازعة");
        assertThat(Form.of(changed, taking).send(supervisor).statusCode()).isEqualTo(200);
        assertThat(dispute().state()).isEqualTo(StoredDispute.State.TAKEN_BACK);
        assertThat(supervisor.get("/staff/work/dispute").body()).doesNotContain(path);
        assertThat(uphold(supervisor, dispute, "", seen, true).statusCode()).isEqualTo(409);
        Browser customer = town.signedIn(account);
        assertThat(customer.get("/disputes").body()).contains("سُحبت الفاتورة", "two meters");
    }

    /// What waited for a second person waits no more either.
    @Test
    void whatIsAskedForOfABillThatIsTakenBackIsRefused() throws IOException {
        long dispute = disputed();
        uphold(supervisor, dispute, "", seen(supervisor.get("/staff/work/dispute/" + dispute)), true);
        String number = claim().adjustments().getFirst().number();
        Form.of(supervisor.get(taking), taking).with("why", "two meters").sendTwiceTo(supervisor);
        assertThat(second.get("/staff/approvals").body()).doesNotContain(number);
        assertThat(dispute().isUnsettled()).isFalse();
    }

    /// What was given back, from what to what, by whom and why.
    @Test
    void allOfItStandsOnTheTimeLine() throws IOException {
        adjustment(supervisor, "50").send(supervisor);
        correct();
        long dispute = disputed();
        uphold(supervisor, dispute, "160", seen(supervisor.get("/staff/work/dispute/" + dispute)), true);
        assertThat(dispute().state()).isEqualTo(StoredDispute.State.UPHELD);
        String number = claim().adjustments().getLast().number();
        Form.of(second.get("/staff/approvals/adjustment/" + number), number)
                .with("why", "seen")
                .with("decision", "refuse")
                .send(second);
        assertThat(dispute().state()).isEqualTo(StoredDispute.State.REJECTED);
        Form.of(supervisor.get(taking), taking).with("why", "two meters").sendTwiceTo(supervisor);
        String page = agent.get("/staff/accounts/" + account).body();
        assertThat(page)
                .contains("letter of 3 July", "مسجل", "−50,00")
                .contains("تصحيح قراءة", found[4], lower)
                .contains("two meters", "البت في التعديل", "لم نقبله");
    }

    /// What was paid on a bill that is taken back pays the rest of the instalments that it was within: nobody is asked
    /// for what they have paid, and no page leads in a circle.
    @Test
    void whatIsPaidOnABillWithinInstalmentsPaysTheOthers() throws IOException {
        String owing = town.texts("""
                        select o.account from open_item o
                        join customer_account a on a.reference = o.account join customer c on c.reference = a.customer
                        where c.class = 'household' and o.kind = 'bill'
                            and not exists (select from arrangement r where r.account = o.account)
                            and not exists (select from dispute d where d.account = o.account)
                            and not exists (select from open_credit r where r.account = o.account)
                        group by o.account having count(*) > 1 and sum(o.open) > 30000 order by 1 desc""").getFirst();
        String first = town.texts("select number from open_item where account = '" + owing
                        + "' order by due_on, issued_on, number")
                .getFirst();
        LocalDate today = town.today();
        Change why = new Change(town.now(), "test", "lost work");
        Asked asked = new Asked(
                TownRules.arrangements(), WorkingDays.ALL, 2, today, RequestChannel.PHONE, null, Money.ZERO, null);
        assertThat(ArrangementDecisions.grant(town.database(), owing, asked, today, why, false))
                .isInstanceOf(ArrangementAnswer.Done.class);
        Payment paid = new Payment(owing, Money.parse("100.00"), today, Means.TRANSFER, "bank", null, List.of());
        Payments.take(town.database(), paid, StampDuty.NONE, today, why, false);
        String at = "/staff/bills/" + first + "/cancel";
        HttpResponse<String> look =
                Form.of(supervisor.get(at), at).with("why", "two meters").send(supervisor);
        assertThat(look.body()).contains("ضمن الأقساط الجارية");
        Form.of(look, at).send(supervisor);
        assertThat(town.texts("select number from open_credit where open > 0 and account = '" + owing + "'"))
                .isEmpty();
        Browser customer = town.signedIn(owing);
        String instalments = customer.get("/instalments/" + owing).body();
        Matcher next = Pattern.compile("href=\"(/pay/[0-9]+)\\?choice=part&amp;part=([0-9.]+)\"")
                .matcher(instalments);
        if (next.find()) {
            assertThat(customer.get(next.group(1) + "?choice=part&part=" + next.group(2))
                            .body())
                    .contains("name=\"part\" value=\"" + next.group(2) + "\"");
        }
    }
}
