package org.taswiya.web.console.pricebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.deliver.tariff.TextDifference;
import org.taswiya.deliver.tariff.TextDifference.Run;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.pricebook.KeptBook;

/// The text of a price book beside that of the one before it, line by line.
///
/// @param before the one that it is set beside; null for the folder's, which is in use and not kept
/// @param runs as many as the page has room for; of a fold that is longer, its first lines
/// @param left how many lines that went or came have no room
public record TextLook(@Nullable KeptBook before, List<Part> runs, int left) {
    private static final int LINES_MOST = 1_500;
    private static final int FOLDED_MOST = 200;

    public TextLook {
        runs = List.copyOf(runs);
    }

    /// @param count how many lines it has
    /// @param run those of them that are here
    public record Part(int count, Run run) {}

    /// Beside the one that it replaces or replaced, else the nearest before it; empty where there is neither.
    ///
    /// @param all of the home
    static Optional<TextLook> of(KeptBook book, List<KeptBook> all, TariffLibrary library) {
        if (book.isFound()) {
            return Optional.empty();
        }
        Optional<KeptBook> kept = PriceBookLook.replaced(book, all);
        if (kept.isEmpty() && isOfFolder(book, all)) {
            Optional<String> folder = library.content(book.tariff());
            if (folder.isPresent()) {
                return folder.map(content -> of(null, TextDifference.of(content, book.content())));
            }
        }
        return kept.or(() -> nearest(book, all))
                .map(before -> of(before, TextDifference.of(before.content(), book.content())));
    }

    /// Whether none of its tariff was ever published, so that the folder's is in use.
    private static boolean isOfFolder(KeptBook book, List<KeptBook> all) {
        return book.inUse() != null
                && all.stream()
                        .filter(other -> other.tariff().equals(book.tariff()))
                        .noneMatch(KeptBook::isFound);
    }

    private static Optional<KeptBook> nearest(KeptBook book, List<KeptBook> all) {
        return all.stream()
                .filter(other -> other.tariff().equals(book.tariff()) && other.number() < book.number())
                .max(Comparator.comparingLong(KeptBook::number));
    }

    static TextLook of(@Nullable KeptBook before, TextDifference difference) {
        List<Part> parts = new ArrayList<>();
        int room = difference.isNone() ? 0 : LINES_MOST;
        int left = 0;
        for (Run run : difference.isNone() ? List.<Run>of() : difference.runs()) {
            int count = run.lines().size();
            int shown = Math.min(count, run.isFolded() ? Math.min(FOLDED_MOST, room) : room);
            if (shown > 0) {
                parts.add(new Part(count, new Run(run.isFolded(), run.lines().subList(0, shown))));
            }
            left += run.isFolded() ? 0 : changed(run.lines().subList(shown, count));
            room -= shown;
        }
        return new TextLook(before, parts, left);
    }

    private static int changed(List<TextDifference.Line> lines) {
        return Math.toIntExact(lines.stream()
                .filter(line -> line.kind() != TextDifference.Kind.STAYED)
                .count());
    }
}
