package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ConnectionRules;
import org.taswiya.core.connection.ConnectionRules.Item;
import org.taswiya.core.connection.ConnectionRules.Of;
import org.taswiya.core.connection.ConnectionRules.Terms;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.interest.InterestPolicy;
import org.taswiya.core.interest.InterestPolicy.RateFrom;
import org.taswiya.core.interest.InterestRules;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.connection.ApplicationAnswer;
import org.taswiya.store.connection.ApplicationConnect;
import org.taswiya.store.connection.ApplicationConnect.Supply;
import org.taswiya.store.connection.ApplicationDecisions;
import org.taswiya.store.connection.ApplicationDecisions.Applicant;
import org.taswiya.store.connection.ApplicationDecisions.Writing;
import org.taswiya.store.connection.ApplicationLapse;
import org.taswiya.store.connection.Applications;
import org.taswiya.store.connection.StoredApplication;
import org.taswiya.store.interest.InterestRun;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Reversals;

/// A household that applies for electricity in a flat and for heat, which is in the bills of electricity. It costs
/// 1,000.00 and 500.00, and 300.00 of tax.
final class ConnectionsTest {
    private static final String NUMBER = "NC0000000001";
    static final ConnectionRules RULES = new ConnectionRules(
            Map.of(),
            Map.of(
                    new Of(CustomerClass.HOUSEHOLD, "electricity"),
                    new Terms(List.of("identity", "title"), List.of(new Item("branch", Money.parse("1000"))), null),
                    new Of(CustomerClass.HOUSEHOLD, "heat"),
                    new Terms(List.of("identity"), List.of(new Item("branch", Money.parse("500"))), "electricity")),
            Map.of(),
            30,
            Decimal.parse("0.20"));

    private final OneFlat flat = new OneFlat(TestDatabases.fresh()).fill(2);

    @AfterEach
    void theBooksAgree() throws SQLException {
        assertThat(LedgerCheck.check(flat.database()).differences()).isEmpty();
        assertThat(flat.texts("select sum(amount)::text from posting")).containsAnyOf("0", null);
    }

    private static Writing on(String day) {
        return new Writing(LocalDate.parse(day), OneFlat.TODAY, OneFlat.WHY, false);
    }

    private ApplicationAnswer apply(@Nullable String account, String day, String... services) {
        Applicant who = new Applicant(
                account,
                account == null ? "Samira" : null,
                account == null ? CustomerClass.HOUSEHOLD : null,
                "L1",
                null);
        List<String> asked = List.of(services);
        Set<String> documents = asked.contains("electricity") ? Set.of("identity", "title") : Set.of("identity");
        return ApplicationDecisions.apply(flat.database(), who, asked, documents, RULES, on(day));
    }

    private void agreed() {
        apply(OneFlat.account(1), "2020-02-03", "electricity", "heat");
        ApplicationDecisions.quote(flat.database(), NUMBER, RULES, WorkingDays.ALL, on("2020-02-04"));
        ApplicationDecisions.agree(flat.database(), NUMBER, null, on("2020-02-05"));
        assertThat(state()).isEqualTo(ApplicationState.AGREED);
    }

    private StoredApplication application() {
        return Applications.of(flat.database(), NUMBER).orElseThrow();
    }

    private ApplicationState state() {
        return application().state();
    }

    private static String told(ApplicationAnswer answer) {
        return switch (answer) {
            case ApplicationAnswer.Done(var application) -> application.state().code();
            case ApplicationAnswer.Refused(var reason, var found) -> {
                assertThat(found).isNotBlank();
                yield reason.code();
            }
        };
    }

    private List<String> items() throws SQLException {
        return flat.texts("select concat_ws(' ', kind, number, open) from open_item");
    }

    private List<String> credits() throws SQLException {
        return flat.texts("select concat_ws(' ', kind, open) from open_credit");
    }

