package org.taswiya.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.TenCustomers;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;

/// Ten customers billed to April by the folder's book; books that are dearer from a later day on are proposed there.
abstract class PriceListsOfTen {
    static final Path FOLDER = Path.of("..", "utilities");
    static final String ID = "casablanca/electricity-household";
    static final Path BOOK = FOLDER.resolve("casablanca/tariffs/electricity-household.yaml");

    @TempDir
    Path folder;

    CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));

    @BeforeEach
    void billMarch() {
        home = CommandHome.onTestServer(folder.resolve("home"));
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
        bill("2020-04-01");
    }

    void bill(String to) {
        home.good("bill", "--to", to, "--documents");
    }

    /// The folder's book with another charge for maintenance from a day on, until December.
    String dearerFrom(String day, String amount) throws IOException {
        String text = Files.readString(BOOK);
        int first = text.indexOf("\n  - from: 2017-");
        int next = text.indexOf("\n  - from: 2024-");
        String version = text.substring(first, next);
        String dearer =
                version.replace("from: 2017-01-01", "from: " + day).replace("perMonth: 6.50", "perMonth: " + amount);
        String back = version.replace("from: 2017-01-01", "from: 2020-12-01");
        return written("from-" + day + "-" + amount, text.substring(0, next) + dearer + back + text.substring(next));
    }

    String propose(String file) {
        return home.good("tariff", "propose", file, "--placeholders", "--author", "amal", "--why", "price list");
    }

    String approve(String number, String day) {
        return home.good(
                "tariff", "approve", number, "--for", day, "--today", "2020-04-02", "--author", "badr", "--why", "ok");
    }

    String refused(String... words) {
        return home.expect(ExitCode.SOME_REFUSED, words).err();
    }

    /// What one bill has of the charge that the new book changes, in a period that begins on a day.
    String maintenance(String from) {
        String month = home.good(
                "bill",
                "reprint",
                "--all",
                "--to",
                folder.resolve("for-" + from).toString());
        assertThat(month).isNotBlank();
        try (Stream<Path> files = Files.list(folder.resolve("for-" + from))) {
            return files.map(PriceListsOfTen::text)
                    .filter(text -> text.contains("\"from\": \"" + from + "\""))
                    .map(text -> text.substring(text.lastIndexOf("\"component\": \"maintenance\"")))
                    .map(text -> text.replaceAll("(?s).*?\"price\": \"([0-9.]+)\".*", "$1"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String notApproved(String number, String day) {
        return refused(
                "tariff", "approve", number, "--for", day, "--today", "2020-04-02", "--author", "badr", "--why", "ok");
    }

    String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text).toString();
    }
}
