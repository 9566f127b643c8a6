package org.taswiya.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.run.ShadowReport.HardHit;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.shadow.Shadows;
import org.taswiya.store.shadow.StoredShadow;
import org.taswiya.store.shadow.StoredShadow.Bin;
import org.taswiya.store.shadow.StoredShadow.Book;
import org.taswiya.store.shadow.StoredShadow.Hit;
import org.taswiya.store.shadow.StoredShadow.Left;
import org.taswiya.store.shadow.StoredShadow.Part;
import org.taswiya.store.shadow.StoredShadow.Sum;

/// What a shadow run found, kept in the books to be looked at later.
public final class ShadowKept {
    private ShadowKept() {}

    /// What stood in for a book in use.
    ///
    /// @param old the id of the book in use
    /// @param named as somebody named the other
    public record StandIn(String old, String named, Tariff renewed) {}

    /// Keeps it.
    ///
    /// @return its number
    public static long keep(Database database, Cycle cycle, List<StandIn> books, ShadowReport report, Change why) {
        return Shadows.keep(database, stored(cycle, books, report, why), why);
    }

    private static StoredShadow stored(Cycle cycle, List<StandIn> books, ShadowReport report, Change why) {
        return new StoredShadow(
                0,
                cycle.billTo(),
                cycle.billedOn(),
                report.accounts(),
                report.failed(),
                books.stream()
                        .map(book -> new Book(book.old(), book.named(), RunPrices.digest(cycle, book.renewed())))
                        .toList(),
                sums(report),
                report.bins().stream()
                        .map(bin -> new Bin(bin.direction(), bin.over(), bin.upTo(), bin.bills(), bin.sum()))
                        .toList(),
                hits(report.hardest()),
                hits(report.eased()),
                left(report),
                why.author(),
                why.reason(),
                why.at());
    }

    private static List<Sum> sums(ShadowReport report) {
        List<Sum> sums = new ArrayList<>();
        sums.add(report.all().stored(Part.ALL, "", 0, ""));
        sums.add(report.byAccount().stored(Part.ACCOUNT, "", 0, ""));
        sums.add(report.others().stored(Part.OTHER, "", 0, ""));
        report.byClass().forEach((name, sum) -> sums.add(sum.stored(Part.CLASS, name, 0, "")));
        report.byTariff()
                .forEach((supply, sum) -> sums.add(sum.stored(Part.TARIFF, supply.tariff(), 0, supply.service())));
        report.byBlock().forEach((block, sum) -> sums.add(sum.stored(Part.BLOCK, block.tariff(), block.number(), "")));
        return sums;
    }

    private static List<Hit> hits(List<HardHit> hits) {
        return hits.stream()
                .map(hit -> new Hit(hit.account(), hit.customerClass(), hit.bills(), hit.before(), hit.after()))
                .toList();
    }

    private static List<Left> left(ShadowReport report) {
        List<Left> left = new ArrayList<>();
        add(left, true, report.caused());
        add(left, false, report.withheld());
        return left;
    }

    private static void add(List<Left> left, boolean isCaused, SortedMap<String, Long> reasons) {
        reasons.forEach((reason, agreements) -> left.add(new Left(isCaused, reason, agreements)));
    }
}
