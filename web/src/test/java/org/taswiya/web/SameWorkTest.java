package org.taswiya.web;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.store.staff.StaffRole;

/// Nobody learns from how soon an answer comes what of a look-up was right. No time is compared, which a busy machine
/// would spoil: what is counted is the work, what is held up shows what is asked for, and a refusal is never sooner
/// than it says.
final class SameWorkTest {
    private static final String WORDS = "four words of nobody else";
    private static final String NOBODY = "0999999999";

    @TempDir
    private static Path folder;

    private static PageTown town;
    private static String known;
    private static String withPassword;

    @BeforeAll
    static void served() {
        town = PageTown.play(folder.resolve("home"));
        town.staff("amina", StaffRole.AGENT);
        known = town.reached().get(0);
        withPassword = town.reached().get(1);
        Browser owner = town.signedIn(withPassword);
        String page = "/preferences/" + withPassword + "/password";
        owner.get(page);
        owner.post(page + "/code");
        String code = town.code(withPassword);
        assertThat(owner.post(page, "password", WORDS, "again", WORDS, "code", code)
                        .uri()
                        .getQuery())
                .isEqualTo("saved=password");
    }

    @AfterAll
    static void closed() {
        town.close();
    }

    private static long hashed() {
        return town.server()
                .metrics()
                .text()
                .lines()
                .filter(line -> line.startsWith("taswiya_passwords_hashed_total "))
                .map(line -> line.replaceAll(".* |\\.0$", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    /// What it took, of passwords hashed and of time; and the page, but for what was typed.
    private record Told(String page, long hashes, Duration took) {
        static Told of(Supplier<HttpResponse<String>> asked) {
            long before = SameWorkTest.hashed();
            Instant begun = Instant.now();
            HttpResponse<String> page = asked.get();
            Duration took = Duration.between(begun, Instant.now());
            assertThat(page.statusCode()).isEqualTo(422);
            String text = Browser.withoutTokens(page.body()).replaceAll("value=\"[^\"]*\"", "");
            return new Told(text, SameWorkTest.hashed() - before, took);
        }
    }

    private static Told triedPassword(String account) {
        Browser browser = town.browser();
        browser.get("/login/password");
        return Told.of(() -> browser.post("/login/password", "account", account, "password", "some other words"));
    }

    @Test
    void aPasswordIsHashedOnceForWhomeverItIsTried() {
        List<Told> told = Stream.of(NOBODY, known, withPassword)
                .map(SameWorkTest::triedPassword)
                .toList();
        assertThat(told)
                .allSatisfy(
                        one -> assertThat(one.page()).isEqualTo(told.getFirst().page()))
                .allSatisfy(one -> assertThat(one.hashes()).isOne())
                .allSatisfy(one -> assertThat(one.took()).isGreaterThanOrEqualTo(Duration.ofMillis(500)));
    }

    @Test
    void aPasswordOfStaffIsHashedOnceForWhomeverItIsTried() {
        List<Told> told = Stream.of("nobody", "amina")
                .map(name -> {
                    Browser browser = town.browser();
                    browser.get("/staff/login");
                    return Told.of(
                            () -> browser.post("/staff/login", "name", name, "password", "wrong", "code", "000000"));
                })
                .toList();
        assertThat(told)
                .allSatisfy(
                        one -> assertThat(one.page()).isEqualTo(told.getFirst().page()))
                .allSatisfy(one -> assertThat(one.hashes()).isOne());
    }

    @Test
    void aWrongCodeIsRefusedNoSoonerForAnybody() {
        int before = town.codesSent();
        for (String account : List.of(NOBODY, known)) {
            Browser browser = town.browser();
            browser.get("/login");
            browser.post("/login", "account", account);
            if (account.equals(known)) {
                town.awaitCode(before);
            }
            Told told = Told.of(() -> browser.post("/login/code", "code", "000000"));
            assertThat(told.took()).as(account).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        }
    }

    /// Nobody waits for a code to be written, so nobody learns whether one is.
    @Test
    void whoAsksForACodeIsAnsweredBeforeItIsSent() throws SQLException {
        Browser browser = town.browser();
        browser.get("/login");
        int before = town.codesSent();
        try (Connection held = held("sign_in_code")) {
            CompletableFuture<HttpResponse<String>> answer =
                    supplyAsync(() -> browser.post("/login", "account", known)).orTimeout(20, TimeUnit.SECONDS);
            assertThat(answer.join().uri().getPath()).isEqualTo("/login/code");
            held.rollback();
        }
        town.awaitCode(before);
        assertThat(town.codesSent()).isEqualTo(before + 1);
    }

    /// All of them come to where passwords are kept, none is told sooner that there is no such account.
    @Test
    void aPasswordIsLookedForWhetherThereIsAnAccountOrNot() throws SQLException {
        List<String> accounts = List.of(NOBODY, known, withPassword);
        assertThat(heldUp(
                        "account_password",
                        accounts.stream()
                                .<Supplier<HttpResponse<String>>>map(account -> {
                                    Browser browser = town.browser();
                                    browser.get("/login/password");
                                    return () ->
                                            browser.post("/login/password", "account", account, "password", "wrong");
                                })
                                .toList()))
                .containsExactly(422, 422, 422);
    }

    /// Whichever of the two is wrong: the bill is looked for, by its number alone.
    @Test
    void aGuestsBillIsLookedForWhicheverIsWrong() throws SQLException {
        String bill = new BillNumber(Long.parseLong(town.bills(known).getLast())).toString();
        String missing = new BillNumber(9_999_999_999L).toString();
        List<List<String>> pairs = List.of(
                List.of(known, missing), List.of(withPassword, bill), List.of(NOBODY, bill), List.of(NOBODY, missing));
        assertThat(heldUp(
                        "bill",
                        pairs.stream()
                                .<Supplier<HttpResponse<String>>>map(pair -> {
                                    Browser browser = town.browser();
                                    browser.get("/guest");
                                    return () ->
                                            browser.post("/guest", "account", pair.getFirst(), "bill", pair.getLast());
                                })
                                .toList()))
                .containsExactly(404, 404, 404, 404);
    }

    private static Connection held(String table) throws SQLException {
        Connection connection = town.database().connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
        return connection;
    }

    /// Lets a table be read once all who ask wait for it.
    ///
    /// @return what they are answered
    private static List<Integer> heldUp(String table, List<Supplier<HttpResponse<String>>> asked) throws SQLException {
        List<CompletableFuture<HttpResponse<String>>> answers;
        try (Connection held = held(table)) {
            answers = asked.stream()
                    .map(one -> supplyAsync(one, Thread::startVirtualThread))
                    .toList();
            assertThat(awaitWaiting(table, asked.size()))
                    .as("who wait for " + table)
                    .isEqualTo(asked.size());
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            held.rollback();
        }
        return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    private static int awaitWaiting(String table, int most) {
        String sql = "select count(*)::text from pg_locks where not granted and relation = '" + table + "'::regclass";
        Instant end = Instant.now().plusSeconds(20);
        int waiting = 0;
        while (waiting < most && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            waiting = Integer.parseInt(town.texts(sql).getFirst());
        }
        return waiting;
    }
}