    private Money in(String account) throws SQLException {
        String sql = "select coalesce(sum(p.amount), 0)::text from posting p join ledger_account a on a.id = p.account"
                + " where a.name = '" + account + "'";
        return Money.ofMinor(Long.parseLong(flat.texts(sql).getFirst()));
    }

    @Test
    void whatIsPaidIsFoundFromTheItem() throws SQLException {
        agreed();
        assertThat(items()).containsExactly("connection " + NUMBER + " 180000");
        assertThat(in("revenue:connection:electricity")).isEqualTo(Money.parse("-1000.00"));
        assertThat(in("revenue:connection:heat")).isEqualTo(Money.parse("-500.00"));
        assertThat(in("liabilities:tax:VAT")).isEqualTo(Money.parse("-300.00"));
        flat.pay(1, "1799.99", "2020-02-10");
        assertThat(state()).isEqualTo(ApplicationState.AGREED);
        flat.pay(1, "0.01", "2020-02-12");
        assertThat(state()).isEqualTo(ApplicationState.PAID);
        assertThat(application().since()).isEqualTo(LocalDate.of(2020, 2, 12));
        assertThat(told(ApplicationDecisions.order(flat.database(), NUMBER, on("2020-02-11"))))
                .isEqualTo("before-last-step");
    }

    @Test
    void aChequeThatBouncesUndoesIt() throws SQLException {
        agreed();
        Receipt cheque = flat.pay(1, "1800.00", "2020-02-10");
        assertThat(state()).isEqualTo(ApplicationState.PAID);
        Reversals.reverse(
                flat.database(), cheque.number(), LocalDate.of(2020, 2, 14), OneFlat.TODAY, OneFlat.WHY, false);
        assertThat(state()).isEqualTo(ApplicationState.AGREED);
        assertThat(items()).containsExactly("connection " + NUMBER + " 180000");
        assertThat(told(ApplicationDecisions.order(flat.database(), NUMBER, on("2020-02-15"))))
                .isEqualTo("not-paid");
    }

