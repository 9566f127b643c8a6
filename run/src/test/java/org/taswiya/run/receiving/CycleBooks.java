package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.billing.AllocationPolicy;
import org.taswiya.core.billing.BillChecks;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BillingListener;
import org.taswiya.run.BillingRun;
import org.taswiya.run.RunSettings;
import org.taswiya.run.TestDatabases;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;

/// Books of a row of houses with electricity since February 2020, billed by cycles of a month.
final class CycleBooks {
    private static final TariffLibrary LIBRARY = TariffLibrary.of(Path.of("..", "utilities"));
    private static final String HEAD = "POINT;COMPTEUR;DATE_RELEVE;INDEX;NATURE;UNITE\n";

    /// An own reading goes before an estimate, and the last period is always there to estimate from.
    private static final BillingPolicy POLICY = new BillingPolicy(
            new AllocationPolicy.ByDays(),
            List.of(EstimationMethod.CUSTOMER_READING, EstimationMethod.PREVIOUS_PERIOD),
            6,
            null,
            null);

    private final Database database = TestDatabases.fresh();
    private final Town town;
    private final int points;

    /// @param points how many houses
    CycleBooks(int points) throws IOException {
        this.points = points;
        town = new Town(database, TestDatabases.folder("arrivals"));
    }

    void begin(List<String> known) throws IOException {
        StringBuilder customers = new StringBuilder("CLIENT;CATEGORIE;NOM\n");
        StringBuilder accounts = new StringBuilder("COMPTE;CLIENT\n");
        StringBuilder agreements = new StringBuilder("CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN\n");
        for (int i = 1; i <= points; i++) {
            customers.append("P%d;PART;Client %d\n".formatted(i, i));
            accounts.append("000000000%d;P%d\n".formatted(i, i));
            agreements.append("C0000%d;000000000%d;E%d;BT-DOM;1;01/02/2020;\n".formatted(i, i, i));
        }
        town.build("", 1, points);
        town.take("customers", customers.toString());
        town.take("accounts", accounts.toString());
        town.take("agreements", agreements.toString());
        readings(known, 1_000);
        bill(3);
    }

    void readings(List<String> rows, int rowsPerBatch) throws IOException {
        if (!rows.isEmpty()) {
            Path file = town.file(HEAD + String.join("\n", rows) + "\n");
            town.take(Town.shipped("readings-french"), file, rowsPerBatch);
        }
    }

    /// The cycle to the first of a month, on that day.
    void bill(int month) {
        LocalDate to = LocalDate.of(2020, month, 1);
        Change why = new Change(Instant.parse(to + "T20:00:00Z"), "billing", "cycle to " + to);
        RunSettings settings = new RunSettings(new Cycle(to, to), POLICY, BillChecks.NONE, LIBRARY::tariff, 3, why);
        BillingRun.execute(database, settings, new BillingListener() {});
    }

    Town town() {
        return town;
    }

    Database database() {
        return database;
    }

    /// Of each agreement, all of its bills together.
    List<String> billed() {
        return town.query("select agreement || ' ' || sum(total) from bill group by agreement order by agreement");
    }

    List<String> held() {
        return town.query("select run || ' ' || agreement || ' ' || found from held_agreement order by 1");
    }
}
