package org.taswiya.store.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.staff.KnownStaff.Known;

/// What a provider calls somebody of the staff, and what that opens; `call sara s@x` says that sara is known as s@x.
final class KnownStaffTest {
    private static final Instant AT = Instant.parse("2020-06-03T08:00:00Z");

    private static String step(Database database, String step) {
        String[] words = (step + " .").split(" ");
        Change why = new Change(AT, "test", "for trials");
        return switch (words[0]) {
            case "call" ->
                switch (KnownStaff.call(database, words[1], words[2].replace(".", ""), why)) {
                    case StaffAnswer.Done _ -> "done";
                    case StaffAnswer.Refused(StaffAnswer.Reason reason, String _) -> reason.name();
                };
            case "find" ->
                KnownStaff.find(database, words[1])
                        .map(one -> one.name() + (one.isEnabled() ? "" : "-disabled"))
                        .orElse("nobody");
            case "disable" -> Staff.disable(database, words[1], why) instanceof StaffAnswer.Done ? "done" : "refused";
            case "rights" -> StaffDoor.rights(database, words[1], 1).isEmpty() ? "none" : "some";
            default -> throw new IllegalArgumentException(step);
        };
    }

    /// Sara, an agent with ticket 1, and omar with ticket 2; neither has chosen a password.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nobodyIsKnown      | find s@x, rights sara                                | nobody, none
            known              | call sara s@x, find s@x, rights sara                 | done, sara, some
            capitalsAlike      | call sara S@X, find s@X                              | done, sara
            theNewestCounts    | call sara s@x, call sara t@x, find s@x, find t@x     | done, done, nobody, sara
            takenBack          | call sara s@x, call sara, find s@x, rights sara      | done, done, nobody, none
            nothingIsNobody    | call sara, find .                                    | done, nobody
            twoOfOneName       | call sara s@x, call omar S@x, find s@x               | done, KNOWN_AS_TAKEN, sara
            movedToAnother     | call sara s@x, call sara, call omar s@x, find s@x    | done, done, done, omar
            noSuchStaff        | call nobody s@x, find s@x                            | NO_SUCH_STAFF, nobody
            disabled           | call sara s@x, disable sara, find s@x, rights sara   | done, done, sara-disabled, none
            """)
    void whoeverIsCalledSoComesIn(String trap, String steps, String answers) {
        Database database = TestDatabases.fresh();
        for (String name : new String[] {"sara", "omar"}) {
            Staff.add(database, name, StaffRole.AGENT, "TICKET-" + name, new Change(AT, "test", "for trials"));
        }
        assertThat(Stream.of(steps.split(", "))
                        .map(step -> step(database, step))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(answers);
    }

    /// A reset ends what was open, by whatever way.
    @Test
    void aResetEndsWhatWasOpen() {
        Database database = TestDatabases.fresh();
        Change why = new Change(AT, "test", "for trials");
        Staff.add(database, "sara", StaffRole.AGENT, "TICKET-1", why);
        KnownStaff.call(database, "sara", "s@x", why);
        long before = KnownStaff.find(database, "s@x").map(Known::ticket).orElseThrow();
        assertThat(StaffDoor.rights(database, "sara", before)).isNotEmpty();
        Staff.reset(database, "sara", "TICKET-2", why);
        assertThat(StaffDoor.rights(database, "sara", before)).isEmpty();
        long now = KnownStaff.find(database, "s@x").map(Known::ticket).orElseThrow();
        assertThat(StaffDoor.rights(database, "sara", now)).isNotEmpty();
    }
}
