package org.taswiya.store.pricebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that became of a price book.
///
/// @param day for which it was approved, or on which it was published; null for all else
public record PriceBookStep(Kind kind, @Nullable LocalDate day, String author, Instant at, String why) {

    public enum Kind {
        /// In use in the folder, before any was published.
        FOUND,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        PUBLISHED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