    /// What was paid, a part or all, is the customer's again; revenue and tax are as if nothing had been.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            nothing, , withdrawn
            aPart, 800.00, withdrawn
            all, 1800.00, withdrawn
            aPart, 800.00, refused
            all, 1800.00, refused
            """)
    void whoeverEndsItBeforeTheWorksOwesNothing(String trap, @Nullable String paid, String end) throws SQLException {
        agreed();
        if (paid != null) {
            flat.pay(1, paid, "2020-02-10");
        }
        assertThat(told(
                        end.equals("refused")
                                ? ApplicationDecisions.refuse(flat.database(), NUMBER, on("2020-02-12"))
                                : ApplicationDecisions.withdraw(flat.database(), NUMBER, on("2020-02-12"))))
                .as(trap)
                .isEqualTo(end);
        assertThat(items()).isEmpty();
        assertThat(credits())
                .containsExactlyElementsOf(
                        paid == null
                                ? List.of()
                                : List.of("payment " + Money.parse(paid).minorUnits()));
        assertThat(in("revenue:connection:electricity")).isEqualTo(Money.ZERO);
        assertThat(in("liabilities:tax:VAT")).isEqualTo(Money.ZERO);
        String books = BooksDigest.of(flat.database());
        assertThat(told(ApplicationDecisions.withdraw(flat.database(), NUMBER, on("2020-02-13"))))
                .isEqualTo("application-over");
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
    }

    @Test
    void worksThatAreOrderedCostWhatTheyCost() throws SQLException {
        agreed();
        flat.pay(1, "1800.00", "2020-02-10");
        ApplicationDecisions.order(flat.database(), NUMBER, on("2020-02-11"));
        assertThat(told(ApplicationDecisions.refuse(flat.database(), NUMBER, on("2020-02-12"))))
                .isEqualTo("works-ordered");
        assertThat(told(ApplicationDecisions.withdraw(flat.database(), NUMBER, on("2020-02-12"))))
                .isEqualTo("withdrawn");
        assertThat(credits()).isEmpty();
        assertThat(in("revenue:connection:heat")).isEqualTo(Money.parse("-500.00"));
    }

    @Test
    void aQuoteLapsesWhetherItWasAgreedToOrNot() throws SQLException {
        agreed();
        assertThat(lapsed("2020-03-05")).as("its last day").isEmpty();
        assertThat(lapsed("2020-03-06")).containsExactly(NUMBER);
        assertThat(items()).isEmpty();
        assertThat(lapsed("2020-03-06")).isEmpty();
        assertThat(told(apply(OneFlat.account(1), "2020-03-07", "electricity"))).isEqualTo("accepted");
        ApplicationDecisions.quote(flat.database(), "NC0000000002", RULES, WorkingDays.ALL, on("2020-03-07"));
        assertThat(told(ApplicationDecisions.agree(flat.database(), "NC0000000002", null, on("2020-04-07"))))
                .isEqualTo("quote-expired");
        assertThat(lapsed("2020-04-07")).containsExactly("NC0000000002");
    }

    @Test
    void whatIsPaidLateButBeforeItLapsedCounts() {
        agreed();
        flat.pay(1, "1800.00", "2020-03-20");
        assertThat(lapsed("2020-03-21")).isEmpty();
        assertThat(told(ApplicationDecisions.order(flat.database(), NUMBER, on("2020-03-21"))))
                .isEqualTo("works-ordered");
    }

    private List<String> lapsed(String day) {
        return ApplicationLapse.lapse(flat.database(), on(day)).stream()
                .map(StoredApplication::number)
                .toList();
    }

    /// Heat has no agreement of its own; electricity's begins in the same transaction.
    @Test
    void allServicesAreConnectedWithTheAgreement() throws SQLException {
        agreed();
        flat.pay(1, "1800.00", "2020-02-10");
        ApplicationDecisions.order(flat.database(), NUMBER, on("2020-02-11"));
        String books = BooksDigest.of(flat.database());
        Supply unknown = new Supply("U1", "casablanca/nothing", 1, null);
        assertThat(told(ApplicationConnect.connect(flat.database(), NUMBER, unknown, flat.move("2020-02-15", 1_000L))))
                .isEqualTo("agreement-refused");
        assertThat(told(ApplicationConnect.connect(flat.database(), NUMBER, null, flat.move("2020-02-15", null))))
                .isEqualTo("other-service");
        assertThat(BooksDigest.of(flat.database())).as("all or nothing").isEqualTo(books);
        Supply supply = new Supply("U1", OneFlat.TARIFF, 1, null);
        assertThat(told(ApplicationConnect.connect(flat.database(), NUMBER, supply, flat.move("2020-02-15", 1_000L))))
                .isEqualTo("connected");
        assertThat(application().services())
                .extracting(StoredApplication.Service::agreement)
                .containsExactly("C00001", null);
        flat.read("2020-03-01", 1_100);
        flat.bill("2020-03-01");
        assertThat(flat.texts("select concat_ws(' ', agreement, from_day, to_day) from bill b"
                        + " join bill_segment s on s.bill = b.serial"))
                .containsExactly("C00001 2020-02-15 2020-03-01");
    }

    /// The flat has electricity already, so that nothing begins with heat.
    @Test
    void whatIsBilledWithAnotherNeedsNoPoint() {
        flat.moveIn(1, "2020-02-01", 1_000L);
        assertThat(told(apply(OneFlat.account(1), "2020-02-03", "heat"))).isEqualTo("accepted");
        ApplicationDecisions.quote(flat.database(), NUMBER, RULES, WorkingDays.ALL, on("2020-02-04"));
        ApplicationDecisions.agree(flat.database(), NUMBER, null, on("2020-02-05"));
        flat.pay(1, "600.00", "2020-02-10");
        ApplicationDecisions.order(flat.database(), NUMBER, on("2020-02-11"));
        assertThat(told(ApplicationConnect.connect(flat.database(), NUMBER, null, flat.move("2020-02-15", null))))
                .isEqualTo("connected");
        assertThat(application().services())
                .containsExactly(new StoredApplication.Service("heat", "electricity", null, LocalDate.of(2020, 2, 15)));
    }

    /// 1,800.00 at 10 % cost 0.49 a day. Due on 6 March; unpaid it would lapse, so that no day of it costs anything.
    @Test
    void interestBeginsWithTheWorks() {
        agreed();
        assertThat(interest()).isEmpty();
        Receipt cheque = flat.pay(1, "1800.00", "2020-03-10");
        ApplicationDecisions.order(flat.database(), NUMBER, on("2020-03-11"));
        Reversals.reverse(
                flat.database(), cheque.number(), LocalDate.of(2020, 3, 20), OneFlat.TODAY, OneFlat.WHY, false);
        assertThat(interest()).containsExactly("connection " + NUMBER);
    }

    private List<String> interest() {
        InterestRules rules = new InterestRules(Map.of(
                CustomerClass.HOUSEHOLD,
                new InterestPolicy(
                        List.of(new RateFrom(LocalDate.of(2020, 1, 1), Decimal.parse("0.10"))),
                        0,
                        Money.parse("0.10"),
                        18)));
        List<String> charged = new ArrayList<>();
        InterestRun.charge(
                flat.database(),
                rules,
                YearMonth.of(2020, 3),
                LocalDate.of(2020, 4, 2),
                OneFlat.WHY,
                true,
                one -> charged.add(one.item().toString()));
        return charged;
    }

    /// The second of two who take the same step at once finds it taken.
    @Test
    void ofTwoAtOnceOneIsRefused() throws Exception {
        agreed();
        flat.pay(1, "1800.00", "2020-02-10");
        List<Callable<String>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            both.add(() -> told(ApplicationDecisions.order(flat.database(), NUMBER, on("2020-02-11"))));
        }
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (var future : threads.invokeAll(both)) {
                answers.add(future.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder("works-ordered", "done-already");
        assertThat(flat.texts("select step from connection_step where step = 'order'"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            unknownAccount, 0000000009, 2020-02-03, heat,        unknown-account
            toCome,         0000000001, 2021-01-01, heat,        day-to-come
            underWay,       0000000002, 2020-02-03, electricity, applied-already
            notOffered,     0000000002, 2020-02-03, gas,         not-offered
            """)
    void nothingIsApplied(String trap, String account, String day, String service, String reason) {
        apply(OneFlat.account(1), "2020-02-03", "electricity");
        String books = BooksDigest.of(flat.database());
        assertThat(told(apply(account, day, service))).as(trap).isEqualTo(reason);
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
    }

    /// The database itself keeps the order of steps, and what is owed from standing without its entry.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            skipped   | insert into connection_step values (1, 5, 'order', 'works-ordered', '2020-02-10', 1)
            before    | insert into connection_step values (1, 4, 'order', 'works-ordered', '2020-02-01', 1)
            twice     | insert into connection_step values (1, 4, 'quote', 'quoted', '2020-02-10', 1)
            edited    | update connection_step set taken_on = '2020-02-01'
            removed   | delete from connection_document
            notBooked | insert into connection_charge_taken_back values (1, '2020-02-10', 99, 1)
            anybody   | insert into connection_document values (1, 1, 'decision', true)
            """)
    void theDatabaseRefuses(String trap, String sql) {
        agreed();
        assertThatThrownBy(() -> run(sql)).as(trap).isInstanceOf(SQLException.class);
    }

    @Test
    void nothingFollowsTheEndInTheDatabase() throws SQLException {
        agreed();
        ApplicationDecisions.withdraw(flat.database(), NUMBER, on("2020-02-12"));
        assertThatThrownBy(() ->
                        run("insert into connection_step values (1, 5, 'order', 'works-ordered', '2020-02-13', 1)"))
                .isInstanceOf(SQLException.class);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = flat.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
