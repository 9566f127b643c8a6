package org.taswiya.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.books.BooksDigest;
import picocli.CommandLine;

/// The whole demo on a real database: sixty customers, played twice into the same home.
final class DemoTest {
    private static final Path GOLDEN = Path.of("src/test/resources/demo/accounts-60.txt");

    @TempDir
    private static Path folder;

    private static Played first = new Played(-1, "", "");
    private static String firstMade = "";

    private record Played(int exitCode, String out, String err) {}

    @BeforeAll
    static void playOnce() throws IOException {
        first = demo("--accounts", "60", "--home", home().toString());
        firstMade = made();
    }

    private static Path home() {
        return folder.resolve("home");
    }

    @Test
    void everythingCheckedHoldsAndThreeCustomersAreTold() {
        assertThat(first.exitCode()).isEqualTo(0);
        assertThat(first.out())
                .contains("✓ ledger balanced", "✓ bills verify", "━━ charged", "━━ credited", "━━ closed")
                .doesNotContain("✗", "FAILED", "\u001B");
    }

    /// A customer who is owed something sees so first, and what all bills of the account come to.
    @Test
    void theCreditedCustomersBillIsInTheirFavour() {
        String credited = first.out()
                .substring(first.out().indexOf("━━ credited"), first.out().indexOf("━━ closed"));
        assertThat(credited)
                .containsPattern("┃ [0-9,.]+\\h+DH in your favour")
                .contains("the other bill of this account: ")
                .containsPattern("both bills together: [0-9,.]+ DH (to pay|in your favour)\n");
    }

    /// Whoever looks an account up later sees the notice that the demo told, from the books alone.
    @Test
    void theNoticeOfAnAccountIsTheOneThatWasTold() {
        Pattern told = Pattern.compile(
                "Customer account ([0-9 ]{12}), contract.*?both bills together: ([0-9,.]+) DH (to pay|in your favour)",
                Pattern.DOTALL);
        List<MatchResult> accounts = told.matcher(first.out()).results().toList();
        assertThat(accounts).hasSizeGreaterThanOrEqualTo(2);
        for (MatchResult account : accounts) {
            String reference = account.group(1).replace(" ", "");
            Played shown = command("bill", "show", "--account", reference, "--lang", "en", "--home", home().toString());
            assertThat(shown.exitCode()).as(shown.err()).isZero();
            assertThat(shown.out())
                    .contains("Customer account " + account.group(1), "Nothing is known to be open from earlier bills.")
                    .contains("┃ " + account.group(2) + " DH " + account.group(3));
            boolean isCredit = account.group(3).equals("in your favour");
            assertThat(command("bill", "show", "--account", reference, "--json", "--home", home().toString())
                            .out())
                    .contains("\"account\":\"" + reference + "\",\"run\":")
                    .containsPattern("\"notice\":\\{\"total\":\"" + (isCredit ? "-" : "")
                            + Pattern.quote(account.group(2).replace(",", ""))
                            + "\",\"arrears\":\"0\\.00\",\"dueOn\":\"2020-07-19\"}");
        }
    }

    @Test
    void whoUsedNothingSeesNoBarForIt() {
        String closed = first.out().substring(first.out().indexOf("━━ closed"));
        assertThat(closed).containsPattern(" 0\\h(kWh|m³) actual").doesNotContainPattern("■ 0\\h(kWh|m³) actual");
    }

