package org.taswiya.cli.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.cli.CommandHome;
import org.taswiya.cli.TenCustomers;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.decision.Cancellations;
import org.taswiya.store.decision.ReadingCorrections;
import org.taswiya.store.population.PopulationWriter;

/// Ten customers, three months unread and settled in June, every document written with its run. Then a reading is
/// corrected, a bill cancelled, a vacancy told and July billed, before anything is printed again.
final class BillReprintTest {
    private static final Change CLERK = new Change(Instant.parse("2020-06-10T09:00:00Z"), "clerk", "misread");
    private static final LocalDate JUNE = LocalDate.of(2020, 6, 1);
    private static final String JULY = "2020-07-01";

    @TempDir
    private static Path folder;

    private static CommandHome home = CommandHome.withItsOwnServer(Path.of("unset"));
    private static SortedMap<String, String> first = new TreeMap<>();

    @BeforeAll
    static void billAndChange() throws IOException {
        home = CommandHome.onTestServer(folder.resolve("home"));
        try (Database database = home.open()) {
            TenCustomers.fill(database);
        }
        List.of("2020-04-01", "2020-05-01", "2020-06-01").forEach(BillReprintTest::bill);
        first = documents(home.documents());
        try (Database database = home.open()) {
            ReadingCorrections.add(database, "U2", new ActualReading(JUNE, Decimal.of(5_100), "second look"), CLERK);
            Cancellations.cancel(database, new BillNumber(23), LocalDate.of(2020, 6, 10), CLERK);
            try (PopulationWriter writer = PopulationWriter.open(database, CLERK)) {
                writer.addVacancy("L4", LocalDate.of(2020, 4, 10), null);
                writer.commit();
            }
        }
        bill(JULY);
    }

    private static void bill(String to) {
        execute(ExitCode.GOOD, utilities(), "bill", "--to", to, "--batch", "3", "--documents");
    }

    private static Path utilities() {
        return Path.of("..", "utilities");
    }

    /// Name to content of all that lies there.
    private static SortedMap<String, String> documents(Path folder) throws IOException {
        SortedMap<String, String> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                documents.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return documents;
    }

    @Test
    void everyDocumentOfARunIsWrittenAndVerifies() {
        assertThat(first).hasSize(30).allSatisfy((name, _) -> assertThat(name).endsWith(".json"));
        execute(ExitCode.GOOD, utilities(), "verify", home.documents().toString());
    }

    @Test
    void printedAgainTheyAreTheSameBytesWhateverCameLater() throws IOException {
        Path again = folder.resolve("again");
        String said = execute(ExitCode.GOOD, utilities(), "bill", "reprint", "--all", "--to", again.toString());
        assertThat(said).contains(" the same bytes as first written, 0 equal to the books");
        SortedMap<String, String> now = documents(home.documents());
        assertThat(now).hasSizeGreaterThan(30).containsAllEntriesOf(first);
        assertThat(documents(again)).isEqualTo(now);
    }

