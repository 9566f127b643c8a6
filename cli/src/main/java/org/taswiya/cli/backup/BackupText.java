package org.taswiya.cli.backup;

import org.taswiya.cli.terminal.Grouped;
import org.taswiya.store.backup.Manifest;

/// What a backup holds, in a line.
final class BackupText {
    private static final int DIGEST_SHOWN = 16;

    private BackupText() {}

    static String of(Manifest manifest) {
        return Grouped.of(manifest.rows()) + " rows of " + manifest.tables().size() + " tables of version "
                + manifest.version().number() + ", as of " + manifest.at() + "; books "
                + manifest.digest()
                        .substring(0, Math.min(DIGEST_SHOWN, manifest.digest().length()));
    }
}
