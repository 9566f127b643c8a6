package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.Change;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.Outages;
import org.taswiya.web.page.PageTexts;

/// What customers were told, and which interruptions are coming at their places. It is 2 July 2020.
final class NoticeTest {
    private static final Change WHY = new Change(Instant.parse("2020-07-02T09:00:00Z"), "test", "works");
    private static final LocalDateTime NOW = LocalDateTime.parse("2020-07-02T09:00");

    @TempDir
    private static Path folder;

    private static PageTown town;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// An account with a bill that it was sent.
    private static String told() {
        return town.texts("select account from message where cause_kind = 'bill' and channel in ('email', 'sms')"
                        + " order by 1 limit 1")
                .getFirst();
    }

    private static long plan(String account, String reason) {
        String premise = town.texts("select p.premise from service_agreement a join usage_point p"
                        + " on p.reference = a.usage_point where p.service = 'water' and a.account = '" + account
                        + "' and a.to_day is null limit 1")
                .getFirst();
        Map<Language, String> reasons = Map.of(Language.AR, reason, Language.FR, reason, Language.EN, reason);
        return Outages.plan(
                        town.database(),
                        "water",
                        new OutageArea.Premises(List.of(premise)),
                        new Outages.Times(
                                LocalDateTime.parse("2020-07-09T08:00"),
                                LocalDateTime.parse("2020-07-09T14:00"),
                                reasons),
                        NOW,
                        WHY,
                        false)
                .outage()
                .number();
    }

    @Test
    void anInterruptionIsShownToWhoeverIsServedThereUntilItIsCalledOff() {
        String account = town.reached().getFirst();
        long number = plan(account, "works-of-the-ninth");
        String other = town.texts("select distinct a.account from service_agreement a join usage_point p"
                        + " on p.reference = a.usage_point join contact c on c.account = a.account"
                        + " and c.channel in ('email', 'sms') where a.account <> '" + account
                        + "' and p.premise not in (select premise from outage_premise where outage = " + number
                        + ") order by 1 limit 1")
                .getFirst();
        Browser browser = town.signedIn(account);
        assertThat(browser.get("/notices").body()).contains("works-of-the-ninth", "08:00", "14:00");
        assertThat(town.signedIn(other).get("/notices").body()).doesNotContain("works-of-the-ninth");
        Outages.change(town.database(), number, OutageState.CANCELLED, null, null, Map.of(), NOW, WHY, false);
        assertThat(browser.get("/notices").body()).doesNotContain("works-of-the-ninth");
    }

    @Test
    void messagesAreShownWithTheirFateAndCodesAreNot() {
        String account = told();
        String serial = town.texts("select substr(cause, 1, 10) from message where cause_kind = 'bill' and account = '"
                        + account + "' order by id desc limit 1")
                .getFirst();
        Browser browser = town.signedIn(account);
        String page = browser.get("/notices").body();
        assertThat(page)
                .contains("/bills/" + new BillNumber(Long.parseLong(serial)))
                .containsPattern("أُرسلت|في انتظار الإرسال|وصلت")
                .doesNotContain(town.code(account));
        assertThat(town.texts("select address from contact where account = '" + account + "'"))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(page).doesNotContain(address));
    }

    @Test
    void anotherCustomersMessagesAreNotAmongThem() {
        String account = told();
        String page = town.signedIn(account).get("/notices").body();
        List<String> foreign = town.texts("select cause from message where cause_kind = 'bill' and account not in"
                + " (select t.reference from customer_account o join customer_account t on t.customer = o.customer"
                + " where o.reference = '" + account + "')");
        assertThat(foreign).isNotEmpty().allSatisfy(cause -> assertThat(page).doesNotContain(cause));
    }

    @ParameterizedTest
    @CsvSource({"ar, إشعارات وانقطاعات", "fr, Avis et coupures", "en, Notices and interruptions"})
    void everyLanguageIsSpoken(String code, String title) {
        Browser browser = town.signedIn(told());
        browser.get("/home");
        browser.post("/language", "to", code);
        assertThat(browser.get("/notices").body()).contains(title).doesNotContain("<script", " style=");
    }

    @Test
    void aStrangerIsSentToTheWayIn() {
        assertThat(town.browser().get("/notices").uri().getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whateverIsToldHasAName(Language language) {
        for (Cause.Kind kind : Cause.Kind.values()) {
            if (kind != Cause.Kind.SIGN_IN_CODE && kind != Cause.Kind.CONTACT_CODE) {
                assertThat(PageTexts.of(language).text("notice.kind." + kind.code()))
                        .isNotBlank();
            }
        }
        for (Channel channel : Channel.values()) {
            assertThat(PageTexts.of(language).text("notice.channel." + channel.code()))
                    .isNotBlank();
        }
    }
}
