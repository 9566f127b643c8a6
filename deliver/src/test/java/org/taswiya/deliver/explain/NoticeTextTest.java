package org.taswiya.deliver.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.explain.NoticeText.AccountPage;
import org.taswiya.deliver.explain.NoticeText.NoticedBill;

class NoticeTextTest {
    private static final LocalDate JULY = LocalDate.of(2020, 7, 1);
    private static final DateRange SPRING = DateRange.of(LocalDate.of(2020, 3, 1), JULY);

    private static NoticedBill bill(long number, String service, String total, int dueInDays, boolean isCancelled) {
        return new NoticedBill(
                new BillNumber(number),
                service,
                service.equals("water"),
                SPRING,
                JULY.plusDays(dueInDays),
                Money.parse(total),
                service.equals("electricity"),
                isCancelled);
    }

    private static String told(String arrears, Language language, NoticedBill... bills) {
        AccountPage page = new AccountPage("1204 551 837", JULY, Money.parse(arrears), "MAD", List.of(bills));
        return NoticeText.of(page, language, false).replace('\u00A0', ' ');
    }

    @Test
    void theJointTotalIsSeenFirstAndArrearsStandApart() {
        assertThat(told(
                        "99.10",
                        Language.EN,
                        bill(41, "electricity", "1210.86", 18, false),
                        bill(42, "water", "-10.06", 20, false),
                        bill(43, "gas", "7.00", 18, true)))
                .isEqualTo("""
                Notice of 1 July 2020
                Customer account 1204 551 837

                ┃ 1,200.80 DH to pay, by 19 July 2020 at the latest

                  Bill                                     Period             Pay by            Amount
                                                                                                  (DH)
                  ────────────────────────────────────────────────────────────────────────────────────
                  0000000041BP  Electricity bill           March – June 2020  19 July 2020  ≈ 1,210.86
                  0000000042BQ  Water and sanitation bill  March – June 2020                    −10.06
                  ────────────────────────────────────────────────────────────────────────────────────
                  Together                                                                    1,200.80

                ≈ Some prices behind this amount are provisional; the bill itself lists them.
                Bill 0000000043BR was taken back and counts no more.
                From earlier bills 99.10 DH is still open. It stands apart and is not in the sum above.
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 5.00 DH in your favour | Nothing is known to be open from earlier bills.",
                "FR | 5,00 DH en votre faveur | Aucune somme n’est connue comme restant due",
                "AR | لفائدتكم | لا يُعرف مبلغ باقٍ"
            })
    void aCreditIsToldInEveryLanguage(Language language, String result, String arrears) {
        String told = told("0.00", language, bill(41, "water", "-5.00", 18, false));
        assertThat(told).contains(result, arrears);
    }

    @Test
    void whereEveryBillWasTakenBackNothingIsClaimed() {
        assertThat(told("0.00", Language.EN, bill(41, "water", "5.00", 18, true)))
                .contains("┃ Nothing to pay", "was taken back")
                .doesNotContain("Together", "provisional");
    }
}
