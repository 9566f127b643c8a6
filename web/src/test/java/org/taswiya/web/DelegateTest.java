package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.message.Contacts;

/// A son looks after the account of his mother: asked, accepted, ended by either.
final class DelegateTest {
    private static final String NOBODYS = "0999999999";
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"(\\d+)\"");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static int taken;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Nobody's mother and nobody's son: what one test asks of them stays to be seen by the others.
    private static String stranger() {
        return town.reached().getLast();
    }

    /// Two customers of whom no other test knows.
    private record Family(String mother, String son) {
        static Family fresh() {
            List<String> all = town.texts("""
                    select a.reference from customer_account a
                    where exists (select from bill b where b.account = a.reference)
                        and (select count(*) from customer_account o where o.customer = a.customer) = 1
                        and a.reference <> '%s'
                    order by 1""".formatted(stranger()));
            Family family = new Family(all.get(taken), all.get(taken + 1));
            taken += 2;
            return family;
        }
    }

    private static HttpResponse<String> ask(Browser holder, String account, String invited, String may) {
        holder.get("/delegates/" + account);
        return holder.post("/delegates/" + account, "reference", invited, "may", may);
    }

    private static String id(HttpResponse<String> page) {
        Matcher found = ID.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static Browser accepted(Browser delegate) {
        String id = id(delegate.get("/delegates"));
        assertThat(delegate.post("/delegates/accept", "id", id).statusCode()).isEqualTo(200);
        return delegate;
    }

    private static String number(String account) {
        return town.texts("select bill_number(serial) from bill where account = '%s' order by serial desc limit 1"
                        .formatted(account))
                .getFirst();
    }

    @Test
    void itHoldsOnlyOnceItIsAcceptedAndEndsAtOnce() {
        Family family = Family.fresh();
        Browser mother = town.signedIn(family.mother());
        Browser son = town.signedIn(family.son());
        String bill = "/bills/" + number(family.mother());
        assertThat(ask(mother, family.mother(), family.son(), "pay").uri().getQuery())
                .isEqualTo("done=asked");
        assertThat(son.get(bill).statusCode()).isEqualTo(404);
        assertThat(son.get("/home").body()).contains("/delegates\"").doesNotContain(family.mother());

        accepted(son);
        assertThat(son.get(bill).statusCode()).isEqualTo(200);
        assertThat(son.get(bill + ".pdf").statusCode()).isEqualTo(200);
        assertThat(son.get("/home").body()).contains("a" + family.mother()).contains(bill.substring(7));
        assertThat(son.get("/use/" + family.mother()).statusCode()).isEqualTo(200);
        assertThat(mother.get("/delegates").body())
                .contains("2 ")
                .contains(family.son().substring(7));

        assertThat(mother.post("/delegates/end", "id", id(mother.get("/delegates")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(son.get(bill).statusCode()).isEqualTo(404); // the session that was open
        assertThat(son.get("/home").body()).doesNotContain("a" + family.mother());
    }

    /// Of an account that never was theirs the same is said: it tells nobody which accounts there are.
    @Test
    void whoMayNoLongerIsToldSoAndHasTheirWordsBack() {
        Family family = Family.fresh();
        Browser mother = town.signedIn(family.mother());
        ask(mother, family.mother(), family.son(), "manage");
        Browser son = accepted(town.signedIn(family.son()));
        String form = "/requests/new/" + family.mother();
        assertThat(son.get(form).statusCode()).isEqualTo(200);
        mother.post("/delegates/end", "id", id(mother.get("/delegates")));
        HttpResponse<String> answer = son.post(form, "kind", "information", "words", "two hours of <writing>");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("لم يُرسل هذا", "أنهى ذلك", "two hours of &lt;writing&gt;");
        HttpResponse<String> never = son.post("/requests/new/9999999999", "kind", "information", "words", "a word");
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(never.body()).contains("لم يُرسل هذا", "a word");
        assertThat(son.get(form).body()).contains("لا توجد هنا صفحة");
    }

    @Test
    void theDelegateEndsItToo() {
        Family family = Family.fresh();
        Browser mother = town.signedIn(family.mother());
        ask(mother, family.mother(), family.son(), "manage");
        Browser son = accepted(town.signedIn(family.son()));
        assertThat(son.get("/instalments/" + family.mother()).statusCode()).isEqualTo(200);
        assertThat(son.post("/delegates/end", "id", id(son.get("/delegates"))).body())
                .doesNotContain("a" + family.mother());
        assertThat(son.get("/instalments/" + family.mother()).statusCode()).isEqualTo(404);
        assertThat(mother.get("/delegates").body()).doesNotContain("name=\"id\"");
        assertThat(town.texts("""
                select c.reason from change c join delegate_start s on s.change = c.id
                join delegate d on d.id = s.delegate where d.account = '%s'""".formatted(family.mother())))
                .containsExactly("delegate, accepted by the holder of " + family.son());
    }

    /// Whoever asks is answered and shown the same, whatever is behind the reference.
    @Test
    void theHolderLearnsNothingOfWhoIsBehindAReference() {
        Family family = Family.fresh();
        town.pass(Duration.ofHours(26 - town.now().atZone(ZoneOffset.UTC).getHour())); // no midnight between two looks
        Browser mother = town.signedIn(family.mother());
        HttpResponse<String> real = ask(mother, family.mother(), family.son(), "pay");
        String shownReal = told(mother.get("/delegates"), family.son());
        town.signedIn(family.son()); // who looks at it, and says no
        Browser son = town.signedIn(family.son());
        son.post("/delegates/end", "id", id(son.get("/delegates")));
        assertThat(told(mother.get("/delegates"), family.son())).isEqualTo(shownReal);
        mother.post("/delegates/end", "id", id(mother.get("/delegates")));
        assertThat(mother.get("/delegates").body()).doesNotContain("name=\"id\"");

        HttpResponse<String> none = ask(mother, family.mother(), NOBODYS, "pay");
        assertThat(none.statusCode()).isEqualTo(real.statusCode());
        assertThat(told(none, NOBODYS)).isEqualTo(told(real, family.son()));
        assertThat(told(mother.get("/delegates"), NOBODYS)).isEqualTo(shownReal);
        mother.post("/delegates/end", "id", id(mother.get("/delegates")));
    }

    /// As pages print a reference.
    private static String printed(String reference) {
        return reference.substring(0, 4) + "\u00a0" + reference.substring(4, 7) + "\u00a0" + reference.substring(7);
    }

    private static String told(HttpResponse<String> page, String typed) {
        return Browser.withoutTokens(page.body()).replace(printed(typed), "R").replaceAll("value=\"\\d+\"", "id");
    }

    /// The invited sees initials and three digits until they have accepted: not the name, not the reference.
    @Test
    void theInvitedSeesOfTheHolderOnlyWhatIsNeeded() {
        Family family = Family.fresh();
        ask(town.signedIn(family.mother()), family.mother(), family.son(), "pay");
        Browser son = town.signedIn(family.son());
        String asked = son.get("/delegates")
                .body()
                .replace(family.son(), "")
                .replace(printed(family.son()), ""); // theirs may begin as hers does
        String name = town.texts("""
                select c.arabic_name from customer c join customer_account a on a.customer = c.reference
                where a.reference = '%s'""".formatted(family.mother())).getFirst();
        assertThat(asked)
                .doesNotContain(
                        family.mother().substring(0, 7),
                        printed(family.mother()).substring(0, 8))
                .contains(family.mother().substring(7));
        for (String part : name.split(" ")) {
            assertThat(part.length() < 3 || !asked.contains(part)).as(part).isTrue();
        }
    }

    @Test
    void theHolderIsToldAtEveryAddressAlsoAtOneThatWasGivenUp() {
        Family family = Family.fresh();
        LocalDate today = LocalDate.ofInstant(town.now(), ZoneOffset.UTC);
        for (String mail : List.of("old@example.org", "new@example.org")) {
            Contacts.set(
                    town.database(),
                    family.mother(),
                    new ChannelLadder(List.of(new Contact(Channel.EMAIL, mail))),
                    null,
                    mail.startsWith("old") ? today.minusDays(200) : today,
                    new Change(town.now(), "test", "moved"),
                    false);
        }
        ask(town.signedIn(family.mother()), family.mother(), family.son(), "pay");
        Browser son = accepted(town.signedIn(family.son()));
        String told = "select address from message where cause_kind = 'delegate' and account = '%s' order by id"
                .formatted(family.mother());
        assertThat(town.texts(told)).containsExactly("new@example.org", "old@example.org");
        son.post("/delegates/end", "id", id(son.get("/delegates")));
        assertThat(town.texts(told)).hasSize(4);
        assertThat(town.texts("""
                select facts ->> 'reference' from announcement
                where kind = 'delegate' and account = '%s'""".formatted(family.mother())))
                .containsOnly("***" + family.son().substring(7));
    }

    @Test
    void anotherKindTakesThePlaceOfTheOneBefore() {
        Family family = Family.fresh();
        Browser mother = town.signedIn(family.mother());
        Browser son = town.signedIn(family.son());
        ask(mother, family.mother(), family.son(), "pay");
        accepted(son);
        assertThat(ask(mother, family.mother(), family.son(), "pay").statusCode())
                .isEqualTo(409);
        ask(mother, family.mother(), family.son(), "manage");
        assertThat(son.get("/instalments/" + family.mother()).statusCode()).isEqualTo(404);
        accepted(son);
        assertThat(son.get("/instalments/" + family.mother()).statusCode()).isEqualTo(200);
        assertThat(town.texts("""
                select 'x' from delegate_start s where not exists (
                    select from delegate_end e where e.delegate = s.delegate)
                    and s.delegate in (
                        select id from delegate where account = '%s')""".formatted(family.mother()))).hasSize(1);
    }

    /// Sent twice it holds once; what is not asked of somebody is not theirs to accept, and not theirs to end.
    @Test
    void nobodyElseAcceptsOrEnds() {
        Family family = Family.fresh();
        Browser mother = town.signedIn(family.mother());
        ask(mother, family.mother(), family.son(), "pay");
        ask(mother, family.mother(), family.son(), "pay");
        String id = id(mother.get("/delegates"));
        assertThat(town.texts("select 'x' from delegate where account = '" + family.mother() + "'"))
                .hasSize(1);
        Browser stranger = town.signedIn(stranger());
        stranger.get("/delegates");
        for (String path : List.of("/delegates/accept", "/delegates/end")) {
            assertThat(stranger.post(path, "id", id).statusCode()).isEqualTo(409);
        }
        assertThat(mother.post("/delegates/accept", "id", id).statusCode()).isEqualTo(409);
        Browser son = town.signedIn(family.son());
        accepted(son);
        assertThat(son.post("/delegates/accept", "id", id).statusCode()).isEqualTo(409);
        assertThat(town.texts("select 'x' from delegate_end e join delegate d on d.id = e.delegate where d.account = '"
                        + family.mother() + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "12, pay, 422",
        "'', pay, 422",
        "own, pay, 422",
        "0999999998, '', 422",
        "0999999998, everything, 422",
        "'0999 999 998', pay, 200"
    })
    void whatIsMistakenIsSaidAndKept(String typed, String may, int status) {
        String account = stranger();
        Browser holder = town.signedIn(account);
        HttpResponse<String> answer = ask(holder, account, typed.equals("own") ? account : typed, may);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 422 && !typed.equals("own")) {
            assertThat(answer.body()).contains("value=\"" + typed + "\"");
        }
    }

    /// Fourteen days, and neither an acceptance nor another one's later.
    @Test
    void whatWasAskedLongAgoIsNotAccepted() {
        Family family = Family.fresh();
        Browser mother = town.signedIn(family.mother());
        ask(mother, family.mother(), family.son(), "pay");
        Browser son = town.signedIn(family.son());
        String id = id(son.get("/delegates"));
        town.pass(Duration.ofDays(15));
        assertThat(son.get("/delegates").body()).doesNotContain("name=\"id\"");
        assertThat(son.post("/delegates/accept", "id", id).statusCode()).isEqualTo(409);
        assertThat(mother.get("/delegates").body()).doesNotContain("name=\"id\"");
    }
}
