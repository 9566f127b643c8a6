package org.taswiya.deliver.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.PostalAddress;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.ToldBill;

/// What the e-mail of a bill says, by a bill that is made up.
final class BillMailTest {
    private static <T> Map<Language, T> all(T value) {
        Map<Language, T> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, value);
        }
        return all;
    }

    private static UtilityProfile utility(String phone, String email, String web) {
        return new UtilityProfile(
                "town",
                "Town Works S.A.",
                all("Town Works"),
                all(""),
                new PostalAddress("", "Town", "", PostalAddress.UNKNOWN_COUNTRY),
                "",
                "",
                phone,
                email,
                web,
                "",
                all(List.of()),
                all(""),
                new TreeMap<>(),
                null,
                null);
    }

    private static MailText mail(Language language, UtilityProfile utility, String total) {
        ToldBill bill = ToldBill.sample(language, "0000000042", "MAD", Money.parse(total), LocalDate.of(2020, 6, 30));
        return BillMail.of(bill, utility, "");
    }

    @Test
    void whoeverCanBeReachedByAFingerIsALink() {
        MailText mail = mail(Language.EN, utility("05 22 00-00.00", "help@town.example", "www.town.example/a"), "5");
        assertThat(mail.sender()).isEqualTo("Town Works");
        assertThat(mail.html())
                .contains("<bdi><a dir=\"ltr\" href=\"tel:0522000000\">05 22 00-00.00</a></bdi>")
                .contains("<a dir=\"ltr\" href=\"mailto:help@town.example\">help@town.example</a>")
                .contains("<a dir=\"ltr\" href=\"https://www.town.example/a\">www.town.example/a</a>")
                .contains("<bdi>Town Works</bdi>");
    }

    @Test
    void whatIsNoLinkIsNone() {
        MailText mail = mail(Language.EN, utility("from abroad: ask us", "by post only", "javascript:alert(1)"), "5");
        assertThat(mail.html()).doesNotContain("href");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aCreditIsNothingToPayInAnyLanguage(Language language) {
        MailText credit = mail(language, utility("", "", ""), "-31.50");
        MailText pay = mail(language, utility("", "", ""), "31.50");
        assertThat(credit.text()).contains("31").isNotEqualTo(pay.text());
        assertThat(credit.subject()).contains("0000000042BQ").doesNotContain("\u2066");
    }
}
