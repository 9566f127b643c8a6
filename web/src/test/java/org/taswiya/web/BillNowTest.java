package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.adjustment.Adjustment;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.store.Change;
import org.taswiya.store.adjustment.AdjustmentAnswer;
import org.taswiya.store.adjustment.Adjustments;
import org.taswiya.store.adjustment.Adjustments.Days;
import org.taswiya.store.adjustment.DisputeAnswer;
import org.taswiya.store.adjustment.Disputes;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.receivables.Payments;
import org.taswiya.store.staff.StaffRole;

/// The page of a bill begins with what it is now, for customers and at the console.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class BillNowTest {
    private static final Pattern FIRST = Pattern.compile("<p class=\"due\"><strong[^>]*>(.*?)</strong>");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static final Set<String> TAKEN = new HashSet<>();

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// A bill and whose it is, read by them.
    private record Read(String account, BillNumber number) {
        String page() {
            return town.signedIn(account).get("/bills/" + number).body();
        }

        String first() {
            return BillNowTest.first(page());
        }

        String item() {
            return number.toString();
        }
    }

    private static String first(String page) {
        Matcher found = FIRST.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1).replaceAll("[\u2066-\u2069]", "").replace('\u00a0', ' ');
    }

    /// One that no test has had.
    private static Read bill(String where) {
        String row = town.texts("""
                        select b.account || ' ' || b.serial from bill b
                        left join open_item i on i.kind = 'bill' and i.account = b.account
                            and substr(i.number, 1, 10)::bigint = b.serial
                        where not exists (select from cancellation x where x.bill = b.serial) and
                        """ + where + " order by 1").stream()
                .filter(one -> !TAKEN.contains(one))
                .findFirst()
                .orElseThrow();
        TAKEN.add(row);
        String[] parts = row.split(" ", -1);
        return new Read(parts[0], new BillNumber(Long.parseLong(parts[1])));
    }

    private static Read open() {
        return bill("i.open = b.total and i.open between 10000 and 150000 and not exists (select from open_item o"
                + " where o.account = b.account and o.open > 0 and (o.due_on, o.number) < (i.due_on, i.number))");
    }

    private static Change why() {
        return new Change(town.now(), "s.alami", "for trials");
    }

    @Test
    void oneThatIsAsItWasSentSaysWhatIsToPay() {
        Read bill = open();
        assertThat(bill.page()).contains("/pay/" + bill.account()).doesNotContain("كما أُرسلت");
        assertThat(bill.first()).contains("درهم", "2020");
    }

    @Test
    void onePaidSaysSoAndAsksForNothing() {
        Read bill = bill("b.total > 0 and coalesce(i.open, 0) = 0 and exists (select from allocation l"
                + " where l.account = b.account and substr(l.item, 1, 10)::bigint = b.serial"
                + " and l.credit_kind = 'payment' and l.amount = b.total)");
        assertThat(bill.first()).startsWith("مؤداة، في ");
        assertThat(bill.page()).contains("كما أُرسلت").doesNotContain("/pay/" + bill.account());
    }

    @Test
    void onePaidInPartSaysWhatIsLeft() {
        Read bill = open();
        LocalDate on = town.today();
        Payments.take(
                town.database(),
                new Payment(bill.account(), Money.parse("1.25"), on, Means.TRANSFER, "bank", null, List.of()),
                StampDuty.NONE,
                on,
                why(),
                false);
        assertThat(bill.first()).startsWith("بقي أداء ");
        assertThat(bill.page().replaceAll("[\u2066-\u2069]", "")).contains("أُدي 1,25", "/pay/" + bill.account());
    }

    @Test
    void oneInDisputeIsNotAskedFor() {
        Read bill = open();
        assertThat(dispute(bill, null)).isInstanceOf(DisputeAnswer.Done.class);
        assertThat(bill.first()).startsWith("موضوع اعتراض");
        assertThat(bill.page())
                .contains("في أجل أقصاه", "href=\"/disputes\"")
                .doesNotContain("/pay/" + bill.account(), "/disputes/new/");
    }

    @Test
    void ofOneDisputedInPartTheRestIsAskedFor() {
        Read bill = open();
        dispute(bill, Money.parse("1.00"));
        assertThat(bill.first()).startsWith("بقي أداء ");
        assertThat(bill.page()).contains("/pay/" + bill.account(), "موضوع اعتراض");
    }

    private static DisputeAnswer dispute(Read bill, @Nullable Money amount) {
        Disputes.Opened opened = new Disputes.Opened(
                bill.account(), ItemKey.ofNumber(bill.item()), amount, "billing-error", "letter 17");
        return Disputes.open(
                town.database(), town.site().adjustments(), opened, new Days(town.today(), town.today()), why());
    }

    @Test
    void oneWrittenOffSaysSo() {
        Read bill = open();
        adjust(bill, "bad-debt");
        assertThat(bill.first()).startsWith("شُطبت في ");
    }

    @Test
    void oneCorrectedToNothingSaysSo() {
        Read bill = open();
        adjust(bill, "goodwill");
        assertThat(bill.first()).startsWith("صُححت في ");
    }

    private static void adjust(Read bill, String reason) {
        Money open = Money.ofMinor(
                Long.parseLong(town.texts("select open::text from open_item where number = '" + bill.item() + "'")
                        .getFirst()));
        assertThat(Adjustments.ask(
                        town.database(),
                        town.site().adjustments().forSupervisor(),
                        new Adjustment(
                                bill.account(),
                                null,
                                ItemKey.ofNumber(bill.item()),
                                open.negated(),
                                reason,
                                "letter 17"),
                        new Days(town.today(), town.today()),
                        why()))
                .isInstanceOf(AdjustmentAnswer.Done.class);
    }

    @Test
    void oneTakenBackSaysSo() {
        Read bill = bill("b.total > 0 and b.serial = (select max(o.serial) from bill o where o.agreement = b.agreement)"
                + " and i.open > 0");
        Cancellations.cancel(town.database(), bill.number(), town.today(), why());
        assertThat(bill.first()).isEqualTo("ألغيت هذه الفاتورة");
    }

    @Test
    void aCreditThatWasUsedSaysWhatIsLeftOfIt() {
        Read bill = bill("b.total < -200 and exists (select from open_credit c where c.account = b.account"
                + " and c.kind = 'bill' and substr(c.number, 1, 10)::bigint = b.serial and c.open = -b.total)");
        assertThat(bill.page()).doesNotContain("كما أُرسلت");
        assertThat(Adjustments.ask(
                        town.database(),
                        town.site().adjustments().forSupervisor(),
                        new Adjustment(bill.account(), null, null, Money.parse("1.00"), "damage", "letter 18"),
                        new Days(town.today(), town.today()),
                        why()))
                .isInstanceOf(AdjustmentAnswer.Done.class);
        CreditUses.use(town.database(), town.today(), why(), false);
        assertThat(bill.first()).endsWith("لفائدتكم، وقد استُعملت");
        assertThat(bill.page()).contains("بقي لكم منها");
    }

    @Test
    void theConsoleSaysTheSame() {
        Read bill = bill("b.total > 0 and coalesce(i.open, 0) = 0 and exists (select from allocation l"
                + " where l.account = b.account and substr(l.item, 1, 10)::bigint = b.serial"
                + " and l.credit_kind = 'payment' and l.amount = b.total)");
        StaffBrowser agent = town.staff("amina", StaffRole.AGENT);
        StaffBrowser later = agent.later();
        later.signIn();
        String page = later.get("/staff/bills/" + bill.item()).body();
        assertThat(first(page)).startsWith("مؤداة، في ");
    }
}
