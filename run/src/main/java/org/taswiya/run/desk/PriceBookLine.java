package org.taswiya.run.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.store.pricebook.KeptBook;
import org.taswiya.store.pricebook.PriceBookState;

/// The approved price books of one tariff in the order in which they come into use: the first replaces the one in use,
/// each other the one before it. What was approved and replaces none of them is not in it, and cannot be published.
///
/// @param inUse digest of the content in use
record PriceBookLine(String inUse, List<KeptBook> waiting) {
    private static final Comparator<KeptBook> BY_DAY = Comparator.comparing(
                    (KeptBook book) -> book.scheduledFor().orElseThrow())
            .thenComparingLong(KeptBook::number);

    PriceBookLine {
        waiting = List.copyOf(waiting);
    }

    /// Those that wait for their day, by day and number.
    static List<KeptBook> approved(List<KeptBook> kept) {
        return kept.stream()
                .filter(book -> book.state() == PriceBookState.APPROVED)
                .sorted(BY_DAY)
                .toList();
    }

    /// @param kept of the tariff
    static PriceBookLine of(String inUse, List<KeptBook> kept) {
        List<KeptBook> left = new ArrayList<>(approved(kept));
        PriceBookLine line = new PriceBookLine(inUse, List.of());
        Optional<KeptBook> next = line.next(left);
        while (next.isPresent()) { // each once: a book may bring back a content of before
            left.remove(next.get());
            line = line.with(next.get());
            next = line.next(left);
        }
        return line;
    }

    private Optional<KeptBook> next(List<KeptBook> left) {
        return left.stream().filter(book -> end().equals(book.inUse())).findFirst();
    }

    private PriceBookLine with(KeptBook next) {
        List<KeptBook> more = new ArrayList<>(waiting);
        more.add(next);
        return new PriceBookLine(inUse, more);
    }

    /// Up to one of them; all of it for one that is not in it.
    PriceBookLine before(KeptBook book) {
        return new PriceBookLine(
                inUse,
                waiting.stream().takeWhile(one -> one.number() != book.number()).toList());
    }

    /// The one that replaces another.
    Optional<KeptBook> after(KeptBook book) {
        return waiting.stream()
                .dropWhile(one -> one.number() != book.number())
                .skip(1)
                .findFirst();
    }

    Optional<KeptBook> last() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getLast());
    }

    /// Digest of what will be in use at the end.
    String end() {
        return last().map(KeptBook::digest).orElse(inUse);
    }
}
