package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.handset.Handset;
import org.taswiya.store.handset.Handsets;
import org.taswiya.store.handset.RoundEntries;
import org.taswiya.store.handset.RoundEntries.Clocks;
import org.taswiya.store.handset.RoundEntry;
import org.taswiya.store.handset.RoundEntry.SeenExchange;
import org.taswiya.store.staff.StaffDoor;

/// A round is given to a reader, her telephone is lost and locked, and the round goes to somebody else: by commands.
final class HandsetCommandsTest {
    private static final Instant NOON = Instant.parse("2020-04-01T11:00:00Z");
    private static final Change WHY = new Change(NOON, "salma", "signed in");

    @TempDir
    private Path folder;

    private static Handset register(Database database, String ticket) {
        long id = StaffDoor.ticket(database, "salma", ticket, Instant.now()).orElseThrow();
        StaffDoor.choose(database, id, "$argon2id$none", new byte[20], WHY);
        Handsets.register(database, "K7QM2VXA", "salma", id, new byte[91], WHY);
        return Handsets.find(database, "K7QM2VXA").orElseThrow();
    }

    private static void send(Database database, RoundEntry entry) {
        Handset handset = Handsets.find(database, "K7QM2VXA").orElseThrow();
        Clocks clocks = new Clocks(NOON, NOON, ZoneId.of("Africa/Casablanca"));
        RoundEntries.take(database, handset, entry, clocks, ReadingChecks.NONE);
    }

    @Test
    void aRoundIsGivenAndALostTelephoneIsLocked() throws IOException {
        CommandTown town = new CommandTown(folder);
        town.serve(2);
        town.plainMeters(2);
        town.read(1, 100, LocalDate.of(2020, 3, 1));
        town.route("ANFA-1", "E2", "E1");
        town.good("round", "plan", "--route=ANFA-1", "--from=2020-04-01", "--why=April");
        String ticket = town.good("staff", "add", "salma", "--role=reader", "--why=new").strip();
        assertThat(town.refused("round", "assign", "1", "nobody", "--why=April").err())
                .contains("There is no reader 'nobody'. See staff list.");
        assertThat(town.refused("round", "assign", "9", "salma", "--why=April").err())
                .contains("There is no round 9. See round list.");
        assertThat(town.good("round", "assign", "1", "salma", "--why=April")).isEqualTo("salma walks round 1.\n");
        assertThat(town.good("handset", "list")).contains("No reader has signed in on a handset yet.");
        assertThat(town.good("round", "entries", "1")).isEqualTo("Nothing has come from a handset in round 1.\n");
        try (Database database = town.home().open()) {
            register(database, ticket.substring(ticket.lastIndexOf('\n') + 1).strip());
            send(
                    database,
                    new RoundEntry(
                            UUID.randomUUID(),
                            1,
                            "E1",
                            NOON,
                            Decimal.of(2_600),
                            null,
                            null,
                            new SeenExchange("N-77", Decimal.of(3)),
                            false));
        }
        assertThat(town.good("handset", "lock", "K7QM2VXA", "--why=lost in a taxi"))
                .startsWith("K7QM2VXA is locked out;");
        assertThat(town.refused("handset", "lock", "K7QM2VXA", "--why=again").err())
                .contains("K7QM2VXA is locked already.");
        try (Database database = town.home().open()) {
            send(
                    database,
                    new RoundEntry(UUID.randomUUID(), 1, "E2", NOON, null, Remark.BROKEN, null, null, false));
        }
        assertThat(town.good("handset", "list")).contains("K7QM2VXA  salma", "locked", "1 set aside");
        assertThat(town.good("round", "entries", "1").lines()).hasSize(2);
        assertThat(town.good("round", "entries", "1", "--exchanges"))
                .contains("E1 ", "2600", "salma K7QM2VXA", "new meter N-77 at 3");
        assertThat(town.good("round", "entries", "1", "--set-aside")).contains("E2 ", "set-aside", "broken");
        assertThat(town.refused("round", "entries", "9").err()).contains("There is no round 9");
    }
}
