package org.taswiya.cli.pricing;

import java.nio.file.Path;
import org.taswiya.intake.urdb.ParsedRate;
import org.taswiya.intake.urdb.UrdbRate;

/// A record of a file, and what came of it.
///
/// @param book what became of it as a price book: its path, or why there is none; empty where none was wanted
record ImportedRate(Path file, ParsedRate parsed, String book) {

    boolean isPriced() {
        return parsed instanceof UrdbRate;
    }
}
