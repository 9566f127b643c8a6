package org.taswiya.cli.pricing;

import java.nio.file.Path;
import org.taswiya.intake.urdb.ParsedRate;
import org.taswiya.intake.urdb.UrdbRate;

/// A record of a file, and what came of it.
record ImportedRate(Path file, ParsedRate parsed) {

    boolean isPriced() {
        return parsed instanceof UrdbRate;
    }
}
