package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.receiving.ImportReport;
import org.taswiya.store.receiving.ImportTable;
import org.taswiya.store.receiving.ImportTotals;
import org.taswiya.store.run.RunTable;

/// Files into the books.
final class ImportRunTest {
    private static final Database DATABASE = TestDatabases.fresh();
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    private Path folder;

    private Town town = new Town(DATABASE, Path.of("."));
    private String t = "";

    /// Names of its own for each test, in one database.
    @BeforeEach
    void aTown() throws IOException {
        town = new Town(DATABASE, folder);
        t = "t" + COUNT.incrementAndGet() + "x";
        town.build(t, 1, 3);
    }

    private static ImportTotals totals(
            long read, long added, long unchanged, long superseding, long out, long rejected) {
        return new ImportTotals(read, added, unchanged, superseding, out, 0, rejected);
    }

    private String readings(String... rows) {
        return Town.READINGS + String.join("\n", rows).replace("E", "E" + t) + "\n";
    }

    @Test
    void readingsComeInAndTheSameFileAgainChangesNothing() throws IOException {
        String text = readings("E1,2020-03-01,100", "E1,2020-04-01,150", "E2,2020-03-01,7");
        ImportReport report = town.take("readings", text);
        assertThat(report.totals()).isEqualTo(totals(3, 3, 0, 0, 0, 0));
        assertThat(town.counting("E" + t))
                .containsExactly(
                        "E" + t + "1 2020-03-01 actual 100",
                        "E" + t + "1 2020-04-01 actual 150",
                        "E" + t + "2 2020-03-01 actual 7");
        String before = BooksDigest.of(DATABASE);
        assertThat(town.take("readings", text).begun().id())
                .isEqualTo(report.begun().id());
        assertThat(BooksDigest.of(DATABASE)).isEqualTo(before);
        assertThat(town.take("readings", text + "\n").totals()).isEqualTo(totals(3, 0, 3, 0, 0, 0));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            E1;;01/03/2020;100000;R;       | digit-overflow
            E1;;01/03/2020;1,5;R;          | too-fine
            E1;;01/03/2020;-1;R;           | negative
            E1;;01/03/2020;1.5;R;          | bad-number
            E1;;31/02/2020;1;R;            | bad-date
            E1;;02/07/2020;1;R;            | future-date
            E1;;01/03/2020;1;X;            | unknown-code
            E1;;31/12/2017;1;R;            | before-installation
            E9;;01/03/2020;1;R;            | unknown-usage-point
            E1;M2;01/03/2020;1;R;          | meter-not-in-place
            ;M9;01/03/2020;1;R;            | unknown-meter
            ;;01/03/2020;1;R;              | missing-field
            E1;;01/03/2020;1;R;M3          | other-unit
            E1;;01/03/2020;1               | field-count
            """)
    void everyWrongRowHasItsReason(String row, String reason) throws IOException {
        String named = row.replace("E", "E" + t).replace(";M2", ";M" + t + "2").replace(";M9", ";M" + t + "9");
        ImportReport report =
                town.take("readings-french", "POINT;COMPTEUR;DATE_RELEVE;INDEX;NATURE;UNITE\n" + named + "\n");
        assertThat(report.rejected()).containsOnlyKeys(reason);
        assertThat(town.counting("E" + t)).isEmpty();
    }

    /// Known of the day, in the order of arrival; then what counts.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            R 100, R 100           | actual 100   | 2 1 1 0 0 0
            R 100, R 90            | actual 90    | 2 1 0 1 0 0
            R 90, R 100            | actual 90    | 2 1 0 0 0 1
            E 100, R 120           | actual 120   | 2 1 0 1 0 0
            R 120, E 100           | actual 120   | 2 1 0 0 1 0
            R 120, C 100           | actual 120   | 2 1 0 0 1 0
            C 100, R 120, C 100    | actual 120   | 3 1 1 1 0 0
            E 1, C 2               | customer 2   | 2 1 0 1 0 0
            """)
    void ofADayTheBetterWordCounts(String rows, String counting, String totals) throws IOException {
        theBetterWordCounts("E" + t + "1", 10_000, rows, counting, totals);
        theBetterWordCounts("E" + t + "2", 1, rows, counting, totals); // each looked up while the one before is written
    }

    private void theBetterWordCounts(String point, int rowsPerBatch, String rows, String counting, String totals)
            throws IOException {
        StringBuilder text = new StringBuilder("POINT;COMPTEUR;DATE_RELEVE;INDEX;NATURE;UNITE\n");
        for (String row : rows.split(", ")) {
            text.append("%s;;01/03/2020;%s;%s;KWH\n".formatted(point, row.substring(2), row.charAt(0)));
        }
        ImportReport report = town.take(Town.shipped("readings-french"), town.file(text.toString()), rowsPerBatch);
        assertThat(town.counting(point)).containsExactly(point + " 2020-03-01 " + counting);
        ImportTotals found = report.totals();
        assertThat("%d %d %d %d %d %d"
                        .formatted(
                                found.read(),
                                found.added(),
                                found.unchanged(),
                                found.superseding(),
                                found.outranked(),
                                found.rejected()))
                .isEqualTo(totals);
    }

