package org.taswiya.store.suspension;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Suspension;
import org.taswiya.core.customer.Suspension.Activity;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.run.BooksChange;

/// Whom an order that stops reading gives reason to ask for a reading of the own meter.
public final class ReadingInvitations {
    /// Accounts with a meter in place, where the order holds.
    private static final String INVITE = """
            insert into reading_invitation (suspension, account, change)
            select ?, a.account, ? from service_agreement a
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            join meter m on m.usage_point = a.usage_point and m.removed_at is null
            where a.to_day is null and (?::text is null or e.area = ?)
            group by a.account
            on conflict do nothing""";

    private static final String MISSING = """
            select count(distinct a.account) from service_agreement a
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            join meter m on m.usage_point = a.usage_point and m.removed_at is null
            where a.to_day is null and (?::text is null or e.area = ?)
                and not exists (select from reading_invitation i where i.suspension = ? and i.account = a.account)""";

    private static final String INVITED = """
            select i.account, k.customer, c.arabic_name, c.latin_name, c.language::text as language,
                   c.class::text as class,
                   array_agg(m.serial order by m.serial) as meters
            from reading_invitation i
            join customer_account k on k.reference = i.account
            join customer c on c.reference = k.customer
            join service_agreement a on a.account = i.account and a.to_day is null
            join meter m on m.usage_point = a.usage_point and m.removed_at is null
            where i.suspension = ?
            group by i.account, k.customer, c.arabic_name, c.latin_name, c.language, c.class
            order by i.account""";

    private ReadingInvitations() {}

    /// An account that is asked.
    ///
    /// @param meters serial numbers of the meters that it may read, at least one
    public record Invited(
            CustomerAccount account,
            CustomerClass customerClass,
            String arabicName,
            String latinName,
            Language language,
            List<String> meters) {
        public Invited {
            meters = List.copyOf(meters);
        }
    }

    /// Invites everybody whose meter the order leaves unread and who has not been invited before.
    ///
    /// @return how many were invited now
    /// @throws IllegalArgumentException when there is no such suspension, or it does not stop reading; nothing is
    ///     written then
    public static long invite(Database database, String reference, Change why, boolean isTrial) {
        return BooksChange.make(database, isTrial, connection -> {
            Suspension suspension = Suspensions.require(connection, reference);
            if (!suspension.activities().contains(Activity.READING)) {
                throw new IllegalArgumentException(
                        "Suspension " + reference + " does not stop reading; nobody needs to read for it");
            }
            if (missing(connection, suspension) == 0) {
                return 0L;
            }
            long change = Changes.record(connection, why);
            try (PreparedStatement insert = connection.prepareStatement(INVITE)) {
                insert.setString(1, reference);
                insert.setLong(2, change);
                insert.setString(3, suspension.area());
                insert.setString(4, suspension.area());
                return insert.executeLargeUpdate();
            }
        });
    }

    private static long missing(Connection connection, Suspension suspension) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MISSING)) {
            query.setString(1, suspension.area());
            query.setString(2, suspension.area());
            query.setString(3, suspension.reference());
            return Rows.list(query, row -> row.getLong(1)).getFirst();
        }
    }

    /// Everybody who was invited and still has a meter, in the order of their accounts.
    public static void each(Database database, String suspension, Consumer<Invited> use) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Suspensions.require(connection, suspension);
            try (PreparedStatement query = connection.prepareStatement(INVITED)) {
                query.setString(1, suspension);
                Rows.each(
                        query,
                        row -> use.accept(new Invited(
                                new CustomerAccount(row.getString("account"), row.getString("customer")),
                                CustomerClass.ofCode(row.getString("class")),
                                row.getString("arabic_name"),
                                row.getString("latin_name"),
                                Language.ofCode(row.getString("language")).orElseThrow(),
                                List.of((String[]) row.getArray("meters").getArray()))));
            }
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
