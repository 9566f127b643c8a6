package org.taswiya.web.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Credit;
import org.taswiya.core.receivables.CreditKey;
import org.taswiya.core.receivables.CreditKind;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.store.access.AccountStatement.StatedBill;
import org.taswiya.web.agency.HomePages.Home;
import org.taswiya.web.agency.HomePages.Owing;

/// One figure for one thing: what is due, what is disputed and what a credit pays, on the page and in its table.
final class OwingTest {
    private static final String ACCOUNT = "0000000042";
    private static final LocalDate DAY = LocalDate.of(2020, 6, 1);
    private static final CreditKey KEY = new CreditKey(CreditKind.BILL, new BillNumber(43).toString());
    private static final StatedBill WATER = bill(41, "1080.22");
    private static final StatedBill ELECTRICITY = bill(42, "2719.74");

    private static StatedBill bill(long serial, String open) {
        Money total = Money.parse(open);
        return new StatedBill(new BillNumber(serial), "water", DAY, DAY.plusDays(20), total, total, false, false);
    }

    private static OpenItem item(StatedBill bill, boolean isDisputed) {
        Money of = isDisputed ? bill.open() : Money.ZERO;
        return new OpenItem(
                ACCOUNT,
                ItemKey.bill(bill.number().toString()),
                bill.service(),
                bill.billedOn(),
                bill.dueOn(),
                bill.total(),
                bill.open(),
                of,
                isDisputed);
    }

    private static Owing owing(String credit) {
        Money left = Money.parse(credit);
        List<Credit> credits = left.isZero() ? List.of() : List.of(new Credit(ACCOUNT, KEY, DAY, left, left));
        return Owing.of(
                new AccountItems(ACCOUNT, List.of(item(WATER, false), item(ELECTRICITY, true)), credits), null, DAY);
    }

    private static Home home(Owing owing) {
        return new Home(List.of(), Map.of(), Map.of(), Map.of(ACCOUNT, owing), Map.of(), false, DAY);
    }

    @Test
    void aCreditPaysWhatIsDueAndTheDisputeStaysWhole() {
        Owing owing = owing("1747.10");
        assertThat(owing.due()).isEqualTo(Money.ZERO);
        assertThat(owing.disputed()).isEqualTo(Money.parse("2719.74"));
        assertThat(home(owing).standing(ACCOUNT, WATER)).isEqualTo("bill.covered");
        assertThat(home(owing).standing(ACCOUNT, ELECTRICITY)).isEqualTo("bill.disputed");
    }

    @Test
    void aCreditThatIsTooSmallLeavesTheRestDue() {
        Owing owing = owing("80.22");
        assertThat(owing.due()).isEqualTo(Money.parse("1000.00"));
        assertThat(home(owing).standing(ACCOUNT, WATER)).isEmpty();
    }

    @Test
    void withoutACreditWhatIsNotDisputedIsDue() {
        Owing owing = owing("0.00");
        assertThat(owing.due()).isEqualTo(Money.parse("1080.22"));
        assertThat(home(owing).standing(ACCOUNT, WATER)).isEmpty();
        assertThat(home(owing).standing(ACCOUNT, ELECTRICITY)).isEqualTo("bill.disputed");
    }
}
