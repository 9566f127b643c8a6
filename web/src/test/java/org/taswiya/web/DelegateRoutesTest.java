package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every page of customers there is, asked about somebody else's account by a delegate of each kind, by one whose time
/// is over, by one who has not accepted, and by nobody of theirs.
final class DelegateRoutesTest {
    /// What may be done about an account that is not one's own, by the first part of its pages. Who adds a page
    /// about an account says here whose it is; [#everyPageAboutAnAccountIsNamed] fails until then.
    private static final Map<String, String> OPEN_TO = Map.ofEntries(
            Map.entry("bills", "pay"),
            Map.entry("use", "pay"),
            Map.entry("readings", "pay"),
            Map.entry("pay", "pay"),
            Map.entry("instalments", "manage"),
            Map.entry("payments", "pay"),
            Map.entry("disputes", "manage"),
            Map.entry("requests", "manage"),
            Map.entry("preferences", "nobody"),
            Map.entry("move-out", "nobody"),
            Map.entry("delegates", "nobody"));

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String mother;
    private static String agreement;
    private static String bill;
    private static String request;
    private static String receipt;
    private static final Map<String, Browser> WHO = new TreeMap<>();

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.reachEverybody();
        mother = town.texts("""
                select a.account from service_agreement a join meter m on m.usage_point = a.usage_point
                where a.to_day is null and m.removed_at is null
                    and exists (select from bill b where b.agreement = a.reference) order by 1""").getFirst();
        agreement = town.texts("select reference from service_agreement where account = '" + mother + "' order by 1")
                .getFirst();
        bill = town.texts("select bill_number(serial) from bill where account = '" + mother + "' order by serial desc")
                .getFirst();
        List<String> others = town.texts("""
                select a.reference from customer_account a where a.customer <> (
                    select c.customer from customer_account c where c.reference = '%s')
                order by 1""".formatted(mother));
        receipt = town.receiptOf(mother);
        town.keepPhoto(mother);
        request = WorkTown.of(town).requestWithFile(mother);
        Browser holder = town.signedIn(mother);
        WHO.put("holder", holder);
        List<String> who = List.of("pay", "manage", "over", "asked", "stranger");
        for (int i = 0; i < who.size(); i++) {
            String account = others.get(i * 2);
            Browser delegate = town.signedIn(account);
            WHO.put(who.get(i), delegate);
            if (who.get(i).equals("stranger")) {
                continue;
            }
            holder.get("/delegates/" + mother);
            holder.post(
                    "/delegates/" + mother,
                    "reference",
                    account,
                    "may",
                    who.get(i).equals("pay") ? "pay" : "manage");
            String id = town.texts("select max(id)::text from delegate").getFirst();
            delegate.get("/delegates");
            if (!who.get(i).equals("asked")) {
                delegate.post("/delegates/accept", "id", id);
            }
            if (who.get(i).equals("over")) {
                holder.post("/delegates/end", "id", id);
            }
        }
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static boolean isAboutAnAccount(String route) {
        return route.contains("{")
                && !route.contains(" /staff")
                && !route.contains(" /paid/")
                && !route.contains(" /manifest/")
                && !route.contains(" /reader");
    }

    private static String filled(String path) {
        return path.replaceAll("\\{account[^/]*?}(?=/|$)", mother)
                .replaceAll("\\{agreement:[^}]*}[^}]*}", agreement)
                .replaceAll("\\{number:[^}]*}[^}]*}[^}]*}", bill)
                .replaceAll("\\{receipt:[^.]*}", receipt)
                .replace("{request:[0-9]{1,9}}", request)
                .replace("{file:[0-9]{1,2}}", "1")
                .replaceAll("\\{kind}", "reminder")
                .replaceAll("\\{[^/]*}", "x1");
    }

    private static boolean mayOpen(String who, String path) {
        String open = OPEN_TO.getOrDefault(path.split("/")[1], "nobody");
        return switch (who) {
            case "holder" -> true;
            case "manage" -> !open.equals("nobody");
            case "pay" -> open.equals("pay");
            default -> false;
        };
    }

    @Test
    void everyPageAboutAnAccountIsNamed() {
        TreeSet<String> parts = new TreeSet<>();
        town.routes().stream()
                .filter(DelegateRoutesTest::isAboutAnAccount)
                .forEach(route -> parts.add(route.split("/")[1]));
        assertThat(parts).isSubsetOf(OPEN_TO.keySet()).hasSizeGreaterThan(7);
    }

