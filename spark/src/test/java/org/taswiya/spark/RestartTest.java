package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.RunListener;
import org.taswiya.spark.billing.RunRefused;
import org.taswiya.spark.billing.RunReport;
import org.taswiya.spark.billing.SparkRun;
import org.taswiya.spark.export.ExportRun;
import org.taswiya.store.Database;
import org.taswiya.store.input.AccountRange;

/// Disturbs a run and starts it again; then compares every byte with those of a run that nobody disturbed.
final class RestartTest {
    private static final int ACCOUNTS = 200;
    private static final int ACCOUNTS_PER_RANGE = 8;
    private static final String CYCLE = "2020-06-01";
    private static final String SOME_RANGE = "part-00011.parquet";

    private static final SparkSession SPARK = LocalSpark.session();
    private static final Path INPUT = TestBooks.folder("restart-accounts");
    private static final Path UNDISTURBED = TestBooks.folder("undisturbed");

    @BeforeAll
    static void billOnce() throws IOException, SQLException {
        Database database = TestBooks.fresh();
        new SampleTown(ACCOUNTS, 6).fill(database);
        for (String before : List.of("2020-03-01", "2020-04-01", "2020-05-01")) {
            BillingRun.execute(database, SampleTown.settings(before), new BillingListener() {});
        }
        try (Connection connection = database.connect()) {
            FromBooks books = new FromBooks(
                    database.url(), database.toString(), AccountRange.cut(connection, ACCOUNTS_PER_RANGE));
            ExportRun.execute(SPARK, books, SampleTown.terms(CYCLE, false), new TreeMap<>(), 0, INPUT.toString());
        }
        assertThat(bill(INPUT, UNDISTURBED).rangesHere()).isEqualTo(ACCOUNTS / ACCOUNTS_PER_RANGE);
    }

    private static RunReport bill(Path input, Path output) throws IOException {
        FromFiles files = FromFiles.in(SPARK.sparkContext().hadoopConfiguration(), input.toString());
        return SparkRun.execute(
                SPARK, files, SampleTown.terms(CYCLE, false), 0, output.toString(), new RunListener() {});
    }

    @Test
    void aKilledRunGoesOnWhereItWasAndLeavesTheSameBytes() throws IOException, InterruptedException {
        List<String> kills = new ArrayList<>(List.of("billed 7"));
        if (Boolean.getBoolean("taswiya.long")) {
            kills.addAll(List.of("billed 1", "billed 24", "numbering"));
        }
        for (String kill : kills) {
            Path output = TestBooks.folder("killed");
            assertThat(isKilledAfter(kill, output)).as("killed at work").isTrue();
            int there = files(output).size();
            RunReport report = bill(INPUT, output);
            assertThat(report.rangesHere()).as("ranges after the kill").isLessThan(ACCOUNTS / ACCOUNTS_PER_RANGE);
            assertThat(there).isNotZero();
            assertThat(files(output)).isEqualTo(files(UNDISTURBED));
        }
    }

    /// @return whether it died before it was finished
    private static boolean isKilledAfter(String word, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "@" + Path.of("java.options").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                RunChild.class.getName()));
        command.addAll(List.of(INPUT.toString(), output.toString(), CYCLE));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        boolean finished = false;
        try (BufferedReader words = child.inputReader(StandardCharsets.UTF_8)) {
            for (String said = words.readLine(); said != null; said = words.readLine()) {
                finished |= said.equals("finished");
                if (said.equals(word)) {
                    child.toHandle().destroyForcibly(); // unlike the process itself it leaves the words to be read
                }
            }
        }
        child.waitFor();
        return !finished;
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "withheld"})
    void aRangeThatFailsLeavesTheOthersAndIsBilledTheNextTime(String table) throws IOException {
        Path input = copy(INPUT);
        Path file = input.resolve(table).resolve(SOME_RANGE);
        byte[] whole = Files.readAllBytes(file);
        byte[] corrupt = whole.clone();
        Arrays.fill(corrupt, 4, whole.length / 2, (byte) 7);
        Path output = TestBooks.folder("failed");
        Files.write(file, corrupt);
        assertThat(words(() -> bill(input, output)))
                .contains(table + "/" + SOME_RANGE + " cannot be read: ")
                .endsWith("export the accounts again into an empty folder.");
        assertThat(output.resolve("_report.json")).doesNotExist();
        Files.write(file, whole);
        assertThat(bill(input, output).rangesHere()).isPositive();
        assertThat(withoutInput(files(output))).isEqualTo(withoutInput(files(UNDISTURBED)));
    }

    @Test
    void aFileOfBillsThatMakesNoSenseIsNamed() throws IOException {
        Path output = copy(UNDISTURBED);
        Path file = output.resolve("bills").resolve(SOME_RANGE);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(words(() -> bill(INPUT, output)))
                .contains("bills/" + SOME_RANGE + " cannot be read: ")
                .endsWith("Delete it and run the same command again: it is made anew.");
        Files.delete(file);
        assertThat(bill(INPUT, output).rangesHere()).isEqualTo(1);
        assertThat(files(output)).isEqualTo(files(UNDISTURBED));
    }

    /// What the command says of a failure.
    private static String words(ThrowingCallable failing) {
        return TaswiyaSpark.words(catchThrowable(failing));
    }

    @Test
    void aFinishedRunChangesNothing() throws IOException {
        SortedMap<String, String> before = files(UNDISTURBED);
        assertThat(bill(INPUT, UNDISTURBED).rangesHere()).isZero();
        assertThat(files(UNDISTURBED)).isEqualTo(before);
    }

    @Test
    void aFileThatIsLostIsMadeAgain() throws IOException {
        Path output = copy(UNDISTURBED);
        Files.delete(output.resolve("bills").resolve(SOME_RANGE));
        assertThat(bill(INPUT, output).rangesHere()).isEqualTo(1);
        assertThat(files(output)).isEqualTo(files(UNDISTURBED));
    }

    @Test
    void aFolderTakesNoOtherRun() {
        FromFiles files = new FromFiles(INPUT.toString(), List.of(SOME_RANGE), 1);
        assertThatThrownBy(() -> SparkRun.execute(
                        SPARK,
                        files,
                        SampleTown.terms("2020-05-01", false),
                        0,
                        UNDISTURBED.toString(),
                        new RunListener() {}))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("to 2020-06-01")
                .hasMessageContaining("to 2020-05-01");
    }

    @Test
    void filesThatAreNotInTheOrderOfTheirAccountsAreRefused() throws IOException {
        Path input = copy(INPUT);
        Files.delete(input.resolve("_files.txt")); // as files of another program
        Files.delete(input.resolve("_export.txt"));
        Files.move(
                input.resolve("accounts").resolve(SOME_RANGE),
                input.resolve("accounts").resolve("a.parquet"));
        assertThatThrownBy(() -> bill(input, TestBooks.folder("unordered")))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("in the order of their accounts");
    }

    /// The mark says where the accounts came from, which for a copy is elsewhere.
    private static SortedMap<String, String> withoutInput(SortedMap<String, String> files) {
        files.remove("_run.txt");
        return files;
    }

    /// Every file below a folder with the digest of its bytes.
    private static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path copy(Path folder) throws IOException {
        Path copy = TestBooks.folder("copy");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }
}
