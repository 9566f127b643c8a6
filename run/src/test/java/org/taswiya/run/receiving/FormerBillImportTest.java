package org.taswiya.run.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.billing.ControlKind;
import org.taswiya.core.billing.ControlTotal;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Database;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.books.BooksTotals;
import org.taswiya.store.books.BooksTotals.Compared;
import org.taswiya.store.receiving.ImportReport;

/// What the old system billed comes in once; no day is billed twice.
final class FormerBillImportTest {
    private static final String BILLS = "CONTRAT;FACTURE;DU;AU;EMISE_LE;CONSOMMATION;NATURE;HT;TAXES;TTC\n";
    private static final String MARCH = "C00001;F3;01/03/2020;01/04/2020;03/04/2020;120;E;113,30;16,16;129,46\n";
    private static final String AGREEMENTS = """
            CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN;FACTURE_DEPUIS
            C00001;0000000001;E1;BT-DOM;1;01/01/2018;;01/03/2020
            """;

    private final Database database = TestDatabases.fresh();

    @TempDir
    private Path folder;

    private Town town = new Town(database, Path.of("."));

    @BeforeEach
    void aPoint() throws IOException {
        town = new Town(database, folder);
        town.build("", 1, 1);
        town.take("customers", "CLIENT;CATEGORIE;NOM\nK1;PART;Amrani\n");
        town.take("accounts", "COMPTE;CLIENT\n0000000001;K1\n");
    }

    @Test
    void theSameBillAgainChangesNothing() throws IOException {
        town.take("agreements-migrated", AGREEMENTS);
        String bills = BILLS + MARCH + "C00001;F2;01/02/2020;01/03/2020;03/03/2020;110;R;-1,50;0,50;-1\n";
        assertThat(town.take("former-bills", bills).totals().added()).isEqualTo(2);
        String before = BooksDigest.of(database);
        town.take("former-bills", bills);
        assertThat(BooksDigest.of(database)).isEqualTo(before);
        assertThat(town.take("former-bills", bills + "\n").totals().unchanged()).isEqualTo(2);
        assertThat(town.query("select sum(net + tax)::text from former_bill")).containsExactly("12846");
    }

    @Test
    void aBillWaitsForItsAgreement() throws IOException {
        ImportReport early = town.take("former-bills", BILLS + MARCH);
        assertThat(early.rejected()).containsOnlyKeys("unknown-agreement");
        town.take("agreements-migrated", AGREEMENTS);
        assertThat(town.query("select reference from former_bill")).containsExactly("F3");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            C00001;F4;01/04/2020;01/05/2020;03/05/2020;1;E;1;1;3        | bad-record
            C00001;F4;01/04/2020;01/04/2020;03/05/2020;1;E;1;1;2        | bad-record
            C00001;F4;01/04/2020;01/05/2020;03/05/2020;1;X;1;1;2        | unknown-code
            C00001;F4;01/04/2020;01/05/2020;03/05/2020;1;;1;1;2         | missing-field
            C00001;F4;01/04/2020;01/05/2020;03/05/2020;-1;E;1;1;2       | negative
            C00001;F4;01/04/2020;01/05/2020;03/05/2020;1;E;1,005;1;2    | bad-number
            C00001;F4;01/04/2020;01/05/2020;02/07/2020;1;E;1;1;2        | future-date
            C00009;F4;01/04/2020;01/05/2020;03/05/2020;1;E;1;1;2        | unknown-agreement
            C00001;F3;01/04/2020;01/05/2020;03/05/2020;1;E;1;1;2        | other-value
            C00001;F4;31/03/2020;01/05/2020;03/05/2020;1;E;1;1;2        | overlap
            C00001;F4;15/02/2020;15/03/2020;03/05/2020;1;E;1;1;2        | overlap
            C00001;F4;29/02/2020;02/03/2020;03/05/2020;1;E;1;1;2        | overlap
            """)
    void aWrongRowChangesNothing(String row, String reason) throws IOException {
        town.take("agreements-migrated", AGREEMENTS);
        town.take("former-bills", BILLS + MARCH);
        assertThat(town.take("former-bills", BILLS + row + "\n").rejected()).containsOnlyKeys(reason);
        assertThat(town.query("select reference from former_bill")).containsExactly("F3");
    }

    @Test
    void controlTotalsAreComparedWithTheBooks() throws IOException {
        town.take("agreements-migrated", AGREEMENTS);
        town.take("former-bills", BILLS + MARCH);
        town.take("readings", Town.READINGS + "E1,2020-02-01,10\nE1,2020-03-01,12.0\nE1,2020-04-01,90\n");
        town.take("open-items", "COMPTE;FACTURE;EMISE_LE;ECHEANCE;RESTE_DU\n0000000001;F2;01/03/2020;31/03/2020;7,5\n");
        town.take("credits", "COMPTE;PIECE;AVOIR\n0000000001;A1;20,05\n");
        List<ControlTotal> stated = List.of(
                of(ControlKind.CUSTOMERS, "1"),
                of(ControlKind.ACCOUNTS, "1"),
                of(ControlKind.PREMISES, "1"),
                of(ControlKind.USAGE_POINTS, "1"),
                of(ControlKind.METERS, "1"),
                of(ControlKind.EXCHANGES, "0"),
                of(ControlKind.AGREEMENTS, "1"),
                of(ControlKind.READINGS, "2"),
                new ControlTotal(ControlKind.LAST_READINGS, "electricity", Decimal.of(12)),
                new ControlTotal(ControlKind.LAST_READINGS, "water", Decimal.ZERO),
                of(ControlKind.FORMER_BILLS, "1"),
                of(ControlKind.FORMER_BILLS_TOTAL, "129.46"),
                of(ControlKind.OPEN_ITEMS, "1"),
                of(ControlKind.OPEN_ITEMS_SUM, "7.5"),
                of(ControlKind.CREDITS, "1"),
                of(ControlKind.CREDITS_SUM, "20.05"));
        assertThat(BooksTotals.compare(database, stated, LocalDate.of(2020, 3, 1)))
                .hasSize(ControlKind.values().length + 1)
                .allMatch(Compared::agrees);
        assertThat(BooksTotals.compare(database, stated, null).stream()
                        .filter(total -> !total.agrees())
                        .map(total -> total.stated().kind() + " " + total.difference()))
                .containsExactly("READINGS 1", "LAST_READINGS 78");
    }

    private static ControlTotal of(ControlKind kind, String value) {
        return new ControlTotal(kind, null, Decimal.parse(value));
    }
}
