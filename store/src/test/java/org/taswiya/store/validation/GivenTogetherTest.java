package org.taswiya.store.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Reading.CustomerReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.population.PopulationWriter;
import org.taswiya.store.validation.OwnReading.Answer;

/// Who gives a reading while others do gets the answer that they would have had alone.
final class GivenTogetherTest {
    private static final int METERS = 60;
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    private final Database database = TestDatabases.fresh();
    private final GivenTogether together = new GivenTogether(database, ReadingChecks.NONE);

    @BeforeEach
    void everyMeterShowsAThousand() {
        try (PopulationWriter writer = PopulationWriter.open(database, why("start"))) {
            for (int i = 1; i <= METERS; i++) {
                String account = "%010d".formatted(i);
                writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.FR));
                writer.add(new CustomerAccount(account, "P" + i));
                writer.add(new Premise("L" + i, i + ", rue Atlas", "Maarif"));
                writer.add(new UsagePoint("U" + i, "L" + i, "water"));
                writer.add(
                        new ServiceAgreement(
                                "C%05d".formatted(i), account, "U" + i, "casablanca/water", 1, START, null),
                        START);
                writer.add(
                        new Meter("M" + i, "U" + i, Register.simple(Unit.CUBIC_METRE), START, Decimal.of(900), null));
                writer.add("U" + i, new ActualReading(LocalDate.of(2020, 3, 1), Decimal.of(1_000), "round"));
            }
            writer.commit();
        }
    }

    private static Change why(String reason) {
        return new Change(Instant.parse("2020-06-01T08:00:00Z"), "test", reason);
    }

    private static OwnReading given(int meter, String value) {
        return new OwnReading(
                "U" + meter,
                new CustomerReading(TODAY, Decimal.parse(value), "online agency"),
                false,
                why("own reading of " + meter));
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Future<Answer>> all(List<OwnReading> readings) {
        try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
            return readings.stream()
                    .map(given -> customers.submit(() -> together.give(given)))
                    .toList();
        }
    }

    @Test
    void eachIsTakenOnceWithAChangeOfItsOwn() throws SQLException, ExecutionException, InterruptedException {
        List<OwnReading> readings = new ArrayList<>();
        for (int i = 1; i <= METERS; i++) {
            readings.add(given(i, String.valueOf(1_000 + i)));
        }
        for (Future<Answer> answer : all(readings)) {
            assertThat(answer.get()).isEqualTo(new Answer.Taken());
        }
        assertThat(texts("select r.usage_point from reading r join change c on c.id = r.change"
                        + " where r.kind = 'customer' and r.value = 1000 + substr(r.usage_point, 2)::integer"
                        + " and c.reason = 'own reading of ' || substr(r.usage_point, 2)"))
                .hasSize(METERS);
        assertThat(texts("select id::text from change c where reason like 'own%'"
                        + " and (select count(*) from reading r where r.change = c.id) <> 1"))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithOneIsToldToOne() throws SQLException, ExecutionException, InterruptedException {
        List<Future<Answer>> answers =
                all(List.of(given(1, "1010"), given(2, "990"), given(3, "0.001"), given(999, "5"), given(4, "1020")));
        assertThat(answers.get(0).get()).isEqualTo(new Answer.Taken());
        assertThat(answers.get(1).get()).isInstanceOf(Answer.Unlikely.class);
        assertThat(answers.get(2).get()).isInstanceOf(Answer.Impossible.class);
        assertThat(answers.get(3).get()).isEqualTo(new Answer.NoMeter());
        assertThat(answers.get(4).get()).isEqualTo(new Answer.Taken());
        assertThat(texts("select usage_point from reading where kind = 'customer' order by 1"))
                .containsExactly("U1", "U4");
    }

    /// Two devices in one household: both are answered, and of the day the later one counts.
    @Test
    void twoOfOneMeterFollowEachOther() throws SQLException, ExecutionException, InterruptedException {
        for (Future<Answer> answer : all(List.of(given(1, "1010"), given(1, "1011"), given(1, "1010")))) {
            assertThat(answer.get()).isEqualTo(new Answer.Taken());
        }
        assertThat(texts("select revision::text from reading where kind = 'customer' order by revision"))
                .hasSizeBetween(2, 3)
                .startsWith("1", "2");
    }

    @Test
    void oneThatCannotBeWrittenKeepsNobodyOut() throws SQLException, ExecutionException, InterruptedException {
        execute("create function refuse_u2() returns trigger language plpgsql as"
                + " $$ begin raise exception 'not this one'; end $$");
        execute("create trigger refuse_u2 before insert on reading for each row when (new.usage_point = 'U2')"
                + " execute function refuse_u2()");
        List<Future<Answer>> answers = all(List.of(given(1, "1010"), given(2, "1010"), given(3, "1010")));
        assertThat(answers.get(0).get()).isEqualTo(new Answer.Taken());
        assertThatThrownBy(() -> answers.get(1).get())
                .hasCauseInstanceOf(DatabaseException.class)
                .hasMessageContaining("not this one");
        assertThat(answers.get(2).get()).isEqualTo(new Answer.Taken());
        assertThat(texts("select usage_point from reading where kind = 'customer' order by 1"))
                .containsExactly("U1", "U3");
    }

    /// Alone or with others, the books come to the same.
    @Test
    void togetherIsAsOneByOne() throws SQLException, ExecutionException, InterruptedException {
        List<OwnReading> readings = new ArrayList<>();
        for (int i = 1; i <= METERS; i++) {
            readings.add(given(i, String.valueOf(985 + i * 3)));
        }
        List<Answer> together = new ArrayList<>();
        for (Future<Answer> answer : all(readings)) {
            together.add(answer.get());
        }
        String rows = "select usage_point || value || revision from reading where kind = 'customer' order by 1";
        GivenTogetherTest second = new GivenTogetherTest();
        second.everyMeterShowsAThousand();
        List<Answer> oneByOne = new ArrayList<>();
        for (OwnReading given : readings) {
            oneByOne.add(second.together.give(given));
        }
        assertThat(together).isEqualTo(oneByOne);
        assertThat(texts(rows)).isEqualTo(second.texts(rows));
    }
}
