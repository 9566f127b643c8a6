package org.taswiya.web.first;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.access.AccountsOf;
import org.taswiya.store.handset.RoundAssignments;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.rounds.ReadingRounds;
import org.taswiya.store.rounds.ReadingRoutes;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.staff.StaffRole;

/// Customers and one of the staff in each role, who can be signed in as, and a round for the reader.
public final class DemoPeople {
    private static final String ADDRESS = "customer@example.org";
    private static final String ROUTE = "demo";
    private static final int STOPS = 20;
    private static final int DAYS = 7;

    private DemoPeople() {}

    /// What they sign in with.
    ///
    /// @param folder of the home
    public static Path file(Path folder) {
        return folder.resolve("demo-staff");
    }

    /// Makes those who are not there; who is there stays, with all that they have open.
    ///
    /// @param key by which second factors are kept; null where they are kept as they are
    /// @param base where the pages are
    /// @param mailbox into which codes come
    /// @param kept the file of what they sign in with
    /// @return lines that say who signs in as what
    public static List<String> make(
            Database database, @Nullable StaffKey key, String base, String mailbox, Path kept, Instant now)
            throws IOException {
        Change why = new Change(now, "serve", "people of the demo");
        List<String> said = new ArrayList<>();
        said.add("Who can sign in:");
        String first = AccountsOf.firstBilled(database).orElseThrow();
        said.add("  customer    " + base + "/login with " + reached(database, first, why) + "; the code comes into "
                + mailbox);
        AccountsOf.mostInDebt(database)
                .filter(account -> !account.equals(first))
                .ifPresent(account -> said.add("  who owes    the same with " + reached(database, account, why)));
        DemoStaff staff = new DemoStaff(database, key, kept, why);
        for (StaffRole role : StaffRole.values()) {
            said.add("  " + String.format(Locale.ROOT, "%-11s ", role.code()) + base + "/staff/login as "
                    + staff.signedInBy(role));
        }
        walk(database, why);
        said.add("  Codes of a second factor: oathtool --totp -b SECRET, or an application on a telephone.");
        return said;
    }

    private static String reached(Database database, String account, Change why) {
        Contacts.set(
                database,
                account,
                new ChannelLadder(List.of(new Contact(Channel.EMAIL, ADDRESS))),
                null,
                LocalDate.ofInstant(why.at(), ZoneOffset.UTC),
                why,
                false);
        return account;
    }

    /// Of today, through some of the town; planned and assigned once.
    private static void walk(Database database, Change why) {
        LocalDate today = LocalDate.ofInstant(why.at(), ZoneOffset.UTC);
        boolean isThere = ReadingRounds.all(database).stream()
                .anyMatch(round ->
                        round.route().equals(ROUTE) && round.days().to().isAfter(today));
        if (!isThere) {
            ReadingRoutes.lay(database, ROUTE, ReadingRoutes.metered(database, STOPS), why, false);
            DateRange days = DateRange.of(today, today.plusDays(DAYS));
            long round = ReadingRounds.plan(database, ROUTE, days, why, false).number();
            RoundAssignments.assign(database, round, StaffRole.READER.code(), why);
        }
    }
}
