package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.Language;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Who looks after whose account. What a page may show because of it, [SessionStanding] asks.
public final class Delegates {
    /// Nobody has ended it who has a say: what was not accepted yet each side ends for itself.
    static final String RUNS = """
            not exists (select from delegate_end e where e.delegate = d.id) and s.delegate is not null
            """;

    private static final String INVITED = """
            not exists (select from delegate_end e where e.delegate = d.id) and s.delegate is null and d.until > ?
            """;

    static final String FROM = " from delegate d left join delegate_start s on s.delegate = d.id ";

    private Delegates() {}

    /// Somebody as the holder may know of them: by what the holder typed, and by nothing else.
    ///
    /// @param since null until they have accepted
    public record LetIn(
            long id,
            String account,
            String invited,
            DelegateKind kind,
            LocalDate invitedOn,
            LocalDate until,
            @Nullable LocalDate since) {}

    /// An account of somebody else, as its delegate may know of it, or who is asked to be one.
    ///
    /// @param initials of the holder's name
    /// @param since null until they have accepted
    public record LookedAfter(
            long id,
            String account,
            DelegateKind kind,
            String initials,
            LocalDate invitedOn,
            @Nullable LocalDate since) {}

    /// Whom the holder of some accounts has let in, or has asked. Who was asked and has said no is shown as one who has
    /// not answered.
    public static List<LetIn> letInto(Database database, Collection<String> own, LocalDate today) {
        try (Connection connection = database.connect()) {
            return letInto(connection, own, today);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static List<LetIn> letInto(Connection connection, Collection<String> own, LocalDate today) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select d.*, s.since" + FROM + """
                where d.account = any(?) and (s.delegate is not null or d.until > ?)
                    and not exists (select from delegate_end e
                                    where e.delegate = d.id and (e.by_holder or s.delegate is not null))
                order by d.account, d.id""")) {
            query.setArray(1, SqlArrays.texts(connection, own));
            query.setObject(2, today);
            return Rows.list(
                    query,
                    row -> new LetIn(
                            row.getLong("id"),
                            row.getString("account"),
                            row.getString("invited"),
                            kind(row.getString("kind")),
                            Rows.date(row, "invited_on"),
                            Rows.date(row, "until"),
                            Rows.dateOrNull(row, "since")));
        }
    }

    /// What somebody is asked, and has not answered yet.
    ///
    /// @param database the whole of it: of the holder's name, which no policy shows them, they see the initials
    public static List<LookedAfter> invitations(
            Database database, Collection<String> own, LocalDate today, Language language) {
        return lookedAfter(database, own, INVITED, today, language);
    }

    /// Whose accounts somebody looks after.
    public static List<LookedAfter> lookedAfter(Database database, Collection<String> own, Language language) {
        return lookedAfter(database, own, RUNS, null, language);
    }

    private static List<LookedAfter> lookedAfter(
            Database database, Collection<String> own, String which, @Nullable LocalDate today, Language language) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(
                        "select d.*, s.since, c.arabic_name, c.latin_name" + FROM + """
                        join customer_account a on a.reference = d.account
                        join customer c on c.reference = a.customer
                        where d.invited = any(?) and d.account <> all(?) and\s""" + which + " order by d.id")) {
            query.setArray(1, SqlArrays.texts(connection, own));
            query.setArray(2, SqlArrays.texts(connection, own));
            if (today != null) {
                query.setObject(3, today);
            }
            return Rows.list(query, row -> lookedAfter(row, language));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static LookedAfter lookedAfter(ResultSet row, Language language) throws SQLException {
        return new LookedAfter(
                row.getLong("id"),
                row.getString("account"),
                kind(row.getString("kind")),
                Initials.of(row.getString("arabic_name"), row.getString("latin_name"), language),
                Rows.date(row, "invited_on"),
                Rows.dateOrNull(row, "since"));
    }

    static DelegateKind kind(String code) {
        return DelegateKind.ofCode(code).orElseThrow();
    }
}
