package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;

/// A row that is rejected as `other-value` says what differs, in words that a person sent to look can use.
final class DifferencesTest {
    private static final LocalDate DAY = LocalDate.of(2020, 3, 20);

    @Test
    void onlyWhatDiffersIsTold() {
        assertThat(Differences.words(
                        new Premise("L1", "2, rue Atlas", "Maarif"), new Premise("L1", "1, rue Atlas", "Maarif")))
                .isEqualTo("address: found 2, rue Atlas, the books have 1, rue Atlas");
        assertThat(Differences.words(
                        new MeterExchange(DAY, Decimal.of(3_200), Decimal.ONE),
                        new MeterExchange(DAY, Decimal.of(3_210), Decimal.ZERO)))
                .isEqualTo("removed: found 3200, the books have 3210; installed: found 1, the books have 0");
    }

    @Test
    void partsAreToldPartByPart() {
        assertThat(Differences.words(meter(5, DAY), meter(6, null)))
                .isEqualTo("digits: found 5, the books have 6; removedAt: found 2020-03-20, the books have nothing");
        assertThat(Differences.words(meter(5, DAY), meter(5, DAY))).isEqualTo("the books have another one");
    }

    private static Meter meter(int digits, @Nullable LocalDate removedAt) {
        Register register = new Register(digits, 0, Decimal.ONE, Unit.KILOWATT_HOUR);
        return new Meter("M1", "E1", register, LocalDate.of(2018, 1, 1), Decimal.ZERO, removedAt);
    }
}
