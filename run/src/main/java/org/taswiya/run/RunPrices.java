package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.deliver.document.TariffDigest;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunTable;
import org.taswiya.store.run.RunTable.StartedRun;
import org.taswiya.store.run.RunTariffs;

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

    /// @throws BillingRefused when a book with which the run was begun is not there or charges something else
    static RunPrices of(Connection connection, StartedRun run, RunSettings settings) throws SQLException {
        RunPrices prices = new RunPrices(run, settings, RunTariffs.of(connection, run.id()));
        prices.digests.forEach(prices::requireSame);
        return prices;
    }

    /// Keeps the books of all tariffs that agreements name with a run that begins, in the transaction that begins it: a
    /// run that is killed before its first batch goes on by the same ones, too.
    static void bind(Connection connection, StartedRun run, RunSettings settings) throws SQLException {
        if (RunTable.lastStop(connection, run.id()) != null
                || !RunTariffs.of(connection, run.id()).isEmpty()) {
            return;
        }
        PublishedBooks.requireInUse(connection, run.cycle(), settings.tariffs());
        SortedMap<String, String> digests = new TreeMap<>();
        for (String name : RunTariffs.named(connection)) {
            settings.tariffs().apply(name).ifPresent(book -> digests.put(book.id(), digest(run.cycle(), book)));
        }
        RunTariffs.add(connection, run.id(), digests);
    }

    /// The books of the run of some bills that charge something else now. One that is gone is not among them: it makes
    /// no bill at all.
    static Set<String> changed(Connection connection, BilledRange range, Function<String, Optional<Tariff>> tariffs)
            throws SQLException {
        Set<String> changed = new TreeSet<>();
        RunTariffs.of(connection, range.run())
                .forEach((id, digest) -> tariffs.apply(id)
                        .filter(now -> !digest(range.cycle(), now).equals(digest))
                        .ifPresent(_ -> changed.add(id)));
        return changed;
    }

    private void requireSame(String id, String digest) {
        Tariff now = settings.tariffs().apply(id).orElse(null);
        if (now == null || !digest(run.cycle(), now).equals(digest)) {
            throw new BillingRefused("The " + run.cycle() + " was begun with the price book " + id
                    + (now == null ? ", which is not there now" : ", which charges something else now")
                    + ". A run ends as it began: put the book back as it was and go on; or give the run up with"
                    + " `./taswiya run cancel " + run.id() + "` and bill what it left with another day --on.");
        }
    }

    /// Keeps with the run the books that it was not begun with: of agreements that came later, or whose book did.
    void keep(Connection connection, List<IssuedAccount> accounts) throws SQLException {
        Map<String, String> added = new TreeMap<>();
        for (IssuedAccount account : accounts) {
            account.input().agreements().forEach(agreement -> {
                Tariff tariff = agreement.tariff();
                if (!digests.containsKey(tariff.id())) {
                    added.computeIfAbsent(tariff.id(), _ -> digest(run.cycle(), tariff));
                }
            });
        }
        RunTariffs.add(connection, run.id(), added);
        digests.putAll(added);
    }

    /// Of what a book charges for the days of a cycle and before: versions of later days change nothing here.
    static String digest(Cycle cycle, Tariff tariff) {
        LocalDate billTo = cycle.billTo();
        LocalDate billedOn = cycle.billedOn();
        return TariffDigest.before((billTo.isAfter(billedOn) ? billTo : billedOn).plusDays(1), tariff);
    }
}