    @Test
    void aRunOrSomeBillsArePrintedAlone() throws IOException {
        Path run = folder.resolve("run");
        execute(ExitCode.GOOD, utilities(), "bill", "reprint", "--run", "2", "--to", run.toString());
        assertThat(documents(run))
                .hasSize(10)
                .allSatisfy((name, text) -> assertThat(first).containsEntry(name, text));
        Path some = folder.resolve("some");
        String two = new BillNumber(23).toString();
        execute(
                ExitCode.GOOD,
                utilities(),
                "bill",
                "reprint",
                new BillNumber(4).toString(),
                two,
                "--to",
                some.toString());
        assertThat(documents(some)).hasSize(2).containsEntry(two + ".json", first.get(two + ".json"));
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "reprint", "--run", "9", "--to", some.toString()))
                .contains("there is no run 9");
    }

    @Test
    void aTamperedPriceBookIsNamedAndNothingIsWritten() throws IOException {
        Path tampered = tampered("price: 0.8496", "price: 0.8000");
        Path none = folder.resolve("none");
        String said =
                execute(ExitCode.SOME_REFUSED, tampered, "bill", "reprint", "--run", "1", "--to", none.toString());
        assertThat(said).contains("price-book-changed", "energy, block 1 had the price 0.8496, now it has 0.8");
        assertThat(documents(none)).doesNotContainKey(new BillNumber(1) + ".json");
        // No line of the bills bears the price of the highest block; their documents know it by its digest.
        Path highest = tampered("price: 1.5193", "price: 1.6000");
        Path same = folder.resolve("same");
        assertThat(execute(ExitCode.SOME_REFUSED, highest, "bill", "reprint", "--run", "1", "--to", same.toString()))
                .contains("price-book-changed, the price book casablanca/electricity-household charges something else")
                .contains("0 documents");
        assertThat(documents(same)).isEmpty();
    }

    /// Left out, it would fail all whom it bills.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bill --to 2020-08-01",
                "bill --to 2020-08-01 --trial",
                "shadow --to 2020-08-01 --tariff casablanca/water-household=casablanca/water-professional",
                "bill reprint --all --to target/no-such-folder"
            })
    void aPriceBookWithAFaultOrNoneAtAllIsRefusedBeforeAnythingIsWritten(String words) throws IOException {
        Path broken = tampered("price: 0.8496", "price: a lot");
        assertThat(execute(ExitCode.WRONG_USAGE, broken, words.split(" ")))
                .containsPattern("electricity-household.yaml:\\d+:\\d+: found .*a lot");
        Path empty = tampered("price: 0.8496", "price: none");
        try (Stream<Path> books = Files.list(empty.resolve("casablanca/tariffs"))) {
            for (Path book : books.toList()) {
                Files.delete(book);
            }
        }
        assertThat(execute(ExitCode.WRONG_USAGE, empty, words.split(" ")))
                .contains("no price book in " + empty.resolve("casablanca/tariffs"));
        assertThat(Path.of("target", "no-such-folder")).doesNotExist();
        assertThat(execute(ExitCode.GOOD, utilities(), "run", "list")).doesNotContain("2020-08-01");
    }

    /// Agreements may name the book of another utility; with a fault it would fail all whom it bills.
    @Test
    void aFaultyPriceBookOfAnotherUtilityIsRefusedWhenAgreementsNameIt() throws IOException {
        Path broken = tampered("price: 0.8496", "price: some");
        Path other = broken.resolve("other");
        Files.createDirectories(other);
        Files.copy(utilities().resolve("casablanca/policies.yaml"), other.resolve("policies.yaml"));
        Path books = other.resolve("tariffs");
        Files.createDirectories(books);
        Files.writeString(
                books.resolve("water.yaml"),
                Files.readString(utilities().resolve("casablanca/tariffs/water-household.yaml"))
                        .replace("casablanca/water-household", "other/water"));
        String place = "casablanca.tariffs.electricity-household.yaml:\\d+:\\d+: found .*some";
        assertThat(execute(ExitCode.WRONG_USAGE, broken, "bill", "--to", "2020-08-01", "--utility", "other"))
                .containsPattern(place);
        assertThat(execute(ExitCode.WRONG_USAGE, broken, "bill", "--to", "2020-08-01", "--trial", "--utility", "other"))
                .containsPattern(place);
    }

    private static Path tampered(String price, String instead) throws IOException {
        Path copy = folder.resolve("utilities" + instead.length() + instead.hashCode());
        try (Stream<Path> files = Files.walk(utilities())) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(utilities().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    String text = Files.readString(file);
                    boolean isIt = file.endsWith("casablanca/tariffs/electricity-household.yaml");
                    Files.writeString(to, isIt ? text.replace(price, instead) : text);
                }
            }
        }
        return copy;
    }

    @Test
    void whatIsKeptWithoutVersionsIsNamedWhenItHasChanged() throws IOException, SQLException {
        Path moved = folder.resolve("moved");
        String bill = new BillNumber(9).toString();
        rename("Client Neuf", "(select max(id) from change)");
        try {
            assertThat(execute(ExitCode.SOME_REFUSED, utilities(), "bill", "reprint", bill, "--to", moved.toString()))
                    .contains("data-changed, customer P9 was changed after the bill");
            assertThat(execute(ExitCode.SOME_REFUSED, utilities(), "bill", "show", bill))
                    .contains("bill " + bill, "energy", "claimed by this bill");
        } finally {
            rename("Client", "1");
        }
        execute(ExitCode.GOOD, utilities(), "bill", "reprint", bill, "--to", moved.toString());
        assertThat(documents(moved)).containsEntry(bill + ".json", first.get(bill + ".json"));
    }

    /// @param change by which it came
    private static void rename(String name, String change) throws SQLException {
        try (Database database = home.open();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update customer set latin_name = '" + name + "', change = " + change + " where reference = 'P9'");
        }
    }

    @Test
    void aBillIsShownAsItsCustomerReadsItAndAsTheBooksHaveIt() {
        String cancelled = new BillNumber(23).toString();
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", cancelled, "--lang", "en"))
                .contains("cancelled on 2020-06-10 by clerk: misread", "Month by month", "run 3");
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", new BillNumber(21).toString())
                        .lines()
                        .findFirst())
                .as("nobody owes a credit by a day")
                .hasValueSatisfying(line ->
                        assertThat(line).endsWith(" in the customer's favour").doesNotContain("-", "due"));
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", cancelled, "--lang", "ar"))
                .contains(cancelled);
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", new BillNumber(1).toString(), "--json"))
                .startsWith("{\"number\":\"" + new BillNumber(1) + "\",\"account\":\"0000000001\"")
                .contains("\"cancelled\":null,\"notReproduced\":null", "\"kind\":\"estimated\"", "\"claimed\":{")
                .as("a fixed charge has no block, as in the document and in rate")
                .contains("\"component\":\"maintenance\",\"block\":null");
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", new BillNumber(1).toString(), "--ubl"))
                .contains("<cbc:ID>" + new BillNumber(1) + "</cbc:ID>", "<cbc:InvoiceTypeCode>380<")
                .endsWith("</Invoice>\n");
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", new BillNumber(21).toString(), "--ubl"))
                .as("a credit note names the bills that it corrects")
                .contains("<cac:InvoiceDocumentReference>\n<cbc:ID>" + new BillNumber(1) + "</cbc:ID>")
                .endsWith("</CreditNote>\n");
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", cancelled, "--cii"))
                .contains("<ram:ID>" + cancelled + "</ram:ID>", "was cancelled on 2020-06-10");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", cancelled, "--cii", "--json"))
                .contains("--cii does not go with --json");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", cancelled, "--cii", "--pdf"))
                .contains("--cii does not go with --pdf");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", cancelled, "--ubl", "--cii"))
                .contains("--ubl and --cii exclude each other");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", "--account", "0000000003", "--ubl"))
                .contains("--ubl does not go with --account");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", new BillNumber(999).toString()))
                .contains("there is no bill");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", "0000000001XX"))
                .contains("is no number of a bill");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill")).contains("Missing required option: '--to=DAY'");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "--to", JULY, "--trial", "--documents"))
                .contains("--trial stores nothing");
    }

    @Test
    void anAccountIsShownWithTheNoticeOfOneRun() {
        String bill = new BillNumber(23).toString();
        String june = execute(
                ExitCode.GOOD, utilities(), "bill", "show", "--account", "0000000003", "--run", "3", "--lang", "en");
        assertThat(june)
                .contains("bill " + bill + " of account 0000000003", "cancelled on 2020-06-10 by clerk: misread")
                .contains("Notice of 1\u00A0June\u00A02020")
                .contains("Customer account 0000 000 003", "Nothing to pay", "Bill " + bill + " was taken back");
        assertThat(execute(
                        ExitCode.GOOD, utilities(), "bill", "show", "--account", "0000000003", "--run", "3", "--json"))
                .contains("\"run\":3,\"bills\":[{\"number\":\"" + bill, "\"notice\":null");
        String last = execute(ExitCode.GOOD, utilities(), "bill", "show", "--account", "0000000003", "--json");
        assertThat(last)
                .contains("\"run\":4,", "\"notice\":{\"total\":\"")
                .containsPattern("\"arrears\":\"[1-9][0-9]*\\.[0-9]{2}\"");
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", "--account", "0000000003"))
                .contains("Avis du", "à régler sur des factures antérieures");
        assertThat(execute(ExitCode.GOOD, utilities(), "bill", "show", "--account", "0000000003", "--lang", "ar"))
                .contains("إشعار يوم");
    }

    @Test
    void anAccountThatHasNoBillIsNamed() {
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", "--account", "0000000003", "--run", "9"))
                .contains("there is no bill of account '0000000003' in run 9");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", "--account", "x"))
                .contains("there is no bill of account 'x'");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show")).contains("name either a bill");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "bill", "show", "0000000001XX", "--run", "3"))
                .contains("--run goes with --account");
    }

    @Test
    void aShadowRunTellsAManagerAndWritesALineForEachBill() throws IOException {
        Path csv = folder.resolve("bills.csv");
        String book = "casablanca/electricity-household";
        String dearer = tampered("price: 1.3157", "price: 1.5157")
                .resolve("casablanca/tariffs/electricity-household.yaml")
                .toString();
        String[] words = {"shadow", "--to", "2020-08-01", "--tariff", book + "=" + dearer, "--csv", csv.toString()};
        assertThat(execute(ExitCode.GOOD, utilities(), words))
                .contains("10 bills of 10 accounts", "who pays", "block 5, over 300 to 500 kWh", "hit hardest")
                .contains("0 agreements held or failed by the new books and not by the old");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines)
                .hasSize(11)
                .first()
                .isEqualTo("account,agreement,class,tariff,usage,old total,new total,difference");
        assertThat(lines.get(1))
                .startsWith("0000000001,C00001,household," + book + ",")
                .endsWith(",0.00");
        assertThat(execute(
                        ExitCode.GOOD,
                        utilities(),
                        Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new)))
                .contains(
                        "\"all\":{\"bills\":10,",
                        "\"histogram\":[{\"pays\":\"less\",\"over\":\"1000.00\",\"upTo\":null");
        assertThat(execute(ExitCode.WRONG_USAGE, utilities(), "shadow", "--to", JULY, "--tariff", book))
                .contains("expected OLD=NEW");
    }

    @Test
    void theBooksAreCounted() {
        assertThat(execute(ExitCode.GOOD, utilities(), "books"))
                .contains("customers", "10\n", "on readings  on estimates  cancelled", "the whole database")
                .containsPattern("2020-06 +10 +0 +1 ")
                .containsPattern("actual +28\\d +1\n");
        assertThat(execute(ExitCode.GOOD, utilities(), "books", "--json"))
                .contains(
                        "\"customers\":10",
                        "\"kind\":\"actual\"",
                        "\"month\":\"2020-04\",\"onReadings\":0," + "\"onEstimates\":10",
                        "\"oldestOpenEstimate\":{\"agreement\":",
                        "\"charge_line\":");
    }

    private static String execute(int expected, Path utilities, String... words) {
        CommandHome.Said said = home.with(utilities).expect(expected, words);
        return expected == ExitCode.WRONG_USAGE ? said.err() : said.out() + said.err();
    }
}
