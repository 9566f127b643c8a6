package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome.Said;
import org.taswiya.cli.command.ExitCode;

/// Commands of card payments on a home where nobody has paid by card, and a provider that is not there. The whole way
/// is in the tests of the server.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OnlineCommandTest {
    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void oneBillPaidByCheque() throws IOException {
        town = CommandTown.withBills(folder, 120);
        town.good("pay", "0000000001", "129.46", "--by", "cheque", "--till", "bmce", "--on", "2020-03-10");
    }

    private static Said online(String... words) {
        List<String> line = new ArrayList<>(List.of("online"));
        line.addAll(List.of(words));
        return town.home().run(line.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void nothingIsThere() {
        assertThat(online("list").out()).isEqualTo("No attempts.\n");
        assertThat(online("list", "--odd").out()).isEqualTo("Nothing was odd.\n");
        assertThat(online("list", "--json").out()).isEmpty();
        assertThat(online("refunds").out()).isEqualTo("No refunds to cards.\n");
    }

    @Test
    @Order(2)
    void whatIsNoCardPaymentDoesNotGoBackToACard() {
        Said refused = online("refund", "R0000000001AB", "--why", "paid twice");
        assertThat(refused.code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(refused.err()).startsWith("taswiya: no-card-payment: ");
        assertThat(online("refund", "17", "--why", "x").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(online("approve", "CR0000000001", "--why", "x").err()).startsWith("taswiya: unknown-refund: ");
        assertThat(online("refuse", "CR0000000001", "--why", "x").code()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(online("refuse", "RF0000000001", "--why", "x").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    @Order(3)
    void nothingIsAskedOfAProviderThatOwesNoAnswer() throws IOException {
        Path key = folder.resolve("sandbox.key");
        Files.writeString(key, "a-key-for-trials\n");
        Said asked = online("check", "--key-file", key.toString(), "--sandbox", nowhere());
        assertThat(asked.code()).isEqualTo(ExitCode.GOOD);
        assertThat(asked.out()).isEqualTo("""
                asked of 0: 0 paid, 0 refused, 0 unanswered
                refunds: 0 done, 0 failed, 0 unanswered
                """);
        assertThat(online("check", "--key-file", key.toString(), "--attempt", "CP0000000009")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        Files.writeString(key, "\n");
        assertThat(online("check", "--key-file", key.toString()).code()).isEqualTo(ExitCode.FAILED);
    }

    private static String nowhere() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":1";
    }
}
