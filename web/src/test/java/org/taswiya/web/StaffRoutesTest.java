package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.store.work.WorkKind;

/// Every page there is, asked by everybody there is.
final class StaffRoutesTest {
    private static final Set<String> ANYBODYS = Set.of(
            "/",
            "/login",
            "/login/code",
            "/login/password",
            "/login/passkey",
            "/language",
            "/health",
            "/ready",
            "/error",
            "/guest",
            "/guest/pay",
            "/online/notice",
            "/offline",
            "/manifest/{language:[a-z]{2}}.webmanifest");

    /// Opened by the signature of a handset and by nothing else; and a picture that is not there.
    private static final String NO_SESSION_OPENS = "/staff/round/(today|entries|photos/.*)|/staff/handsets/photos/.*";

    /// A list of work, or one of several acts.
    private static final Pattern CHOICE = Pattern.compile("\\{(list|act):((?:[^{}]|\\{[^}]*})*)}");

    private static final Set<String> STAFF_WAY_IN = Set.of("/staff/login", "/staff/welcome", "/staff/welcome/password");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String waiting;
    private static String request;
    private static String outage;
    private static String exchange;
    private static String handset;
    private static final Map<String, Browser> WHO = new TreeMap<>();

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        waiting = WorkTown.of(town).undelivered(0);
        request = WorkTown.of(town).requestWithFile(town.reached().getFirst());
        outage = WorkTown.of(town).outage();
        WorkTown.of(town).shadow();
        WorkTown.of(town).priceBook();
        WorkTown.of(town).campaign();
        town.keepPhoto(town.reached().getFirst());
        WHO.put("nobody", town.browser());
        WHO.put("agent", town.staff("amina", StaffRole.AGENT).browser());
        WHO.put("supervisor", town.staff("nadia", StaffRole.SUPERVISOR).browser());
        WHO.put("auditor", town.staff("omar", StaffRole.AUDITOR).browser());
        StaffBrowser salma = town.staff("salma", StaffRole.READER);
        exchange = WorkTown.of(town).exchange(salma);
        handset = town.texts("select id from handset").getFirst();
        WHO.put("reader", salma.browser());
        waiting();
        WHO.put("customer", town.signedIn(town.reached().getFirst()));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Something that waits for approval, so that its page is there.
    private static void waiting() {
        String account = town.owing().getLast();
        Browser agent = browser("agent");
        Form.of(agent.get("/staff/accounts/" + account + "/adjust"), "adjust")
                .with("item", "account")
                .with("reason", "damage")
                .with("amount", "900")
                .with("evidence", "photograph 17")
                .with("why", "broken seal")
                .sendTwiceTo(agent);
        Form.of(agent.get("/staff/accounts/" + account + "/arrangement"), "arrangement")
                .with("months", "6")
                .with("why", "lost work")
                .sendTwiceTo(agent);
        String customer = town.reached().getFirst();
        boolean hasMail = town.texts("select channel from contacts_on('" + customer + "', '" + town.today() + "')")
                .contains("email");
        String path = "/staff/accounts/" + customer + "/contact";
        String address = hasMail ? "0612345678" : "new@example.org";
        agent.get(path);
        agent.post(path, "address", address, "how", "at-once", "why", "identity card seen");
    }

    /// The address that waits for a second person.
    private static String atOnce() {
        return town.texts("select change || '/' || channel from contact_at_once")
                .getFirst();
    }

    /// Of the one customer who has signed in, so that it is there.
    private static String filled(String route) {
        String account = town.reached().getFirst();
        String number = new BillNumber(Long.parseLong(town.bills(account).getLast())).toString();
        return route.replaceAll("\\{list:[^/]*\\{4,12}}", "undelivered")
                .replaceAll("\\{key:[^/]*\\{1,80}}", waiting)
                .replaceAll("(?<=/requests/)\\{(id|request):[^/]*\\{1,9}}", request)
                .replaceAll("\\{entry:[^/]*\\{27}}", exchange)
                .replaceAll("\\{entry:[^/]*\\{36}}", exchange)
                .replaceAll("\\{handset:[^/]*\\{8}}", handset)
                .replaceAll("\\{file:[^/]*\\{1,2}}", "1")
                .replaceAll("(?<=/outages/)\\{id:[^/]*\\{1,9}}", outage)
                .replaceAll("(?<=/(?:shadows|campaigns|price-books)/)\\{id:[^/]*\\{1,9}}", "1")
                .replaceAll("\\{account[^/]*?}(?=/|$)", account)
                .replaceAll("\\{number:[^}]*}[^}]*}[^}]*}", number)
                .replaceAll("photos/\\{agreement:[^}]*}}/\\{day:[^}]*}}", "photos/" + PageTown.photoOf(account, town))
                .replaceAll("\\{agreement:.*", reading(account))
                .replaceAll("\\{adjustment:[^/]*", "AJ0000000001")
                .replaceAll("\\{arrangement:[^/]*", "1")
                .replaceAll("\\{change:.*", atOnce())
                .replaceAll("\\{[^/]*}", "x1");
    }

    private static String reading(String account) {
        return town.texts("select a.reference || '/' || r.at from service_agreement a"
                        + " join reading r on r.usage_point = a.usage_point and r.at >= a.from_day"
                        + " where a.account = '" + account + "' and a.to_day is null")
                .getFirst();
    }

    private static Browser browser(String who) {
        return Objects.requireNonNull(WHO.get(who), who);
    }

