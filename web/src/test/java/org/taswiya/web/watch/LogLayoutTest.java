package org.taswiya.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LogLayoutTest {
    private static String line(boolean isJson, Exception failure) {
        LoggerContext context = new LoggerContext();
        Object[] to = {"amina@example.org"};
        LoggingEvent event = new LoggingEvent(
                "here", context.getLogger("org.taswiya.web.Sending"), Level.WARN, "no answer to {}", failure, to);
        System.setProperty(LogLayout.JSON, Boolean.toString(isJson));
        try {
            return new LogLayout().doLayout(event);
        } finally {
            System.clearProperty(LogLayout.JSON);
        }
    }

    private static IllegalStateException failure() {
        return new IllegalStateException(
                "cannot pay 0012345678", new SQLException("Key (name)=(Amina Bennani) exists", "23505"));
    }

    @Test
    void aLineForProgramsIsOneObject() {
        String line = line(true, failure());
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode said = new JsonMapper().readTree(line);
        assertThat(said.get("level").asString()).isEqualTo("warn");
        assertThat(said.get("from").asString()).isEqualTo("Sending");
        assertThat(said.get("message").asString()).isEqualTo("no answer to (address)");
        assertThat(said.get("failure").asString())
                .contains("java.lang.IllegalStateException")
                .contains("caused by java.sql.SQLException [23505]")
                .doesNotContain("Amina")
                .doesNotContain("0012345678");
    }

    /// Of what others say there may be as much as they like; what says nothing of it would say nothing of them.
    @ParameterizedTest
    @CsvSource({"9, (number)", "'9 ', (number)", "'a@b ', (address)", "x, xx"})
    void aLineHasRoomForWhatSomebodyTyped(String typed, String said) {
        assertThat(LogLayout.blotted("who typed " + typed.repeat(50_000)))
                .startsWith("who typed " + said)
                .hasSizeLessThan(20_000);
    }

    /// As Tomcat does.
    @Test
    void whoRepeatsTheWordsOfAFailureIsNotRepeated() {
        LoggerContext context = new LoggerContext();
        IllegalStateException failure = failure();
        String message = "Request processing failed: " + failure.getMessage() + " threw exception";
        LoggingEvent event =
                new LoggingEvent("here", context.getLogger("servlet"), Level.ERROR, message, failure, null);
        assertThat(new LogLayout().doLayout(event))
                .contains("Request processing failed: (its words) threw exception")
                .doesNotContain("cannot pay");
    }

    @Test
    void aLineForPeopleSaysNoMoreThanThat() {
        assertThat(line(false, failure()))
                .contains(" warn Sending no answer to (address) java.lang.IllegalStateException")
                .containsOnlyOnce("\n")
                .doesNotContain("Amina")
                .doesNotContain("0012345678");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            message 17 sent                        | message 17 sent
            account 0012345678 is away             | account (number) is away
            called +212 5 22 45 25 00              | called +(number)
            550 <amina.b@example.org> unknown      | 550 <(address)> unknown
            status 503 after 1500 ms               | status 503 after 1500 ms
            """)
    void whatIsSomebodysIsBlottedOut(String said, String written) {
        assertThat(LogLayout.blotted(said)).isEqualTo(written);
    }
}
