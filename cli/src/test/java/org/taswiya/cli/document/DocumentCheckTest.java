package org.taswiya.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.cli.document.CheckedDocument.Unreadable;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.intake.tariff.TariffLibrary;

class DocumentCheckTest {
    private static final Map<String, BillDocument> CASES = BillCases.all();
    private static final DocumentCheck CHECK =
            new DocumentCheck(tariff -> BillBooks.of(tariff).read(tariff));
    private static final String HOUSEHOLD_BOOK = "casablanca/tariffs/electricity-household.yaml";

    /// A value of one field on a line of its own or in a row: `"total": "12.50"`, `"block": 1`.
    private static final Pattern VALUE = Pattern.compile("\"(\\w[\\w-]*)\": (\"[^\"]*\"|-?[0-9]+|true|false)");

    private static final int EDITS_MAX = 60;

    @TempDir
    private Path folder;

    static Set<String> cases() {
        return CASES.keySet();
    }

    private static byte[] bytes(String name) {
        return Objects.requireNonNull(CASES.get(name)).bytes();
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static CheckedDocument check(String document) {
        return CHECK.check("bill.json", document.getBytes(StandardCharsets.UTF_8));
    }

    /// What someone could do who knows how documents are sealed.
    private static String sealedAnew(String tampered) {
        String covered = tampered.substring(0, tampered.lastIndexOf("  \"digest\""));
        return covered + "  \"digest\": \"" + sha256(covered) + "\"\n}\n";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatWasWrittenIsEqualAndIsWrittenAgain(String name) {
        CheckedDocument checked = CHECK.check("bill.json", bytes(name));
        assertThat(CheckedDocumentText.faults(checked)).isEmpty();
        assertThat(checked)
                .isInstanceOfSatisfying(
                        Recomputed.class,
                        recomputed ->
                                assertThat(recomputed.recomputed().bytes()).isEqualTo(bytes(name)));
    }

    /// What was estimated before days on which nobody was there counted nothing is recomputed as it was, and nobody can
    /// call a document of today one of that time.
    @Test
    void aDocumentOfTheFirstEditionOfTheMethodsIsCheckedByThatEdition() throws IOException {
        String old = Files.readString(Path.of("src/test/resources/documents/of-the-first-edition.json"));
        assertThat(CheckedDocumentText.faults(check(old))).isEmpty();
        assertThat(check(old).isEqual()).isTrue();
        assertThat(check(partlyEmpty(old)).isEqual())
                .as("nothing followed of it then")
                .isTrue();
        assertThat(check(partlyEmpty(text("estimated-two-years"))).isEqual()).isFalse();
    }

    private static String partlyEmpty(String document) {
        String emptied = document.replaceFirst(
                "\"vacancies\": \\[\\]",
                "\"vacancies\": [\n      {\"from\": \"2020-03-10\", \"to\": \"2020-03-20\"}\n    ]");
        assertThat(emptied).isNotEqualTo(document);
        return sealedAnew(emptied);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theDigestFitsNoDocumentWithAFigureChanged(String name) {
        String document = text(name);
        for (Edit edit : edits(document, document.length())) {
            String tampered = edit.of(document);
            assertThat(check(tampered).isEqual())
                    .as(() -> changedLine(document, tampered))
                    .isFalse();
        }
    }

    /// All but what no other field depends on: who and what it is about, the engine, wordings.
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aFigureThatIsChangedIsFoundEvenUnderANewDigest(String name) {
        String document = text(name);
        Set<String> free = Set.of(
                "engine",
                "account",
                "agreement",
                "arabicName",
                "latinName",
                "address",
                "reference",
                "arrears",
                "ar",
                "fr",
                "en",
                "why");
        int found = 0;
        for (Edit edit : edits(document, document.indexOf("\"inputs\""))) {
            String tampered = edit.of(document);
            String line = changedLine(document, tampered);
            Matcher field = VALUE.matcher(line);
            boolean isFree = field.find() && free.contains(field.group(1)) || line.contains("\"why\"");
            if (!isFree || line.contains("assets:receivable")) {
                assertThat(check(sealedAnew(tampered)).isEqual()).as(line).isFalse();
                found++;
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    /// The account is stated three times: for the bill, in its entry and to the addressee.
    @Test
    void anAccountThatIsNotTheAddresseesIsFoundEvenUnderANewDigest() {
        String tampered = sealedAnew(text("settled-credit").replace("\"1204551837\"", "\"1204551838\""));
        assertThat(CheckedDocumentText.faults(check(tampered)))
                .anySatisfy(fault -> assertThat(fault)
                        .contains("account is 1204551838, but the addressee's reference is 1204 551 837"));
    }

    /// One value changed: a digit or letter of it.
    private record Edit(int start, int end, String replacement) {
        String of(String document) {
            return document.substring(0, start) + replacement + document.substring(end);
        }
    }

    /// Edits of values before a place; of a long document only some, spread over it.
    private static List<Edit> edits(String document, int end) {
        List<Edit> edits = new ArrayList<>();
        Matcher value = VALUE.matcher(document).region(0, end);
        while (value.find()) {
            edits.add(new Edit(value.start(2), value.end(2), other(value.group(2))));
        }
        List<Edit> some = new ArrayList<>();
        for (int i = 0; i < edits.size(); i += 1 + edits.size() / EDITS_MAX) {
            some.add(edits.get(i));
        }
        return some;
    }

    private static String other(String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true") ? "false" : "true";
        }
        for (int i = value.length() - 1; i >= 0; i--) {
            char c = value.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char next = c == '9' ? '8' : c == 'z' ? 'y' : c == 'Z' ? 'Y' : (char) (c + 1);
                return value.substring(0, i) + next + value.substring(i + 1);
            }
        }
        return "\"x\"";
    }

    private static String changedLine(String document, String tampered) {
        List<String> before = document.lines().toList();
        List<String> after = tampered.lines().toList();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).equals(after.get(i))) {
                return after.get(i).strip();
            }
        }
        return "the end";
    }

    static Stream<Arguments> changes() {
        String document = text("settled-charge");
        return Stream.of(
                Arguments.of("oneCentime", document.replaceFirst("343\\.20", "343.19"), "digest-differs"),
                Arguments.of("crlf", document.replace("\n", "\r\n"), "no-digest"),
                Arguments.of("aSpace", document.replaceFirst("\"total\": ", "\"total\":  "), "digest-differs"),
                Arguments.of(
                        "laidOutAnew",
                        sealedAnew(document.replaceFirst("\"total\": ", "\"total\":  ")),
                        "laid-out-anew"),
                Arguments.of("noDigest", document.substring(0, document.lastIndexOf(",\n")) + "\n}\n", "no-digest"),
                Arguments.of("somethingAfter", document + "\n", "no-digest"),
                Arguments.of("cutOff", document.substring(0, document.length() / 2), "bad-json"),
                Arguments.of("empty", "", "bad-json"),
                Arguments.of("noJson", "Facture d'électricité", "bad-json"),
                Arguments.of("otherObject", "{\"id\":1}", "unknown-format"),
                Arguments.of("laterFormat", document.replace("taswiya-bill/2", "taswiya-bill/9"), "unknown-format"),
                Arguments.of(
                        "wrongLetters", document.replaceFirst("\"number\": \"42", "\"number\": \"43"), "bad-number"),
                Arguments.of(
                        "unknownTariff",
                        document.replace("casablanca/electricity-household", "casablanca/gas"),
                        "unknown-tariff"),
                Arguments.of(
                        "aReadingLess",
                        document.replaceFirst(
                                "\\{\"at\": \"2020-07-01\"[^}]*}",
                                "{\"at\": \"2020-07-01\", \"value\":"
                                        + " \"1\", \"kind\": \"actual\", \"provenance\": \"\"}"),
                        "not-billable"),
                Arguments.of(
                        "aReadingTwice",
                        document.replace("\"kind\": \"estimated\"", "\"kind\": \"actual\"")
                                .replace("2020-04-01\", \"value", "2020-03-01\", \"value"),
                        "duplicate-reading"),
                Arguments.of("noInputs", document.replace("\"inputs\"", "\"outputs\""), "missing-field"),
                Arguments.of(
                        "unbalanced",
                        document.replaceFirst("(assets:receivable\", \"amount\": \")343\\.20", "$1343.21"),
                        "entry-does-not-balance"),
                Arguments.of(
                        "parts",
                        document.replaceFirst("(\"amounts\": \\{\\s*\"net\": \")", "$11"),
                        "parts-do-not-sum"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatIsWrongIsSaidByACode(String trap, String document, String reason) {
        CheckedDocument checked = check(document);
        List<CheckedDocument.Fault> faults = switch (checked) {
            case Recomputed recomputed -> recomputed.faults();
            case Unreadable unreadable -> unreadable.faults();
        };
        assertThat(faults).extracting(CheckedDocument.Fault::reason).contains(reason);
        assertThat(faults).allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
    }

    @Test
    void noPieceOfADocumentPassesForTheWhole() {
        byte[] whole = bytes("settled-charge");
        for (int length = 0; length < whole.length; length += 61) {
            byte[] piece = Arrays.copyOf(whole, length);
            assertThat(CHECK.check("bill.json", piece)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void aPlaceholderThatIsNotToldIsFound() {
        String document = text("placeholder-tariff");
        String silent = document.replaceFirst("(?s)\"placeholders\": \\[.*?\\n  ],", "\"placeholders\": [],");
        assertThat(CheckedDocumentText.faults(check(sealedAnew(silent))))
                .anyMatch(line -> line.startsWith("placeholders: stated a sure price"));
    }

    static Stream<Arguments> otherBooks() {
        return Stream.of(
                Arguments.of("aComment", "(?m)^versions:", "# Checked again.\nversions:", Set.of()),
                Arguments.of("anOtherSource", "standard VAT rate", "the law", Set.of()),
                Arguments.of(
                        "aLaterRate",
                        "rate: 0\\.20, source: \"VAT reform",
                        "rate: 0.21, source: \"VAT reform",
                        Set.of()),
                Arguments.of("aLaterPrice", "0\\.8071", "0.8072", Set.of()),
                Arguments.of("anEarlierPrice", "0\\.9350", "0.9351", Set.of()),
                Arguments.of("dueDays", "dueDays: 18", "dueDays: 20", Set.of("dueOn")),
                Arguments.of("thePrice", "1\\.0220", "1.0221", Set.of("tariff-differs", "total")),
                Arguments.of("aPriceNotReached", "1\\.5193", "1.5194", Set.of("tariff-differs")),
                Arguments.of("theTolerance", "tolerance: 10", "tolerance: 11", Set.of("tariff-differs")),
                Arguments.of("theCap", "capPerMonth: 100", "capPerMonth: 90", Set.of("tariff-differs")),
                Arguments.of("theStamp", "0\\.0025", "0.005", Set.of("tariff-differs", "stampIfCash")),
                Arguments.of("theTax", "rate: 0\\.14", "rate: 0.15", Set.of("tariff-differs", "total")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherBooks")
    void anotherTariffIsFoundAndNoOtherChangeOfABook(String trap, String find, String replacement, Set<String> told)
            throws IOException {
        Path book = folder.resolve(HOUSEHOLD_BOOK);
        Files.createDirectories(book.getParent());
        String old = Files.readString(Path.of("../utilities").resolve(HOUSEHOLD_BOOK));
        String changed = old.replaceAll(find, replacement);
        assertThat(changed).isNotEqualTo(old);
        Files.writeString(book, changed);
        CheckedDocument checked =
                new DocumentCheck(TariffLibrary.of(folder)::read).check("bill.json", bytes("settled-charge"));
        assertThat(checked).isInstanceOfSatisfying(Recomputed.class, recomputed -> {
            Set<String> found = new HashSet<>();
            recomputed.faults().forEach(fault -> found.add(fault.reason()));
            recomputed.differences().forEach(difference -> found.add(difference.path()));
            assertThat(found).containsAll(told);
            assertThat(recomputed.isEqual()).isEqualTo(told.isEmpty());
        });
    }

    @Test
    void verifyAnswersForEveryFileAndSaysHowItEnds() throws IOException {
        Path good = Files.write(folder.resolve("a.json"), bytes("settled-credit"));
        Path edited = Files.writeString(
                folder.resolve("b.json"), text("settled-credit").replaceFirst("490\\.09", "490.10"));
        Path broken = Files.writeString(folder.resolve("c.json"), "{");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(VerifyCommand.verify(List.of(good), CHECK, false, out)).isZero();
        assertThat(VerifyCommand.verify(List.of(good, edited, broken), CHECK, false, out))
                .isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("differs     " + edited, "the digest does not fit the file")
                .contains("total: stated -490.10, recomputed -490.09")
                .contains("3 documents: 1 differs, 1 equal, 1 unreadable");
        out.reset();
        assertThat(VerifyCommand.verify(List.of(good, edited), CHECK, true, out))
                .isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"result\":\"equal\""),
                        line -> assertThat(line)
                                .contains("{\"path\":\"total\",\"stated\":\"-490.10\",\"recomputed\":\"-490.09\"}"));
    }
}
