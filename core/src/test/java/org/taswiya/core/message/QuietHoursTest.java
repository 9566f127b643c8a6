package org.taswiya.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "by day,                 21:00, 08:00, 2026-01-10T12:00:00Z,                     ",
        "the first moment,       21:00, 08:00, 2026-01-10T20:00:00Z, 2026-01-11T07:00:00Z",
        "the last before it,     21:00, 08:00, 2026-01-10T19:59:59Z,                     ",
        "past midnight,          21:00, 08:00, 2026-01-10T23:30:00Z, 2026-01-11T07:00:00Z",
        "in the morning,         21:00, 08:00, 2026-01-11T06:59:59Z, 2026-01-11T07:00:00Z",
        "the first after it,     21:00, 08:00, 2026-01-11T07:00:00Z,                     ",
        "within one day,         12:00, 14:00, 2026-01-10T12:00:00Z, 2026-01-10T13:00:00Z",
        "before that,            12:00, 14:00, 2026-01-10T10:59:59Z,                     ",
        "after that,             12:00, 14:00, 2026-01-10T13:00:00Z,                     ",
        "to midnight,            21:00, 00:00, 2026-01-10T22:00:00Z, 2026-01-10T23:00:00Z",
        "an hour is lost,        21:00, 08:00, 2026-03-28T22:00:00Z, 2026-03-29T06:00:00Z",
        "an hour comes twice,    21:00, 08:00, 2026-10-24T22:00:00Z, 2026-10-25T07:00:00Z",
        "the end is in the gap,  21:00, 02:30, 2026-03-28T22:00:00Z, 2026-03-29T01:30:00Z",
    })
    void whenTheyAreOver(String trap, LocalTime from, LocalTime to, Instant now, Instant until) {
        QuietHours hours = new QuietHours(from, to, PARIS, Set.of(Cause.Kind.OUTAGE));
        assertThat(hours.until(now).orElse(null)).isEqualTo(until);
    }

    @Test
    void noneOrAllAreNoHours() {
        LocalTime noon = LocalTime.NOON;
        assertThatThrownBy(() -> new QuietHours(noon, noon, PARIS, Set.of())).hasMessageContaining("none or all");
    }
}
