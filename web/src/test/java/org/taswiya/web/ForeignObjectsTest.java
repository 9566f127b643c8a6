package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.receivables.ReceiptNumber;

/// Every route of customers' pages that names something, asked by a customer for what is another's and for what is not
/// there: the answers are the same. Routes are those that are served, so one that is added is asked too.
final class ForeignObjectsTest {
    /// What forms send, all of it at once.
    private static final String[] FIELDS = {
        "seen",
        "1.00",
        "choice",
        "all",
        "months",
        "3",
        "schedule",
        "2020-08-01=1.00",
        "day",
        "2020-08-01",
        "value",
        "1",
        "reason",
        "leak",
        "words",
        "x",
        "code",
        "123456",
        "address",
        "a@example.org",
        "channel",
        "email",
        "language",
        "fr",
        "wanted",
        "yes",
        "first",
        "email",
        "meant",
        "yes",
        "stay",
        "C99998"
    };

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Browser me;
    private static Named own;
    private static Named foreign;

    /// Whose objects a route is asked for.
    private record Named(
            String account, String agreement, String bill, String attempt, String request, String receipt) {
        static Named of(String account) {
            List<String> agreements =
                    town.texts("select reference from service_agreement where account = '" + account + "' order by 1");
            String bill = new BillNumber(Long.parseLong(town.bills(account).getLast())).toString();
            String request = WorkTown.of(town).requestWithFile(account);
            return new Named(account, agreements.getFirst(), bill, "CP0000000001", request, town.receiptOf(account));
        }

        static final Named MISSING = new Named(
                "0999999999",
                "C99998",
                new BillNumber(9_999_999_999L).toString(),
                "CP0009999999",
                "999999",
                new ReceiptNumber(9_999_999_999L).toString());

        /// The same behind the name of another account.
        Named under(String other) {
            return new Named(other, agreement, bill, attempt, request, receipt);
        }

        String in(String route) {
            return route.replaceAll("\\{account[^/]*?}(?=/|$)", account)
                    .replaceAll("\\{number:[^}]*}[^}]*}[^}]*}", bill)
                    .replaceAll("\\{agreement:[^}]*}}", agreement)
                    .replaceAll("\\{attempt:[^}]*}}", attempt)
                    .replaceAll("\\{receipt:[^.]*}", receipt)
                    .replace("{request:[0-9]{1,9}}", request)
                    .replace("{file:[0-9]{1,2}}", "1")
                    .replace("{kind}", "payment");
        }

        /// A page but for what is never the same twice, and for the name that it was asked by.
        String without(HttpResponse<String> page) {
            String text = Browser.withoutTokens(page.body());
            for (String name : List.of(account, agreement, bill, attempt, receipt, "/requests/" + request)) {
                text = text.replace(name, "NAME");
            }
            return page.statusCode() + " " + text;
        }
    }

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        String account = town.reached().get(0);
        String other = town.reached().get(1);
        own = Named.of(account);
        town.keepPhoto(account);
        foreign = Named.of(other);
        // the other one is paying, so that there is an attempt
        Browser payer = town.signedIn(other);
        String due = payer.get("/pay/" + other).body();
        String seen = due.replaceAll("(?s).*name=\"seen\" value=\"([^\"]+)\".*", "$1");
        payer.post("/pay/" + other, "choice", "all", "seen", seen);
        me = town.signedIn(account);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static List<String> naming() {
        List<String> routes = town.routes().stream()
                .filter(route -> route.contains("{") && !route.contains(" /staff") && !route.contains(" /manifest"))
                .toList();
        assertThat(routes).hasSizeGreaterThan(15);
        return routes;
    }

    private static HttpResponse<String> ask(String route) {
        String path = route.substring(route.indexOf(' ') + 1);
        assertThat(path).doesNotContain("{");
        if (route.startsWith("GET ")) {
            return me.get(path);
        }
        me.get("/home"); // for a token that holds
        return me.post(path, FIELDS);
    }

    @Test
    void whatIsAnothersIsAsWhatIsNotThere() {
        for (String route : naming()) {
            HttpResponse<String> answer = ask(foreign.in(route));
            assertThat(answer.statusCode()).as(route).isEqualTo(404);
            assertThat(foreign.without(answer))
                    .as(route)
                    .isEqualTo(Named.MISSING.without(ask(Named.MISSING.in(route))));
        }
    }

    /// A name of ours beside one of another's opens nothing either.
    @Test
    void anOwnAccountOpensNothingForeign() {
        for (String route : naming()) {
            if (!route.contains("{account") || !route.contains("{agreement") && !route.contains("{receipt")) {
                continue;
            }
            Named mixed = foreign.under(own.account());
            assertThat(ask(mixed.in(route)).statusCode()).as(route).isEqualTo(404);
            Named other = own.under(foreign.account());
            assertThat(ask(other.in(route)).statusCode()).as(route).isEqualTo(404);
        }
    }

    /// Nothing was written for the other one by all of that.
    @Test
    void nothingWasDoneForAnother() {
        String before = written();
        naming().forEach(route -> ask(foreign.in(route)));
        assertThat(written()).isEqualTo(before);
    }

    private static String written() {
        return String.join(" ", town.texts("""
                select concat_ws(' ', (select count(*) from dispute), (select count(*) from instalment_request),
                    (select count(*) from move_out_request), (select count(*) from card_attempt),
                    (select count(*) from message_preference), (select count(*) from contact_code),
                    (select count(*) from reading), (select count(*) from service_request),
                    (select count(*) from service_request_step), (select count(*) from request_file),
                    (select count(*) from change))"""));
    }

    /// The names are right: for their owner something opens behind each of these.
    @Test
    void whatIsOnesOwnOpens() {
        for (String route : naming().stream()
                .filter(r -> r.startsWith("GET ") && !r.contains("/paid/"))
                .toList()) {
            int status = ask(own.in(route)).statusCode();
            if (!route.endsWith("/code")) { // asked only when a code is under way
                assertThat(status).as(route).isIn(200, 409);
            }
        }
    }
}
