package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;

/// A complaint, command by command.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RequestCommandTest {
    private static final String ONE = "0000000001";
    private static final List<String> OPEN = List.of(
            "request", "open", ONE, "--kind", "billing-complaint", "--said", "twice the last one", "--why", "a call");

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void aBill() throws IOException {
        town = CommandTown.withABill(folder);
    }

    /// What is said of what is refused.
    private static String not(String... words) {
        return town.home().expect(ExitCode.SOME_REFUSED, words).err();
    }

    private static String not(List<String> first, String... more) {
        return not(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    @Order(1)
    void whatIsAskedForHasADeadline() {
        String opened = "Request 1 of account 0000000001: open, billing-complaint, by phone, since 2020-03-25,"
                + " to be answered by 2020-04-09\n";
        assertThat(town.good(OPEN, "--channel", "phone", "--on", "2020-03-25")).isEqualTo(opened);
        // the same again is the same request
        assertThat(town.good(OPEN, "--channel", "phone", "--on", "2020-03-25")).isEqualTo(opened);
        assertThat(town.good("request", "list", "--on", "2020-04-11", "--late")).contains(", late by 2 days");
        assertThat(town.good("request", "list", "--on", "2020-04-09", "--late")).isEqualTo("No requests.\n");
    }

    @Test
    @Order(2)
    void whatIsNotThereIsRefusedWithWhatThereIs() {
        assertThat(town.refused("request", "open", ONE, "--kind", "x", "--channel", "fax", "--said", "y", "--why", "z")
                        .err())
                .contains("expected phone, counter, email, post or online");
        assertThat(not("request", "open", ONE, "--kind", "x", "--channel", "post", "--said", "y", "--why", "z"))
                .contains("unknown-kind: found 'x', expected one of billing-complaint, ");
        List<String> nobody = List.of("request", "open", "0999999999", "--kind", "information", "--said", "y");
        assertThat(not(nobody, "--channel", "post", "--why", "z")).contains("unknown-account");
        assertThat(town.refused("request", "show", "9").err()).contains("there is no request 9");
        assertThat(town.refused("request", "answer", "1", "--letter", "love", "--why", "z")
                        .err())
                .contains("no letter 'love'");
    }

    @Test
    @Order(3)
    void anAnswerBeginsWithALetterAndEndsTheWait() {
        List<String> answer = List.of("request", "answer", "1", "--letter", "explained", "--added", "Two months.");
        assertThat(town.good(answer, "--on", "2020-04-01", "--why", "looked into"))
                .startsWith("Request 1 of account 0000000001: answered, billing-complaint");
        assertThat(town.good("request", "show", "1"))
                .contains("| twice the last one", "letter explained", "| Two months.");
        assertThat(not("request", "answer", "1", "--letter", "explained", "--why", "again"))
                .contains("wrong-state: request 1 is answered");
        assertThat(town.good("request", "list", "--open")).isEqualTo("No requests.\n");
        assertThat(town.good("request", "reopen", "1", "--said", "still wrong", "--on", "2020-04-02", "--why", "call"))
                .contains(": open, ", "to be answered by 2020-04-17");
        assertThat(town.good("request", "close", "1", "--said", "settled", "--why", "call"))
                .contains(": closed, ");
        assertThat(town.good("request", "show", "1", "--json"))
                .contains("\"state\":\"closed\"", "\"step\":\"reopened\"");
    }
}