    private static boolean mayOpen(String who, String path) {
        if (path.equals("/staff/login/provider")) { // this town has none: they are shown the way in
            return false;
        }
        if (STAFF_WAY_IN.contains(path)) {
            return true;
        }
        if (path.equals("/staff") || path.equals("/staff/keys") || path.startsWith("/staff/password")) {
            return !who.equals("nobody") && !who.equals("customer");
        }
        if (path.matches(NO_SESSION_OPENS)) {
            return false;
        }
        boolean isOfRounds = path.startsWith("/staff/round/");
        return switch (who) {
            case "agent" ->
                !path.equals("/staff/trail")
                        && !path.startsWith("/staff/handsets")
                        && !path.startsWith("/staff/approvals")
                        && !path.startsWith("/staff/outages")
                        && !path.equals("/staff/runs")
                        && !path.startsWith("/staff/shadows")
                        && !path.startsWith("/staff/price-books")
                        && !path.startsWith("/staff/reach")
                        && !path.endsWith("/cancel")
                        && !isOfRounds;
            case "supervisor" -> !isOfRounds;
            case "auditor" ->
                path.equals("/staff/trail")
                        || path.startsWith("/staff/shadows")
                        || path.matches("/staff/price-books(/[0-9]+)?");
            case "reader" -> isOfRounds;
            default -> false;
        };
    }

    @Test
    void aPageOfTheConsoleOpensToWhomItIsFor() {
        List<String> routes = town.routes().stream()
                .filter(route -> route.contains(" /staff"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(9);
        for (String route : routes.stream().filter(r -> r.startsWith("GET ")).toList()) {
            String path = filled(route.substring(4));
            assertThat(path).doesNotContain("{");
            WHO.forEach((who, browser) -> {
                HttpResponse<String> answer = browser.get(path);
                boolean isWayIn = answer.uri().getPath().equals("/staff/login");
                boolean isOpen = answer.statusCode() == 200 && (!isWayIn || path.equals("/staff/login"));
                assertThat(isOpen)
                        .as(who + " at " + path + ": " + answer.statusCode())
                        .isEqualTo(mayOpen(who, path));
            });
        }
    }

    @Test
    void aPageOfCustomersOpensToNoStaff() {
        List<String> routes = town.routes().stream()
                .filter(route -> route.startsWith("GET ") && !route.contains(" /staff"))
                .map(route -> route.substring(4))
                .filter(path -> !ANYBODYS.contains(path) && !path.startsWith("/paid/"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(10);
        for (String route : routes) {
            for (String who : List.of("nobody", "agent", "supervisor", "auditor", "reader")) {
                HttpResponse<String> answer = browser(who).get(filled(route));
                assertThat(answer.uri().getPath()).as(who + " at " + route).isEqualTo("/login");
            }
        }
    }

    /// Each form of the console as it is served, once for each list of work and each act; but for the ways in.
    private static List<String> forms() {
        return town.routes().stream()
                .filter(route -> route.startsWith("POST /staff"))
                .map(route -> route.substring("POST ".length()))
                .filter(route -> !STAFF_WAY_IN.contains(route))
                .flatMap(StaffRoutesTest::each)
                .map(StaffRoutesTest::filled)
                .toList();
    }

    private static Stream<String> each(String route) {
        Matcher choice = CHOICE.matcher(route);
        if (!choice.find()) {
            return Stream.of(route);
        }
        Stream<String> all = choice.group(1).equals("list")
                ? Stream.of(WorkKind.values()).map(WorkKind::code)
                : Stream.of(choice.group(2).split("[|]", -1));
        return all.map(one -> route.replace(choice.group(), one));
    }

    private static boolean maySend(String who, String path) {
        boolean isOfSupervisors =
                path.endsWith("/assign") || path.matches("/staff/work/(held|dispute|unmatched)/.*/(take|decide)");
        return mayOpen(who, path) && (!isOfSupervisors || who.equals("supervisor"));
    }

    /// Whose role lacks the right is refused, whatever they send; so is what is no right of anybody's.
    @Test
    void aFormOfTheConsoleIsTakenFromWhoseRoleMayAlone() {
        List<String> forms = forms();
        assertThat(forms).hasSizeGreaterThan(50).contains("/staff/work/dispute/" + waiting + "/decide");
        for (String path : forms) {
            assertThat(path).doesNotContain("{");
            WHO.forEach((who, browser) -> {
                browser.get(who.equals("customer") ? "/home" : "/staff"); // for a token that holds
                HttpResponse<String> answer = browser.post(path);
                boolean isRefused = answer.statusCode() == 401
                        || answer.statusCode() == 403
                        || answer.uri().getPath().endsWith("/login");
                assertThat(isRefused)
                        .as(who + " at " + path + ": " + answer.statusCode())
                        .isEqualTo(!maySend(who, path));
            });
        }
    }

    /// What is not a page is not one to strangers either: they are shown the way in.
    @Test
    void whatIsNotThereTellsNothing() {
        assertThat(browser("nobody").get("/staff/nothing").uri().getPath()).isEqualTo("/staff/login");
        assertThat(browser("agent").get("/staff/nothing").statusCode()).isEqualTo(404);
        assertThat(browser("agent").get("/staff/accounts/0999999999").statusCode())
                .isEqualTo(404);
        assertThat(browser("auditor")
                        .get("/staff/accounts/" + town.reached().getFirst())
                        .statusCode())
                .isEqualTo(404);
    }
}
