package org.taswiya.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
    private Instant now = Instant.parse("2020-07-02T10:00:00Z");

    private final Attempts attempts = new Attempts(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            2);

    @Test
    void asManyAsAreAllowedAndThenNoneUntilTheTimeIsOver() {
        assertThat(attempts.isAllowed("10.0.0.1")).isTrue();
        assertThat(attempts.isAllowed("10.0.0.1")).isTrue();
        assertThat(attempts.isAllowed("10.0.0.1")).isFalse();
        now = now.plus(Attempts.WITHIN);
        assertThat(attempts.isAllowed("10.0.0.1")).as("to the second").isFalse();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(attempts.isAllowed("10.0.0.1")).isTrue();
    }

    @Test
    void anotherAddressIsNotLockedOut() {
        attempts.isAllowed("10.0.0.1");
        attempts.isAllowed("10.0.0.1");
        attempts.isAllowed("10.0.0.1");
        assertThat(attempts.isAllowed("10.0.0.2")).isTrue();
    }
}
