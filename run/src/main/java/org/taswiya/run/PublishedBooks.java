package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.store.bill.BilledRange;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunTariffs;

/// The price books that a home has published, for runs that begin and for bills that are made again.
final class PublishedBooks {
    private PublishedBooks() {}

    /// Refuses to begin a run with a book that is not in use any more: another was published after the books were read.
    static void requireInUse(Connection connection, Cycle cycle, Function<String, Optional<Tariff>> tariffs)
            throws SQLException {
        for (Map.Entry<String, String> published : PriceBooks.inUse(connection).entrySet()) {
            String id = published.getKey();
            Optional<Tariff> used = tariffs.apply(id);
            Tariff inUse = tariff(id, published.getValue());
            if (used.isPresent() && !RunPrices.digest(cycle, used.get()).equals(RunPrices.digest(cycle, inUse))) {
                throw new BillingRefused("The price book " + id + " that was published in this home charges something"
                        + " else than the one that was read for this work. Begin it again, and it is billed by the"
                        + " one in use.");
            }
        }
    }

    /// The books with which a run made its bills: those of today, but where one charges something else than it did then
    /// the one that was kept.
    static Function<String, Optional<Tariff>> ofRun(
            Connection connection, BilledRange range, Function<String, Optional<Tariff>> today) throws SQLException {
        SortedMap<String, String> digests = RunTariffs.of(connection, range.run());
        Map<String, Tariff> then = new HashMap<>();
        for (Map.Entry<String, String> billed : digests.entrySet()) {
            String id = billed.getKey();
            Optional<Tariff> now = today.apply(id);
            if (now.isPresent() && RunPrices.digest(range.cycle(), now.get()).equals(billed.getValue())) {
                continue;
            }
            for (KeptBook kept : PriceBooks.ofTariff(connection, id)) {
                Tariff tariff = tariff(id, kept.content());
                if (RunPrices.digest(range.cycle(), tariff).equals(billed.getValue())) {
                    then.put(id, tariff);
                }
            }
        }
        return id -> Optional.ofNullable(then.get(id)).or(() -> today.apply(id));
    }

    /// Of a content that was a good book when it was kept.
    private static Tariff tariff(String id, String content) {
        return switch (TariffBookParser.parse(id + " as kept", content)) {
            case TariffBook book -> book.tariff();
            case RefusedBook refused ->
                throw new IllegalStateException("A kept price book is not read any more: "
                        + refused.findings().getFirst());
        };
    }
}
