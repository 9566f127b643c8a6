package org.taswiya.store.pricebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.pricebook.PriceBookStep.Kind;

/// A price book of a home.
///
/// @param tariff its id
/// @param content the text of its file
/// @param digest of the content
/// @param inUse digest of the content that it is to replace; null where there was no such book
/// @param author who proposed it, or found it
/// @param steps in their order
public record KeptBook(
        long number,
        String tariff,
        String content,
        String digest,
        @Nullable String inUse,
        PriceBookState state,
        String author,
        Instant at,
        String why,
        List<PriceBookStep> steps) {

    public KeptBook {
        steps = List.copyOf(steps);
    }

    KeptBook in(PriceBookState other) {
        return new KeptBook(number, tariff, content, digest, inUse, other, author, at, why, steps);
    }

    /// The day for which it was approved.
    public Optional<LocalDate> scheduledFor() {
        return step(Kind.APPROVED).map(PriceBookStep::day);
    }

    public Optional<PriceBookStep> step(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).findFirst();
    }

    /// Whether nobody proposed it: it was in use, out of the folder, when the first of its tariff was published. Its
    /// author, day and reason are those of that publication.
    public boolean isFound() {
        return step(Kind.FOUND).isPresent();
    }

    /// How findings call it: it lies in no file.
    public String place() {
        return tariff + ", price book " + number + " of the home";
    }
}
