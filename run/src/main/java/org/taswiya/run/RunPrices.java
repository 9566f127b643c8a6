package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.TariffDigest;
import org.taswiya.store.billing.RunTable.StartedRun;
import org.taswiya.store.billing.RunTariffs;

/// The price books of a run. Whoever goes on with it after a kill bills by the same ones: a book that was taken away or
/// charges something else for the days of the run would make other bills of the accounts that are left.
final class RunPrices {
    private final StartedRun run;
    private final RunSettings settings;
    private final SortedMap<String, String> digests;

    private RunPrices(StartedRun run, RunSettings settings, SortedMap<String, String> digests) {
        this.run = run;
        this.settings = settings;
        this.digests = digests;
    }

    /// @throws BillingRefused when a book by which the run has billed is not there or charges something else
    static RunPrices of(Connection connection, StartedRun run, RunSettings settings) throws SQLException {
        RunPrices prices = new RunPrices(run, settings, RunTariffs.of(connection, run.id()));
        prices.digests.forEach(prices::requireSame);
        return prices;
    }

    private void requireSame(String id, String digest) {
        Tariff now = settings.tariffs().apply(id).orElse(null);
        if (now == null || !digest(now).equals(digest)) {
            throw new BillingRefused("The " + run.cycle() + " has billed by the price book " + id
                    + (now == null ? ", which is not there now" : ", which charges something else now")
                    + ". A run ends as it began: put the book back as it was and go on; or give the run up with"
                    + " `./taswiya run cancel " + run.id() + "` and bill what it left with another day --on.");
        }
    }

    /// Keeps with the run the books that it bills by for the first time.
    void keep(Connection connection, List<IssuedAccount> accounts) throws SQLException {
        Map<String, String> added = new TreeMap<>();
        for (IssuedAccount account : accounts) {
            account.input().agreements().forEach(agreement -> {
                Tariff tariff = agreement.tariff();
                if (!digests.containsKey(tariff.id())) {
                    added.computeIfAbsent(tariff.id(), _ -> digest(tariff));
                }
            });
        }
        RunTariffs.add(connection, run.id(), added);
        digests.putAll(added);
    }

    private String digest(Tariff tariff) {
        LocalDate billTo = run.cycle().billTo();
        LocalDate billedOn = run.cycle().billedOn();
        return TariffDigest.before((billTo.isAfter(billedOn) ? billTo : billedOn).plusDays(1), tariff);
    }
}
