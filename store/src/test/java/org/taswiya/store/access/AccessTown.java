package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.taswiya.core.message.Channel;
import org.taswiya.core.message.ChannelLadder;
import org.taswiya.core.message.Contact;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.message.Contacts;

/// Accounts that are reached in different ways, by short names; `1`, `2` and `9` are the same customer's.
record AccessTown(Database database) {
    private static final Map<String, String> NAMED = Map.of(
            "1", "0000000001",
            "2", "0000000002",
            "9", "0000000009",
            "post", "0000000003",
            "push", "0000000004",
            "late", "0000000005",
            "none", "0000000006",
            "unknown", "0000000007");

    static final Instant NOON = Instant.parse("2020-06-03T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2020, 6, 3);

    static final Contact EMAIL = new Contact(Channel.EMAIL, "a@example.org");
    static final Contact SMS = new Contact(Channel.SMS, "+212612345678");
    static final Contact POST = new Contact(Channel.POST, "12 rue X, Casablanca");
    static final Contact PUSH =
            new Contact(Channel.PUSH, "https://push.example.net/abc " + "p".repeat(87) + " " + "a".repeat(22));

    static AccessTown fresh() {
        AccessTown town = new AccessTown(TestDatabases.fresh());
        town.execute(
                "insert into change values (1, '2020-06-01T00:00Z', 'test', 'start')",
                "insert into customer values ('P1', 'household', 'ا', 'A', 'fr', 1),"
                        + " ('P2', 'household', 'ب', 'B', 'ar', 1)",
                "insert into customer_account values ('0000000009', 'P1', 1), ('0000000001', 'P1', 1),"
                        + " ('0000000002', 'P1', 1), ('0000000006', 'P2', 1), ('0000000005', 'P2', 1),"
                        + " ('0000000004', 'P2', 1), ('0000000003', 'P2', 1)");
        town.reach("1", EMAIL, SMS);
        town.reach("2", SMS);
        town.reach("post", POST);
        town.reach("push", PUSH, POST);
        town.reach("late", POST, PUSH, SMS);
        return town;
    }

    /// What has no short name stays as it is.
    static String account(String name) {
        return NAMED.getOrDefault(name, name);
    }

    private void reach(String name, Contact... rungs) {
        ChannelLadder ladder = new ChannelLadder(List.of(rungs));
        Contacts.set(database, account(name), ladder, null, LocalDate.of(2020, 6, 1), at(0), false);
    }

    /// @param second after noon
    static Change at(long second) {
        return new Change(NOON.plusSeconds(second), "agency", "sign in");
    }

    void execute(String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> texts(String sql) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of each message of a code what it tells of, where it goes and how it is.
    List<String> messages() {
        return texts("select concat_ws(' ', cause, ltrim(account, '0'), channel, address, language, state) from message"
                + " where cause_kind = 'sign-in-code' order by id");
    }
}
