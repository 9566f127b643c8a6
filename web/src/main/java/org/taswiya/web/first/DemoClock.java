package org.taswiya.web.first;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.taswiya.store.Database;
import org.taswiya.store.access.AccountsOf;

/// The time in which a demo's town lives: served first on the day after its newest bill, and a day further each day
/// from then on. In the time of the world everything in it would be late by years.
public final class DemoClock {
    private static final String DAYS = "demo-days";

    private DemoClock() {}

    /// How many days the town is behind stays in a file of the home, so that no start of the pages turns time back. A
    /// town whose people were made before there was such a file has lived in the time of the world, and stays there.
    ///
    /// @param folder of the home
    public static Clock of(Database database, Path folder, Clock world) throws IOException {
        Path kept = folder.resolve(DAYS);
        if (!Files.exists(kept)) {
            boolean isOlder = Files.exists(DemoPeople.file(folder));
            Path whole = Files.writeString(folder.resolve(DAYS + ".new"), isOlder ? "0" : behind(database, world));
            Files.move(whole, kept);
        }
        long days = Long.parseLong(Files.readString(kept).strip());
        return Clock.offset(world, Duration.ofDays(-days));
    }

    private static String behind(Database database, Clock world) {
        LocalDate begun = AccountsOf.newestBill(database).orElseThrow().plusDays(1);
        return Long.toString(ChronoUnit.DAYS.between(begun, LocalDate.now(world)));
    }
}
