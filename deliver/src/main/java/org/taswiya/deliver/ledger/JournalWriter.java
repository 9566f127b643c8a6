package org.taswiya.deliver.ledger;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import org.taswiya.core.ledger.JournalEntry;

/// Writes journal entries in one format.
public sealed interface JournalWriter permits HledgerWriter, CsvJournalWriter, JsonJournalWriter {

    /// What stands before the first entry.
    void begin() throws IOException;

    void write(JournalEntry entry) throws IOException;

    /// The formats, as commands name them.
    enum Format {
        HLEDGER,
        CSV,
        JSONL;

        public static Optional<Format> ofCode(String code) {
            for (Format format : values()) {
                if (format.code().equals(code)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// A writer of this format.
        ///
        /// @param currency of every amount, for example `MAD`
        public JournalWriter to(Writer out, String currency) {
            return switch (this) {
                case HLEDGER -> new HledgerWriter(out, currency);
                case CSV -> new CsvJournalWriter(out, currency);
                case JSONL -> new JsonJournalWriter(out, currency);
            };
        }
    }
}
