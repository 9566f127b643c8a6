package org.taswiya.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.backup.Backup;
import org.taswiya.store.backup.Restore;
import org.taswiya.store.backup.RestoreAnswer;

/// A backup, or a restore, in a process of its own, to be killed.
final class BackupChild {
    private BackupChild() {}

    public static void main(String[] args) throws IOException {
        Home home = Home.at(Path.of(args[0]));
        Path file = Path.of(args[2]);
        System.out.println("begun");
        if (args[1].equals("restore")) {
            RestoreAnswer answer = Restore.intoHome(file, home);
            if (answer instanceof RestoreAnswer.Refused refused) {
                throw new IllegalStateException(refused.because());
            }
        } else {
            try (Database database = Database.openAsItIs(home, null)) {
                System.out.println("opened");
                Backup.write(database, home, file, Instant.EPOCH);
            }
        }
        System.out.println("finished");
    }
}
