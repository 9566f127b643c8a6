package org.taswiya.bench.pages;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.taswiya.bench.BilledTown;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.DatabaseException;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.access.AccountPasswords;
import org.taswiya.store.api.ApiKeyAnswer;
import org.taswiya.store.api.ApiKeys;
import org.taswiya.store.api.ApiScope;

/// Who comes to the pages: some of the town, each with a password, and another program with a key.
///
/// @param today the day on which they come
record PagesTown(BilledTown town, LocalDate today) {
    static final String PASSWORD = "eleven lamps on the quay";

    /// Of that password, by Argon2id and as much work as the pages ask for. All have the same: made anew for each of
    /// thousands it would take longer than what is measured.
    static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$URC2DTpJZ007vs2bgGqQ/w$8Sh3Sys5ymC75CaRGzrdwEF6t7t+5yJwHixlMjO1o2s";

    private static final String KEY = "bench";

    /// @param number of the account within the town
    /// @param account its reference
    /// @param agreement its one service
    record Resident(int number, String account, String agreement) {}

    /// So many, evenly spread over the town.
    List<Resident> some(int howMany) {
        long all = town.accounts();
        int most = (int) Math.min(howMany, all);
        return IntStream.range(0, most)
                .mapToObj(i -> resident((int) (i * all / most)))
                .toList();
    }

    Resident resident(int number) {
        return new Resident(number, BilledTown.account(number), BilledTown.agreement(number));
    }

    /// What the dial of a meter shows today, unless somebody looks at it twice.
    long shown(int number) {
        return BilledTown.shown(number, today);
    }

    /// Lets residents sign in who could not yet.
    void admit(Database database, List<Resident> residents, Instant now) {
        Change why = new Change(now, "bench", "visitors of the pages");
        residents.stream()
                .map(Resident::account)
                .filter(account -> AccountPasswords.of(database, account).isEmpty())
                .forEach(account -> AccountPasswords.set(database, account, HASH, why));
    }

    /// A key for another program, which gives readings for everybody.
    static String key(Database database, Instant now) {
        ApiKeys.Wanted wanted = new ApiKeys.Wanted(
                KEY + "-" + now.getEpochSecond(), EnumSet.of(ApiScope.READINGS), null, ApiKeys.PER_MINUTE_MOST);
        return switch (ApiKeys.add(database, wanted, new Change(now, "bench", "readings in bulk"))) {
            case ApiKeyAnswer.Added(var _, String text) -> text;
            case ApiKeyAnswer.Revoked other -> throw new IllegalStateException("no key: " + other);
            case ApiKeyAnswer.Refused(var _, String said) -> throw new IllegalStateException("no key: " + said);
        };
    }

    /// Own readings of today that are in the books.
    ///
    /// @param kept every revision of them
    /// @param revisionsMost of one meter
    record Readings(long kept, int revisionsMost) {}

    Readings readings(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("select count(*), coalesce(max(revision), 0) from reading"
                                + " where at = ? and kind = 'customer'")) {
            query.setObject(1, today);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Readings(row.getLong(1), row.getInt(2));
            }
        } catch (SQLException e) {
            throw new DatabaseException(Fault.FAILED, "The readings could not be counted: " + e, e);
        }
    }
}
