package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;

/// Whom bills are sent to.
public final class Addressees {
    private Addressees() {}

    /// @return by agreement: its customer, at the premise that it serves
    public static Map<String, Addressee> read(Connection connection, Collection<String> agreements)
            throws SQLException {
        Map<String, Addressee> addressees = new HashMap<>();
        CopiedRows.each(connection, """
                select a.reference, k.reference, k.customer, c.arabic_name, c.latin_name, e.address
                from service_agreement a
                join customer_account k on k.reference = a.account
                join customer c on c.reference = k.customer
                join usage_point p on p.reference = a.usage_point
                join premise e on e.reference = p.premise
                where a.reference = any(%s)""".formatted(Literals.texts(agreements)), row -> {
            String agreement = row.text();
            CustomerAccount account = new CustomerAccount(row.text(), row.text());
            addressees.put(agreement, new Addressee(row.text(), row.text(), row.text(), account.printed()));
        });
        return addressees;
    }

    /// Whom papers about a whole account are sent to: at the premise of its newest agreement, without an address where
    /// it has none; empty where there is no such account.
    public static Optional<Addressee> ofAccount(Database database, String account) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select k.reference, k.customer, c.arabic_name, c.latin_name, coalesce((
                                select e.address
                                from service_agreement a
                                join usage_point p on p.reference = a.usage_point
                                join premise e on e.reference = p.premise
                                where a.account = k.reference
                                order by a.from_day desc, a.reference desc
                                limit 1), '') as address
                        from customer_account k join customer c on c.reference = k.customer
                        where k.reference = ?""")) {
            query.setString(1, account);
            return Rows.list(
                            query,
                            row -> new Addressee(
                                    row.getString("arabic_name"),
                                    row.getString("latin_name"),
                                    row.getString("address"),
                                    new CustomerAccount(row.getString("reference"), row.getString("customer"))
                                            .printed()))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