    @Test
    void aCorrectionTakesThePlaceAndKeepsIt() throws IOException {
        town.take("readings", readings("E1,2020-03-01,100"));
        assertThat(town.take("corrections", readings("E1,2020-03-01,120")).totals())
                .isEqualTo(totals(1, 0, 0, 1, 0, 0));
        assertThat(town.take("readings", readings("E1,2020-03-01,100", "E1,2020-03-01,90"))
                        .totals())
                .isEqualTo(totals(2, 0, 1, 0, 0, 1));
        assertThat(town.take("corrections", readings("E1,2020-03-01,110"))
                        .totals()
                        .superseding())
                .isEqualTo(1);
        assertThat(town.take("corrections", readings("E1,2020-03-01,120", ""))
                        .totals()
                        .unchanged())
                .isEqualTo(1);
        assertThat(town.counting("E" + t)).containsExactly("E" + t + "1 2020-03-01 actual 110");
        assertThat(town.query(
                        "select value::text from reading where usage_point = 'E%s1' order by revision".formatted(t)))
                .containsExactly("100", "120", "110");
    }

    @Test
    void rejectedRowsAreCorrectedInTheirFileAndSentAgain() throws IOException {
        Path file = town.file(
                "point;jour;index\nE%s1;01/03/2020;1,5\nE%s2;01/03/2020;7\nE%s3;1.3.2020;\"8\"\n".replace("%s", t));
        SourceMapping mapping = Town.mapping("""
                brings: reading
                delimiter: ";"
                decimal: ","
                dates: dd/MM/yyyy
                columns: { usagePoint: point, at: jour, value: index }
                """);
        ImportReport report = town.take(mapping, file, 2);
        Path rejects = RejectsFile.beside(file);
        assertThat(RejectsFile.write(DATABASE, report.begun(), rejects)).isEmpty();
        assertThat(RejectsFile.write(DATABASE, report.begun(), rejects)).isEmpty();
        String answered = Files.readString(rejects);
        assertThat(answered.replace(t, "")).isEqualTo("""
                        point;jour;index;taswiya-line;taswiya-reason
                        E1;01/03/2020;1,5;2;"too-fine: value: found 1,5, meter M1 has 0 decimals"
                        E3;1.3.2020;"8";4;"bad-date: jour: found '1.3.2020', expected dd/MM/yyyy"
                        """);
        Files.writeString(rejects, answered.replace("1,5", "15"));
        ImportReport again = town.take(mapping, rejects, 2);
        assertThat(again.totals()).isEqualTo(totals(2, 1, 0, 0, 0, 1));
        String corrected = Files.readString(rejects);
        Path kept = RejectsFile.write(DATABASE, again.begun(), rejects).orElseThrow();
        assertThat(Files.readString(rejects))
                .hasLineCount(2)
                .startsWith("point;jour;index;taswiya-line;taswiya-reason\n");
        assertThat(kept.getFileName()).hasToString(rejects.getFileName() + ".1");
        assertThat(kept).as("what a person has corrected is not lost").hasContent(corrected);
    }

    /// Readings before their exchange, the exchange before the one before it, all before the point is known.
    @Test
    void whatComesTooEarlyIsTriedAgainWhenItHasCome() throws IOException {
        String late = "late" + t;
        ImportReport readings =
                town.take("readings", Town.READINGS + "E%s1,2020-05-01,57\nE%s1,2018-05-01,50\n".replace("%s", late));
        ImportReport second =
                town.take("exchanges", Town.EXCHANGES + "E%s1;01/04/2020;N%s;9;O%s;7\n".replace("%s", late));
        ImportReport first =
                town.take("exchanges", Town.EXCHANGES + "E%s1;01/04/2019;M%s1;99;N%s;0\n".replace("%s", late));
        assertThat(readings.rejected()).containsEntry("unknown-usage-point", 2L);
        assertThat(second.totals().rejected() + first.totals().rejected()).isEqualTo(2);
        town.build(late, 1, 1);
        assertThat(town.query("select serial || ' ' || installed_at || ' ' || coalesce(removed_at::text, '') from meter"
                        + " where usage_point = 'E%s1' order by installed_at".formatted(late)))
                .containsExactly(
                        "M%s1 2018-01-01 2019-04-01".formatted(late),
                        "N%s 2019-04-01 2020-04-01".formatted(late),
                        "O%s 2020-04-01 ".formatted(late));
        assertThat(town.counting("E" + late))
                .containsExactly(
                        "E%s1 2018-05-01 actual 50".formatted(late), "E%s1 2020-05-01 actual 57".formatted(late));
        assertThat(town.query("select count(*)::text from cured_row where import in (%d, %d)"
                        .formatted(second.begun().id(), first.begun().id())))
                .containsExactly("2");
    }

