package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.KnownRegister;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.validation.KnownRegisters;

/// What validation is told of a register is what the books know of it.
final class KnownRegistersTest {
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

    @Test
    void everythingThatTheBooksKnow() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(30, 6).fill(database);
        ReadingCorrections.add(
                database,
                "E2",
                new ActualReading(JUNE, Decimal.of(77_777), "photo"),
                new Change(Instant.parse("2020-06-03T08:00:00Z"), "Salma", "misread"));
        Map<String, KnownRegister> known = known(database, List.of("E2", "E13", "E19", "E26", "W2", "E29", "nobody"));
        assertThat(known).containsOnlyKeys("E2", "E13", "E19", "E26", "W2", "E29");

        KnownRegister plain = Objects.requireNonNull(known.get("E2"));
        assertThat(plain.register()).isEqualTo(new Register(5, 0, Decimal.ONE, Unit.KILOWATT_HOUR));
        assertThat(plain.installedAt()).isEqualTo(SampleUtility.START);
        assertThat(plain.removedAt()).isNull();
        assertThat(plain.readings()).hasSize(27); // thirty months, three of them unread
        assertThat(plain.readings().getLast().value()).as("the correction").isEqualTo(Decimal.of(77_777));
        assertThat(plain.inactive()).isEmpty();

        assertThat(Objects.requireNonNull(known.get("E19")).exchanges())
                .singleElement()
                .extracting(MeterExchange::at)
                .isEqualTo(LocalDate.of(2020, 4, 12));
        assertThat(Objects.requireNonNull(known.get("E13")).inactive())
                .containsExactly(DateRange.of(LocalDate.of(2020, 3, 10), LocalDate.of(2020, 6, 20)));
        assertThat(Objects.requireNonNull(known.get("E26")).inactive())
                .containsExactly(DateRange.of(LocalDate.of(2020, 3, 10), FOREVER));
        assertThat(Objects.requireNonNull(known.get("W2")).register().unit()).isEqualTo(Unit.CUBIC_METRE);
        assertThat(Objects.requireNonNull(known.get("E29")).readings()).hasSizeLessThan(5);
    }

    @Test
    void olderReadingsAreLeft() throws SQLException {
        Database database = TestDatabases.fresh();
        new SampleUtility(2, 6).fill(database);
        try (Connection connection = database.connect()) {
            KnownRegister known = Objects.requireNonNull(
                    KnownRegisters.of(connection, List.of("E1"), JUNE).get("E1"));
            assertThat(known.readings()).extracting(Reading::at).containsExactly(JUNE);
        }
    }

    private static Map<String, KnownRegister> known(Database database, List<String> points) throws SQLException {
        try (Connection connection = database.connect()) {
            return KnownRegisters.of(connection, points, SampleUtility.START);
        }
    }
}
