package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Change;
import org.taswiya.store.access.Asker;
import org.taswiya.store.access.SignInCodes;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.staff.StaffRole;

/// An address that one of the staff writes down at once opens no account: a second person stands for it first.
@SuppressWarnings("NullAway") // what all tests share is made before the first of them
final class ContactAtOnceTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static StaffBrowser amina;
    private static StaffBrowser nadia;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        amina = town.staff("amina", StaffRole.AGENT);
        nadia = town.staff("nadia", StaffRole.SUPERVISOR);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static HttpResponse<String> write(StaffBrowser staff, String account, String address) {
        staff.get("/staff/accounts/" + account + "/contact");
        return staff.browser()
                .post(
                        "/staff/accounts/" + account + "/contact",
                        "address",
                        address,
                        "how",
                        "at-once",
                        "why",
                        "has given the last bill's total");
    }

    /// Whether a code that opens the account goes anywhere.
    private static boolean isSentACode(String account) {
        return SignInCodes.send(
                town.database(), account, new Asker("a browser", true), "123456", Language.AR, change());
    }

    private static Change change() {
        return new Change(town.now(), "test", "for trials");
    }

    private static List<String> codesTo(String account) {
        return town.texts("select address from message where cause_kind = 'sign-in-code' and account = '" + account
                + "' order by id");
    }

    private static String toVouch(String account) {
        Matcher link = Pattern.compile("href=\"(/staff/approvals/contact/" + account + "/[0-9]+/(email|sms))\"")
                .matcher(nadia.get("/staff/approvals").body());
        assertThat(link.find()).as("waits for a second person").isTrue();
        return link.group(1);
    }

    @Test
    void noCodeGoesThereBeforeASecondPersonStandsForIt() {
        String account = town.unreached().get(0);
        assertThat(write(amina, account, "0612345678").body()).contains("شخص ثان");
        assertThat(isSentACode(account)).isFalse();
        String path = toVouch(account);
        assertThat(nadia.get(path).body()).contains("+212612345678", "has given the last bill", "amina");
        nadia.browser().post(path, "why", "");
        assertThat(isSentACode(account)).as("no reason was given").isFalse();
        assertThat(nadia.browser()
                        .post(path, "why", "called back at the shop")
                        .uri()
                        .getPath())
                .isEqualTo("/staff/approvals");
        assertThat(isSentACode(account)).isTrue();
        assertThat(codesTo(account)).containsExactly("+212612345678");
        assertThat(nadia.get(path).statusCode()).as("waits no more").isEqualTo(404);
        assertThat(town.texts("select staff || ' ' || place from staff_event where kind = 'acted' and account = '"
                        + account + "' order by id"))
                .containsExactly("amina contact", "nadia contact let through");
    }

    @Test
    void nobodyStandsForTheirOwn() {
        String account = town.unreached().get(1);
        write(nadia, account, "0612345679");
        String path = toVouch(account);
        nadia.get(path);
        HttpResponse<String> refused = nadia.browser().post(path, "why", "I have seen them");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("شخص آخر", "I have seen them</textarea>");
        assertThat(isSentACode(account)).isFalse();
        assertThat(amina.get(path).statusCode())
                .as("an agent lets nothing through")
                .isEqualTo(404);
    }

    /// Where nothing was known that could be told, a letter tells whoever lives there.
    @Test
    void whereNoAddressWasKnownALetterGoesToThePlace() {
        String account = town.unreached().get(2);
        write(amina, account, "0612345670");
        assertThat(town.texts("select m.channel || ' ' || (m.address = l.address) from message m"
                        + " join service_agreement a on a.account = m.account"
                        + " join usage_point p on p.reference = a.usage_point join premise l on l.reference = p.premise"
                        + " where m.account = '" + account + "' and m.cause_kind = 'contact' and a.to_day is null"))
                .contains("post true");
    }

    @Test
    void whatWasKnownBeforeOpensTheAccountAsEver() {
        String account = town.reached().get(0);
        String before = town.texts("select address from contacts_on('" + account + "', '" + town.today()
                        + "') where channel in ('email', 'sms') order by ordinal")
                .getFirst();
        boolean isMail = before.contains("@");
        write(amina, account, isMail ? "0612345671" : "other@example.org");
        assertThat(isSentACode(account)).isTrue();
        assertThat(codesTo(account)).contains(before).doesNotContain("+212612345671", "other@example.org");
    }

    @Test
    void itIsProvenByACodeOfTheCustomer() {
        String account = town.unreached().get(3);
        write(amina, account, "0612345672");
        assertThat(isSentACode(account)).isFalse();
        amina.get("/staff/accounts/" + account + "/contact");
        amina.browser().post("/staff/accounts/" + account + "/contact", "address", "0612345672", "how", "code");
        String code = town.texts("select code from contact_code where account = '" + account + "'")
                .getFirst();
        ContactCodes.give(town.database(), account, code, town.today(), change());
        assertThat(isSentACode(account)).isTrue();
    }
}
