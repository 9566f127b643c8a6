package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;

/// Two households; the first leaves in March 2020 with its bill paid, and asks for what is known of it, then to be
/// forgotten.
@TestMethodOrder(OrderAnnotation.class)
final class CustomerCommandTest {
    private static final String WHY = "--why=test";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    @BeforeAll
    static void twoHouseholds() throws IOException {
        town = CommandTown.withBills(folder, 320, 320);
        town.good("contact", "set", "0000000001", "--email=h1@example.org", "--since=2020-03-01", WHY);
        key("old", "1");
        key("new", "2");
    }

    private static Path key(String name, String digit) throws IOException {
        Path file = Files.writeString(folder.resolve(name), digit.repeat(64) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static CommandHome.Said set(String typed, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            return town.home().run(words);
        } finally {
            System.setIn(before);
        }
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    @Order(1)
    void aNumberIsTypedAndKeptForWhoeverHasTheKey() throws IOException {
        String[] set = {"customer", "identity", "set", "P1", "--key-file", file("old"), WHY};
        assertThat(set("AB123456\n", set).out()).contains("P1: an identity number is kept, by key ");
        assertThat(set("?\n", set).err()).contains("is no identity number").doesNotContain("?;");
        assertThat(town.good("customer", "identity", "show", "P1", "--key-file", file("old"), WHY))
                .isEqualTo("AB123456\n");
        assertThat(town.home().wrong("customer", "identity", "show", "P1", "--key-file", file("new"), WHY))
                .contains("the number of P1 is kept by key ", "; give the file of that key");
        assertThat(town.home().wrong("customer", "identity", "show", "P1", WHY)).contains("TASWIYA_IDENTITY_KEY_FILE");
        Path open = Files.writeString(folder.resolve("open"), "3".repeat(64));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(town.home().wrong("customer", "identity", "show", "P1", "--key-file", file("open"), WHY))
                .contains("can be read by others");
        assertThat(town.good(
                        "customer", "identity", "rekey", "--key-file", file("old"), "--new-key-file", file("new"), WHY))
                .startsWith("1 encrypted by key ");
        assertThat(town.good("customer", "identity", "show", "P1", "--key-file", file("new"), WHY))
                .isEqualTo("AB123456\n");
    }

    @Test
    @Order(2)
    void allThatIsKnownIsOneDocument() throws IOException {
        town.good("customer", "export", "--account", "0000000001", "--out", file("p1.json"));
        String text = Files.readString(folder.resolve("p1.json"));
        assertThat(new JsonReader()
                        .readObject(text.getBytes(StandardCharsets.UTF_8))
                        .fields())
                .containsOnlyKeys("format", "customer", "parts", "changes");
        assertThat(text)
                .contains("Client 1", "h1@example.org", "0000000001AB", "\"use\": \"show\"")
                .doesNotContain("Client 2", "\"0000000002\"", "C00002", "AB123456");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("p1.json"))))
                .isEqualTo("rw-------");
        assertThat(town.home().wrong("customer", "export", "P1", "--out", file("p1.json")))
                .contains("is there already");
        assertThat(town.good("customer", "export", "P1", "--with-identity", "--key-file", file("new")))
                .contains("\"identityNumber\":\"AB123456\"", "customer export");
        assertThat(town.home().wrong("customer", "export", "P9")).contains("there is no customer P9");
        assertThat(town.home().wrong("customer", "export")).contains("name the customer");
    }

    @Test
    @Order(3)
    void whoIsServedIsNotForgotten() {
        assertThat(town.home()
                        .expect(ExitCode.SOME_REFUSED, "customer", "erase", "P1", "--on=2020-03-20", WHY)
                        .out())
                .contains("P1: served by C00001; end it first: ./taswiya agreement move-out\n")
                .contains("P1: still owed: bill 0000000001AB; it is paid or given up first\n");
        assertThat(town.home().wrong("customer", "erase", "P1", "--on=2199-01-01", WHY))
                .contains("is still to come");
    }

    @Test
    @Order(4)
    void whoHasLeftIsForgottenAsFarAsTheLawAllows() {
        town.good("agreement", "move-out", "C00001", "--on=2020-03-16", "--reading=8400", WHY);
        town.good("agreement", "move-out", "C00002", "--on=2020-03-16", "--reading=8400", WHY);
        town.good("bill", "--to", "2020-04-01", "--on", "2020-04-03");
        town.good("pay", "0000000001", "5000", "--by", "transfer", "--till", "anfa", "--on", "2020-04-05");
        String refused = town.home()
                .expect(ExitCode.SOME_REFUSED, "customer", "erase", "P1", "--on=2020-05-01", WHY, "--json")
                .out();
        assertThat(refused).contains("\"refused\":true", "{\"reason\":\"credit\",\"found\":\"payment R0000000001AB\"");
    }

    /// The second household owes nothing and has nothing to get.
    @Test
    @Order(5)
    void whatTheLawHasKeptIsSaidWithItsDay() throws SQLException {
        town.good("contact", "set", "0000000002", "--sms=+212612345678", "--since=2020-03-01", WHY);
        town.good("pay", "0000000002", owed(), "--by", "transfer", "--till", "anfa", "--on", "2020-04-05");
        String[] erase = {"customer", "erase", "P2", "--on=2020-05-01", WHY};
        assertThat(town.good("customer", "erase", "P2", "--on=2020-05-01", WHY, "--dry-run"))
                .startsWith("P2: would be erased:\n  1  contacts  (request)\n");
        assertThat(town.good(erase)).isEqualTo("""
                        P2: erased:
                          1  contacts  (request)
                          1  facts of announcements  (request)
                        stays: bills and payments with names, which the law has kept until 2031-01-01;\
                         ./taswiya privacy sweep erases the names from that day on
                        """);
        assertThat(town.good(erase)).startsWith("P2: nothing is left to erase\n");
        assertThat(town.good("contact", "show", "0000000002")).doesNotContain("+212612345678");
        assertThat(town.good("privacy", "sweep", "--on=2031-01-01", "--dry-run", WHY))
                .isEqualTo("""
                        would be erased on 2031-01-01:
                          1  names  (taxDocuments: 10 years, on request)
                        """);
    }

    private static String owed() throws SQLException {
        try (Database database = town.home().open();
                Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select (sum(open) / 100.0)::numeric(12, 2) from open_item where account = '0000000002'")) {
            return Rows.list(query, row -> row.getString(1)).getFirst();
        }
    }

    @Test
    @Order(6)
    void aSweepSaysWhatIsOldEnough() {
        assertThat(town.good("privacy", "sweep", "--on=2020-05-01", "--dry-run", WHY))
                .isEqualTo("nothing is older than its term on 2020-05-01\n");
        assertThat(town.good("privacy", "sweep", "--on=2020-05-01", "--dry-run", "--json", WHY))
                .isEqualTo("{\"on\":\"2020-05-01\",\"dryRun\":true,\"erased\":[],\"putOff\":[]}\n");
        assertThat(town.home().wrong("privacy", "sweep", "--on=2199-01-01", WHY))
                .contains("is still to come");
    }
}