    @Test
    void theScreenIsAsItWas() throws IOException {
        String screen = first.out().substring(0, first.out().indexOf("━━"));
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, screen);
            fail(GOLDEN + " is written anew: look at what changed, then test without golden.write");
        }
        assertThat(screen).isEqualTo(Files.readString(GOLDEN));
        assertThat(screen.lines().toList())
                .hasSizeLessThanOrEqualTo(45)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    /// The store, the run and their batches come to the same as one loop over everybody in memory, which has no
    /// payments and so fewer entries.
    @Test
    void theRunComesToWhatTheStoryComesToInMemory() throws IOException {
        List<String> inMemory = InMemoryStory.of(Story.casablanca(60, 2020)).screen();
        assertThat(first.out().lines())
                .containsAll(inMemory.stream()
                        .filter(line -> !line.contains("bills verify") && !line.contains("ledger balanced"))
                        .toList());
    }

    @Test
    @EnabledIfSystemProperty(
            named = "taswiya.long",
            matches = "true",
            disabledReason = "the long form runs with -Dtaswiya.long=true: the demo once more")
    void theSameSeedGivesTheSameBytes() throws IOException {
        Played again = demo("--accounts", "60", "--home", home().toString());
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(made()).isEqualTo(firstMade);
    }

    @Test
    void aHomeThatNoDemoMadeIsLeftAlone() throws IOException {
        Path foreign = folder.resolve("foreign");
        Home.at(foreign).create("utility");
        Path precious = Files.writeString(foreign.resolve("documents").resolve("precious.json"), "{}");
        Played refused = demo("--accounts", "60", "--home", foreign.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("was made by utility", "--home FOLDER");
        assertThat(precious).exists();
    }

    @Test
    void aFolderThatIsNoHomeIsLeftAlone() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        Path photo = Files.writeString(photos.resolve("cat.jpg"), "cat");
        assertThat(demo("--accounts", "60", "--home", photos.toString()).exitCode())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(photo).exists();
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsTouched() throws IOException {
        String home = folder.resolve("untouched").toString();
        assertThat(demo("--accounts", "5", "--home", home).err()).contains("expected 20 to");
        assertThat(demo("--histories", "no-such-file.csv", "--home", home).err())
                .contains("no-such-file.csv");
        Path set = Files.createDirectories(folder.resolve("water-set"));
        Files.writeString(set.resolve("usage.csv"), "meter\n");
        assertThat(demo("--histories", set.toString(), "--home", home).err())
                .as("a folder stands for the file in it")
                .contains(set.resolve("usage.csv") + ":1: found 'meter'");
        assertThat(demo("--service", "gas", "--home", home).err()).contains("expected electricity or water");
        assertThat(Path.of(home)).doesNotExist();
    }

    /// Files that are no history, each with what is said of it.
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'', found '', no bytes at all",
        "6d657465720a, found 'meter', another header",
        "1b5b33316d00ff0a, found '\\u001b[31m\\u0000, bytes that a terminal would obey",
        "1f8b0800, is a broken gzip file, gzip that ends early",
        "6d657465722c636c6173732c66726f6d2c746f2c7175616e746974790a, has no usable row, a header alone"
    })
    void aFileThatIsNoHistoryIsWrongUsage(String hex, String said, String what) throws IOException {
        Path file = Files.write(folder.resolve("no-history"), HexFormat.of().parseHex(hex));
        Played refused = demo(
                "--histories",
                file.toString(),
                "--home",
                folder.resolve("untouched").toString());
        assertThat(refused.exitCode()).as(what).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refused.err()).contains(said).doesNotContain("\u001B");
        assertThat(folder.resolve("untouched")).doesNotExist();
    }

    /// What a run leaves behind, in one number: documents, and every row of the books.
    private static String made() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("documents"));
                Database database = Database.openEmbedded(Home.at(home()), 0)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.sorted().toList()) {
                digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()) + " " + BooksDigest.of(database);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Played demo(String... arguments) {
        return command(Stream.concat(Stream.of("demo"), Stream.of(arguments)).toArray(String[]::new));
    }

    private static Played command(String... arguments) {
        String[] words = Stream.concat(
                        Stream.of(arguments), Stream.of("--utilities", InMemoryStory.UTILITIES.toString()))
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Taswiya.commandLine(words);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(words);
        return new Played(code, out.toString(), err.toString());
    }
}