    @Test
    void aPageOpensToWhomItIsFor() {
        List<String> routes = town.routes().stream()
                .filter(route -> route.startsWith("GET ") && isAboutAnAccount(route))
                .toList();
        assertThat(routes).hasSizeGreaterThan(11);
        for (String route : routes) {
            String path = filled(route.substring(4));
            assertThat(path).doesNotContain("{");
            WHO.forEach((who, browser) -> assertThat(browser.get(path).statusCode())
                    .as(who + " at " + path)
                    .isEqualTo(mayOpen(who, path) ? 200 : 404));
        }
    }

    /// An empty form is refused (422, 409) where it may be sent, and unknown (404) where it may not.
    @Test
    void aFormOpensToWhomItIsFor() {
        List<String> routes = town.routes().stream()
                .filter(route -> route.startsWith("POST ") && isAboutAnAccount(route))
                .toList();
        assertThat(routes).hasSizeGreaterThan(6);
        for (String route : routes) {
            String path = filled(route.substring(5));
            WHO.forEach((who, browser) -> {
                if (!who.equals("holder")) {
                    browser.get("/delegates");
                    assertThat(browser.post(path).statusCode() != 404)
                            .as(who + " sends " + path)
                            .isEqualTo(mayOpen(who, path));
                }
            });
        }
    }

    /// Pages that are about all of somebody's accounts.
    @Test
    void listsHoldWhatIsTheirs() {
        for (String who : WHO.keySet()) {
            Browser browser = Objects.requireNonNull(WHO.get(who));
            assertThat(browser.get("/home").body().contains("/bills/" + bill))
                    .as(who)
                    .isEqualTo(mayOpen(who, "/bills/"));
            assertThat(browser.get("/readings").body().contains("/readings/" + agreement))
                    .as(who)
                    .isEqualTo(mayOpen(who, "/readings/"));
            assertThat(browser.get("/offline/pages").body().contains(bill))
                    .as(who)
                    .isEqualTo(mayOpen(who, "/bills/"));
        }
    }

    /// Bills and reminders that the holder was told of are shown, changes of contact and of delegates are not, and no
    /// address of theirs.
    @Test
    void noticesTellADelegateNothingOfContacts() {
        String address = town.texts(
                        "select address from message where account = '" + mother + "' and channel = 'email'")
                .getFirst();
        String end = address.substring(address.indexOf('@'));
        HttpResponse<String> own = Objects.requireNonNull(WHO.get("holder")).get("/notices");
        assertThat(own.body()).contains(end);
        for (String who : List.of("pay", "manage")) {
            String account = town.texts("select account from delegate where kind = '" + who + "'")
                    .getFirst();
            assertThat(account).isEqualTo(mother);
            assertThat(count(
                            Objects.requireNonNull(WHO.get(who)).get("/notices").body(), end))
                    .as(who)
                    .isLessThan(count(own.body(), end));
        }
    }

    private static int count(String body, String part) {
        return body.split(Pattern.quote(part), -1).length;
    }

    /// From behind the second wall: what a delegate's session would find if its pages forgot to ask.
    @Test
    void theSecondWallShowsADelegateTheAccountAndNotHowItsHolderIsReached() {
        String own = town.texts("select max(reference) from customer_account").getFirst();
        var seen = town.database().seenBy(List.of(own, mother), List.of(own));
        Map<String, Boolean> shown = new TreeMap<>(Map.of(
                "bill", true,
                "service_agreement", true,
                "contact_set", false,
                "contact", false,
                "message_preference", false,
                "delegate", false));
        shown.forEach((table, isShown) -> {
            List<String> accounts = town.texts(seen, "select distinct account from " + table);
            assertThat(accounts.contains(mother)).as(table).isEqualTo(isShown);
        });
        assertThat(town.texts(seen, "select distinct cause_kind from message where account = '" + mother + "'"))
                .doesNotContain("sign-in-code", "contact-code", "contact", "delegate");
        assertThat(town.texts(seen, "select distinct kind from announcement where account = '" + mother + "'"))
                .doesNotContain("sign-in-code", "contact-code", "contact", "delegate");
        assertThat(town.texts(seen, "select reference from customer_account")).containsExactlyInAnyOrder(own, mother);
    }
}
