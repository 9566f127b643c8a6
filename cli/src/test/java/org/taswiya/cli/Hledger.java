package org.taswiya.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Another's accounting program, which reads our journal and sums it by itself.
public final class Hledger {
    private Hledger() {}

    /// Skips the test where it is not installed.
    public static void require() throws IOException, InterruptedException {
        assumeTrue(run("hledger", "--version") != null, "needs the Debian package hledger");
    }

    /// What it finds wrong with a journal; nothing when it accepts it.
    public static @Nullable String check(Path journal) throws IOException, InterruptedException {
        return run("hledger", "-f", journal.toString(), "check");
    }

    /// Its balances, as `ledger balance --json` says ours.
    public static String balances(Path journal) throws IOException, InterruptedException {
        String theirs =
                run("hledger", "-f", journal.toString(), "balance", "--flat", "--no-total", "--empty", "-O", "csv");
        StringBuilder json = new StringBuilder("{\"balances\":{");
        String.valueOf(theirs).lines().skip(1).sorted().forEach(line -> {
            String[] cells = line.replace("\"", "").split(",");
            json.append(json.charAt(json.length() - 1) == '{' ? "" : ",")
                    .append('"' + cells[0] + "\":\"" + amount(cells[1]) + '"');
        });
        return json.append("},\"sum\":\"0.00\"}\n").toString();
    }

    private static String amount(String cell) {
        return cell.equals("0") ? "0.00" : cell.replace(" MAD", "");
    }

    private static @Nullable String run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? said : null;
        } catch (IOException e) {
            return null;
        }
    }
}