    @Test
    void afterAnExchangeTheNewMeterIsRead() throws IOException {
        town.take("exchanges", Town.EXCHANGES + "E%s1;01/04/2020;M%s1;99;N%s;3\n".replace("%s", t));
        ImportReport report = town.take("readings-french", """
                POINT;COMPTEUR;DATE_RELEVE;INDEX;NATURE;UNITE
                E%s1;M%s1;01/04/2020;99;R;
                E%s1;M%s1;01/05/2020;99;R;
                E%s1;N%s;01/03/2020;5;R;
                ;N%s;01/06/2020;50;R;
                """.replace("%s", t));
        assertThat(report.rejected()).containsOnlyKeys("after-removal", "before-installation");
        assertThat(town.counting("E" + t)).hasSize(2).last().asString().endsWith("2020-06-01 actual 50");
        assertThat(town.take("exchanges", Town.EXCHANGES + "E%s1;01/04/2020;;99;N%s;3\n".replace("%s", t))
                        .totals())
                .isEqualTo(totals(1, 0, 1, 0, 0, 0));
    }

    @Test
    void aResetComesBackByTheNamesOfItsOwnFields() throws IOException {
        Path file = town.file("POINT;DATE;COMPTEUR;INDEX_AVANT;INDEX_APRES\n"
                + "E%s1;01/04/2020;X;9;0\nE%s2;01/04/2020;;9;100000\nE%s3;01/04/2020;;100000;0\n".replace("%s", t));
        ImportReport report = town.take(Town.shipped("resets"), file, 10);
        assertThat(RejectsFile.write(DATABASE, report.begun(), RejectsFile.beside(file)))
                .isEmpty();
        assertThat(Files.readString(RejectsFile.beside(file)))
                .contains("serial: found X", "firstValue: found 100000", "lastValue: found 100000");
    }

    @Test
    void visitsAreKeptWithAndWithoutAValue() throws IOException {
        String text = """
                POINT;COMPTEUR;DATE;HEURE;INDEX;ANOMALIE;LAT;LON;PHOTO;AGENT
                E%s1;;01/03/2020;09:15;100;;33.5731104;-7.5898434;p1.jpg;A7
                E%s2;;01/03/2020;09:20;;ABS;;;;A7
                E%s3;;01/03/2020;09:25;;;;;;A7
                E%s3;;01/03/2020;09:30;;HS;91;0;;A7
                """.replace("%s", t);
        ImportReport report = town.take("route", text);
        assertThat(report.totals()).isEqualTo(totals(4, 2, 0, 0, 0, 2));
        assertThat(report.rejected()).containsOnlyKeys("missing-field", "bad-record");
        assertThat(town.query("select concat_ws(' ', at at time zone 'UTC', remark, latitude, longitude, photo, reader)"
                        + " from visit where usage_point like 'E%s%%' order by at".formatted(t)))
                .containsExactly(
                        "2020-03-01 08:15:00 33.5731104 -7.5898434 p1.jpg A7", "2020-03-01 08:20:00 no-access A7");
        assertThat(town.counting("E" + t)).containsExactly("E" + t + "1 2020-03-01 actual 100");
        assertThat(town.take("route", text + "\n").totals()).isEqualTo(totals(4, 0, 2, 0, 0, 2));
    }

    @Test
    void whoIsServedComesByFilesToo() throws IOException {
        town.take("customers", "CLIENT;CATEGORIE;NOM\nP%s;PART;Benali\nQ%s;PROF;Atlas\n".replace("%s", t));
        String number = String.format(java.util.Locale.ROOT, "%010d", COUNT.get());
        assertThat(town.take(
                                "accounts",
                                "COMPTE;CLIENT\n%s;P%s\n123;P%s\n0000000000;X%s\n"
                                        .replace("%s;", number + ";")
                                        .replace("%s", t))
                        .rejected())
                .containsOnlyKeys("bad-record", "unknown-customer");
        String contract = "C" + number.substring(5);
        String agreements = "CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN\n" + contract + ";" + number + ";E" + t
                + "1;BT-DOM;1;01/01/2020;\n";
        assertThat(town.take("agreements", agreements).totals().added()).isEqualTo(1);
        assertThat(town.take("agreements", agreements.replace(contract, "C9" + number.substring(5)))
                        .rejected())
                .containsOnlyKeys("overlap");
        assertThat(town.take("vacancies", "LOCAL;DEPUIS;JUSQU_A\nL%s1;01/03/2020;\n".replace("%s", t))
                        .totals()
                        .added())
                .isEqualTo(1);
        assertThat(town.take("vacancies", "LOCAL;DEPUIS;JUSQU_A\nL%s1;01/03/2020;01/05/2020\n".replace("%s", t))
                        .totals()
                        .superseding())
                .isEqualTo(1);
        assertThat(town.take("customers", "CLIENT;CATEGORIE;NOM\nP%s;PART;Autre\n".replace("%s", t))
                        .rejected())
                .containsOnlyKeys("other-value");
    }

