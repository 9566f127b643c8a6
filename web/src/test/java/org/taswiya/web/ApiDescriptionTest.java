package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.DescribedApi.Op;
import org.taswiya.web.Program.Answer;

/// The description, laid beside what the running server answers, operation by operation.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ApiDescriptionTest {
    @TempDir
    private static Path folder;

    private static PageTown town;
    private static Program program;
    private static DescribedApi api;
    private static Map<String, String> places;
    private static int name;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        program = Program.with(town, ApiScope.values());
        api = new DescribedApi(Program.stranger(town).get("/openapi.json").text());
        places = DescribedApi.places(town);
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static Answer ask(Program who, Op op, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (op.has("Idempotency-Key")) {
            all.addAll(List.of("Idempotency-Key", "n" + name++));
        }
        String body = null;
        if (op.body() != null) {
            body = DescribedApi.body(op, places);
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return who.send(op.method(), path, body, all.toArray(String[]::new));
    }

    private static Answer send(Op op, String path, String body, String type) {
        return program.send(op.method(), path, body, "Content-Type", type, "Idempotency-Key", "x");
    }

    @Test
    void itIsOfVersionThreeOneAndEveryOperationHasAName() {
        Answer answer = program.get("/openapi.json");
        assertThat(answer.at("/openapi")).isEqualTo("3.1.0");
        assertThat(answer.at("/servers/0/url")).isEqualTo("/api/v1");
        assertThat(api.operations()).hasSizeGreaterThan(14).extracting(Op::id).doesNotHaveDuplicates();
    }

    /// Laid beside the answer of another operation it is not as described: so the test would tell.
    @Test
    void anotherAnswerIsNotAsDescribed() {
        Op account = op("getAccount");
        assertThat(api.fault(account, program.get("/accounts?limit=1"))).isNotEmpty();
        assertThat(api.fault(account, program.get("/accounts/" + places.get("account"))))
                .isEmpty();
    }

    private static Op op(String id) {
        return api.operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The pages' routes are the framework's; below `/api` there is none but the servlet of the operations.
    @Test
    void nothingElseIsServedThere() {
        assertThat(town.routes()).isNotEmpty().noneMatch(route -> route.contains(" /api"));
    }

    /// First, while nothing stands in the way of what is written.
    @Test
    @Order(1)
    void everyOperationAnswersAsItIsDescribed() {
        for (Op op : api.operations()) {
            Answer answer = ask(program, op, DescribedApi.filled(op, places));
            assertThat(answer.status()).as(op.id() + ": " + answer.text()).isBetween(200, 299);
            assertThat(api.fault(op, answer)).as(op.id()).isEmpty();
        }
    }

    @Test
    void everyPageOfEveryListIsAsDescribed() {
        for (Op op : api.operations()) {
            if (op.has("cursor")) {
                String path = DescribedApi.filled(op, places) + "?limit=1";
                String next = "";
                for (int i = 0; i < 3; i++) {
                    Answer answer = program.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
                    assertThat(api.fault(op, answer)).as(op.id()).isEmpty();
                    next = answer.at("/next");
                }
            }
        }
    }

    /// Of both bases, and of all that the town has billed.
    @Test
    void everyBillIsAsDescribed() {
        Op op = op("getBill");
        for (String account : town.texts("select distinct account from bill order by 1 limit 4")) {
            for (String serial : town.bills(account)) {
                String number = new BillNumber(Long.parseLong(serial)).toString();
                String path = DescribedApi.filled(op, Map.of("bill", number));
                assertThat(api.fault(op, program.get(path))).as(serial).isEmpty();
            }
        }
    }

    @Test
    void everyRefusalIsDescribed() {
        Program stranger = Program.stranger(town);
        Program poor = Program.with(town, null, 100_000, ApiScope.READ);
        Program other = Program.with(town, null, 100_000, ApiScope.READINGS, ApiScope.DISPUTES, ApiScope.PREFERENCES);
        for (Op op : api.operations()) {
            String path = DescribedApi.filled(op, places);
            List<Answer> answers = new ArrayList<>();
            answers.add(ask(stranger, op, path));
            answers.add(ask(poor, op, path));
            answers.add(ask(other, op, path));
            answers.add(ask(program, op, path, "Accept", "text/html"));
            answers.add(ask(program, op, path + "?nothing=1"));
            answers.add(ask(program, op, path.replaceAll("[0-9]{10}[A-Z]{2}", "0000000001ZZ")));
            if (op.body() != null) {
                for (String body : List.of("{", "{}", "[1]", "x".repeat(200_000))) {
                    answers.add(send(op, path, body, "application/json"));
                }
                answers.add(send(op, path, "{}", "text/plain"));
            }
            for (Answer answer : answers) {
                assertThat(api.fault(op, answer)).as(op.id()).isEmpty();
            }
        }
    }

    /// Who may what, generated: each operation by each scope alone, on what is the key's own, another's, and nobody's.
    @Test
    void aScopeOpensItsOwnOperationsOfItsOwnAccountsAndNoOthers() {
        String account = Objects.requireNonNull(places.get("account"));
        places = DescribedApi.places(town, account); // what the other tests have done is done
        String foreign = town.texts("select reference from customer_account k where k.customer <> (select customer from"
                        + " customer_account where reference = '" + account + "') and exists (select from payment p"
                        + " where p.account = k.reference) and exists (select from service_agreement a where a.account"
                        + " = k.reference and a.to_day is null) order by 1 limit 1")
                .getFirst();
        Map<String, String> theirs = DescribedApi.places(town, foreign);
        TreeSet<String> tried = new TreeSet<>();
        for (ApiScope scope : ApiScope.values()) {
            boolean isOfStaff = scope.isOfStaff(); // whose keys open what staff see: all that is there
            Program limited = Program.with(town, isOfStaff ? null : account, 100_000, scope);
            for (Op op : api.operations()) {
                boolean isAllowed = op.isOpen() || op.scope().equals(scope.code());
                Answer own = ask(limited, op, DescribedApi.filled(op, places));
                String said = scope + " " + op.id() + ": " + own.text();
                if (!isAllowed) {
                    assertThat(own.problem()).as(said).isEqualTo("403 scope-missing");
                } else {
                    assertThat(own.status()).as(said).isNotIn(401, 403, 404).isLessThan(500);
                }
                if (op.path().contains("{")) {
                    Map<String, String> closed = isOfStaff && isAllowed ? nobodys(op) : theirs;
                    Answer other = ask(limited, op, DescribedApi.filled(op, closed));
                    assertThat(other.problem())
                            .as(scope + " " + op.id())
                            .isEqualTo(isAllowed ? "404 not-found" : "403 scope-missing");
                }
                if (isAllowed && !isOfStaff) {
                    requireEachPartIsAskedFor(limited, op, theirs);
                }
                tried.add(op.id());
            }
        }
        assertThat(tried).hasSameSizeAs(api.operations());
    }

    /// What a path may name and the books do not have.
    private static Map<String, String> nobodys(Op op) {
        Map<String, String> nobodys = new TreeMap<>();
        op.params()
                .forEach(param -> nobodys.put(
                        param.name(),
                        switch (param.name()) {
                            case "account" -> "0999999999";
                            case "agreement" -> "C9999999";
                            case "bill" -> "0000000001ZZ";
                            case "list" -> "nothing";
                            case "adjustment" -> "AJ9999999999";
                            default -> "99999999";
                        }));
        return nobodys;
    }

    /// What is another's is not there below what is one's own either.
    private static void requireEachPartIsAskedFor(Program limited, Op op, Map<String, String> theirs) {
        for (Map.Entry<String, String> foreign : theirs.entrySet()) {
            if (op.path().contains("{" + foreign.getKey() + "}")
                    && !foreign.getValue().equals(places.get(foreign.getKey()))) {
                Map<String, String> mixed = new TreeMap<>(places);
                mixed.put(foreign.getKey(), foreign.getValue());
                mixed.remove(op.method() + " " + foreign.getKey());
                Answer answer = ask(limited, op, DescribedApi.filled(op, mixed));
                assertThat(answer.problem())
                        .as(op.id() + " of another's " + foreign.getKey())
                        .isEqualTo("404 not-found");
            }
        }
    }

    /// In bulk too another's is not there.
    @Test
    void anothersMeterIsUnknownInBulk() {
        Program limited = Program.with(town, places.get("account"), 100_000, ApiScope.READINGS);
        String foreign = town.texts("select a.reference from service_agreement a join customer_account k on k.reference"
                        + " = a.account where a.to_day is null and k.customer <> (select customer from customer_account"
                        + " where reference = '" + places.get("account") + "') order by 1 limit 1")
                .getFirst();
        String body = "{\"readings\":[{\"agreement\":\"" + foreign + "\",\"value\":\"1\",\"meant\":true}]}";
        Answer answer = limited.post("/readings", body, "b");
        assertThat(answer.at("/readings/0/outcome")).isEqualTo("unknown-agreement");
    }
}
