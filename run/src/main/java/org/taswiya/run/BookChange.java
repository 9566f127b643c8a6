package org.taswiya.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.bill.StoredBill;
import org.taswiya.store.bill.StoredBill.Line;
import org.taswiya.store.bill.StoredBill.Segment;
import org.taswiya.store.bill.StoredBill.Settlement;

/// Tells that a price book has changed, and where: the same usage of the same days is priced otherwise, and nothing but
/// the book can be the cause.
final class BookChange {
    private BookChange() {}

    /// @param was the bill as the books have it
    /// @param is as it would be now
    /// @return in words; empty where the usage differs too, so that the cause may lie elsewhere
    static Optional<String> between(StoredBill was, StoredBill is) {
        List<Segment> before = was.segments();
        List<Segment> now = is.segments();
        for (int i = 0; i < before.size(); i++) {
            if (i == now.size() || !isSameUsage(before.get(i), now.get(i))) {
                return Optional.empty();
            }
        }
        for (int i = 0; i < before.size(); i++) {
            Optional<String> found = between(before.get(i), now.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        Settlement settled = was.settled();
        Settlement settledNow = is.settled();
        return settled == null || settledNow == null || isSameProof(settled, settledNow)
                ? Optional.empty()
                : Optional.of(
                        "another block has another price: the cheapest and the dearest way to divide the usage were "
                                + settled.cheapest() + " and " + settled.dearest() + ", now they are "
                                + settledNow.cheapest()
                                + " and " + settledNow.dearest());
    }

    private static boolean isSameUsage(Segment was, Segment is) {
        return was.range().equals(is.range()) && was.usage().equals(is.usage());
    }

    private static boolean isSameProof(Settlement was, Settlement is) {
        return List.of(was.monthWise(), was.lump(), was.cheapest(), was.dearest())
                .equals(List.of(is.monthWise(), is.lump(), is.cheapest(), is.dearest()));
    }

    private static Optional<String> between(Segment was, Segment is) {
        String of = "for " + was.usage() + " from " + was.range().from() + " to "
                + was.range().to() + ", ";
        List<Line> lines = was.lines();
        for (int i = 0; i < Math.min(lines.size(), is.lines().size()); i++) {
            if (!lines.get(i).equals(is.lines().get(i))) {
                return Optional.of(of + between(lines.get(i), is.lines().get(i)));
            }
        }
        if (lines.size() != is.lines().size()) {
            return Optional.of(of + "there were " + lines.size() + " lines, now there are "
                    + is.lines().size());
        }
        return between(was.due(), is.due()).map(found -> of + found);
    }

    /// The first thing in which two lines differ.
    private static String between(Line was, Line is) {
        String line = was.component() + (was.block() == 0 ? "" : ", block " + was.block());
        if (!was.component().equals(is.component()) || was.block() != is.block()) {
            return "there was a line of " + line + ", now there is one of " + is.component()
                    + (is.block() == 0 ? "" : ", block " + is.block());
        }
        if (!was.price().equals(is.price())) {
            return line + " had the price " + was.price() + ", now it has " + is.price();
        }
        if (!was.taxRate().equals(is.taxRate())) {
            return line + " bore tax of " + was.taxRate() + ", now it bears " + is.taxRate();
        }
        return was.clause().equals(is.clause())
                ? line + " was " + was.quantity() + " for " + was.amount() + ", now it is " + is.quantity() + " for "
                        + is.amount()
                : line + " was priced by '" + was.clause() + "', now by '" + is.clause() + "'";
    }

    private static Optional<String> between(SortedMap<String, Money> was, SortedMap<String, Money> is) {
        return was.equals(is) ? Optional.empty() : Optional.of("the due was " + was + ", now it is " + is);
    }
}
