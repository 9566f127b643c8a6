package org.taswiya.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    @ParameterizedTest
    @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "9, PT4H16M", "10, PT6H", "11, PT6H"})
    void twiceAsLongUpToTheLongest(int made, Duration wait) {
        assertThat(Backoff.USUAL.after(made)).contains(wait);
    }

    @Test
    void afterTheLastAttemptItIsGivenUp() {
        assertThat(Backoff.USUAL.after(12)).isEmpty();
        assertThat(Backoff.USUAL.after(13)).isEmpty();
    }
}
