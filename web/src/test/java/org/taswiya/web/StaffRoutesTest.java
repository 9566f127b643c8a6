package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.staff.StaffRole;

/// Every page there is, asked by everybody there is.
final class StaffRoutesTest {
    private static final Set<String> ANYBODYS = Set.of(
            "/",
            "/login",
            "/login/code",
            "/language",
            "/health",
            "/error",
            "/guest",
            "/guest/pay",
            "/online/notice",
            "/offline",
            "/manifest/{language:[a-z]{2}}.webmanifest");

    /// Opened by the signature of a handset and by nothing else; and a picture that is not there.
    private static final String NO_SESSION_OPENS = "/staff/round/today|/staff/handsets/photos/.*";

    private static final Set<String> STAFF_WAY_IN = Set.of("/staff/login", "/staff/welcome", "/staff/welcome/password");

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static final Map<String, Browser> WHO = new TreeMap<>();

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.keepPhoto(town.reached().getFirst());
        WHO.put("nobody", town.browser());
        WHO.put("agent", town.staff("amina", StaffRole.AGENT).browser());
        WHO.put("supervisor", town.staff("nadia", StaffRole.SUPERVISOR).browser());
        WHO.put("auditor", town.staff("omar", StaffRole.AUDITOR).browser());
        WHO.put("reader", town.staff("salma", StaffRole.READER).browser());
        WHO.put("customer", town.signedIn(town.reached().getFirst()));
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    /// Of the one customer who has signed in, so that it is there.
    private static String filled(String route) {
        String account = town.reached().getFirst();
        String number = new BillNumber(Long.parseLong(town.bills(account).getLast())).toString();
        return route.replaceAll("\\{account[^/]*?}(?=/|$)", account)
                .replaceAll("\\{number:[^}]*}[^}]*}[^}]*}", number)
                .replaceAll("photos/\\{agreement:[^}]*}}/\\{day:[^}]*}}", "photos/" + PageTown.photoOf(account, town))
                .replaceAll("\\{[^/]*}", "x1");
    }

    private static Browser browser(String who) {
        return Objects.requireNonNull(WHO.get(who), who);
    }

    private static boolean mayOpen(String who, String path) {
        if (STAFF_WAY_IN.contains(path)) {
            return true;
        }
        if (path.equals("/staff")) {
            return !who.equals("nobody") && !who.equals("customer");
        }
        if (path.matches(NO_SESSION_OPENS)) {
            return false;
        }
        boolean isOfRounds = path.startsWith("/staff/round/");
        return switch (who) {
            case "agent" -> !path.equals("/staff/trail") && !path.equals("/staff/handsets") && !isOfRounds;
            case "supervisor" -> !isOfRounds;
            case "auditor" -> path.equals("/staff/trail");
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
    void aFormOfTheConsoleOpensToNobodyElse() {
        for (String who : List.of("nobody", "customer")) {
            for (String path : List.of(
                    "/staff/search",
                    "/staff/trail",
                    "/staff/anything",
                    "/staff/accounts/1",
                    "/staff/round/handset",
                    "/staff/handsets/lock",
                    "/staff/handsets/assign")) {
                HttpResponse<String> answer = browser(who).post(path);
                boolean isShownTheWayIn = answer.uri().getPath().equals("/staff/login");
                assertThat(isShownTheWayIn || answer.statusCode() == 403)
                        .as(who + " at " + path)
                        .isTrue();
            }
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