    /// A letter and a list have one line for a name; a cell of a spreadsheet may have two.
    @Test
    void aNameWithALineFeedComesInOnOneLine() throws IOException {
        String text = "CLIENT;CATEGORIE;NOM\nN%s;PART;\"Benali \n Fatima\"\n".replace("%s", t);
        assertThat(town.take("customers", text).totals().added()).isEqualTo(1);
        assertThat(town.query("select latin_name from customer where reference = 'N%s'".formatted(t)))
                .containsExactly("Benali Fatima");
        assertThat(town.take("customers", text + "\n").totals().unchanged()).isEqualTo(1);
    }

    @Test
    void aFileThatChangedIsNotGoneOnWith() throws IOException, SQLException {
        Path file = town.file(readings("E1,2020-03-01,1", "E1,2020-04-01,2"));
        ImportSettings settings = new ImportSettings(file, Town.shipped("readings"), Town.ON, 1, null, Town.WHY);
        ImportListener killing = new ImportListener() {
            @Override
            public void committed(ImportTotals soFar, long share) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> ImportRun.execute(DATABASE, settings, killing)).hasMessage("killed");
        Files.writeString(file, readings("E1,2020-03-01,1", "E1,2020-04-01,3"), StandardCharsets.UTF_8);
        ImportReport open = ImportTable.reports(DATABASE).getLast();
        assertThat(open.isFinished()).isFalse();
        assertThatThrownBy(() ->
                        ImportRun.resume(DATABASE, open.begun(), null, PaymentLimits.NONE, new ImportListener() {}))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(file + " has changed since import");
        Files.writeString(file, readings("E1,2020-03-01,1", "E1,2020-04-01,2"), StandardCharsets.UTF_8);
        assertThat(ImportRun.resume(DATABASE, open.begun(), null, PaymentLimits.NONE, new ImportListener() {})
                        .totals())
                .isEqualTo(totals(2, 2, 0, 0, 0, 0));
    }

    /// Row by row; after the first one somebody sends an exchange of the second meter, and a reading of the third.
    @Test
    void whatSomebodyElseSendsBetweenTwoBatchesCounts() throws IOException {
        AtomicInteger sent = new AtomicInteger();
        ImportListener other = new ImportListener() {
            @Override
            public void committed(ImportTotals soFar, long share) {
                if (sent.getAndIncrement() == 0) {
                    send();
                }
            }
        };
        Path file = town.file("""
                POINT;COMPTEUR;DATE_RELEVE;INDEX;NATURE;UNITE
                E%s1;M%s1;01/05/2020;1;R;
                E%s2;M%s2;01/05/2020;200;R;
                E%s3;M%s3;01/05/2020;5;R;
                """.replace("%s", t));
        ImportReport report = ImportRun.execute(
                DATABASE, new ImportSettings(file, Town.shipped("readings-french"), Town.ON, 1, null, Town.WHY), other);
        assertThat(report.rejected()).containsOnlyKeys("after-removal", "other-value");
        assertThat(town.counting("E" + t))
                .containsExactly("E" + t + "1 2020-05-01 actual 1", "E" + t + "3 2020-05-01 actual 3");
    }

    private void send() {
        try {
            town.take("exchanges", Town.EXCHANGES + "E%s2;01/04/2020;M%s2;99;N%s2;0\n".replace("%s", t));
            town.take("readings", readings("E3,2020-05-01,3"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anImportWaitsForWhoBills() throws Exception {
        AtomicInteger waited = new AtomicInteger();
        Path file = town.file(readings("E1,2020-03-01,1"));
        try (Connection billing = DATABASE.connect()) {
            assertThat(RunTable.lock(billing)).isTrue();
            ImportListener listener = new ImportListener() {
                @Override
                public void waiting() {
                    if (waited.incrementAndGet() == 1) {
                        unlock(billing);
                    }
                }
            };
            ImportReport report = ImportRun.execute(
                    DATABASE,
                    new ImportSettings(file, Town.shipped("readings"), Town.ON, 10, null, Town.WHY),
                    listener);
            assertThat(report.totals().added()).isEqualTo(1);
        }
        assertThat(waited).hasValueGreaterThanOrEqualTo(1);
    }

    private static void unlock(Connection billing) {
        try {
            billing.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
