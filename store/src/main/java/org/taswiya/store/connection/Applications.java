package org.taswiya.store.connection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.connection.ApplicationState;
import org.taswiya.core.connection.ApplicationStep;
import org.taswiya.core.connection.Quote;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// Applications as rows.
public final class Applications {
    private static final String APPLICATION = """
            select a.id, connection_number(a.id) as number, coalesce(a.account, g.account) as account,
                   coalesce(a.applicant, c.latin_name) as name, a.class::text as class, a.premise,
                   coalesce(a.address, p.address) as address,
                   array(select document from connection_asked k where k.application = a.id order by document) as asked,
                   array(select document from (
                             select distinct on (document) document, is_there from connection_document d
                             where d.application = a.id order by document, ordinal desc) l
                         where is_there order by document) as there,
                   q.valid_to, g.amount, g.due_on, g.entry,
                   exists (select from connection_charge_taken_back t where t.application = a.id) as is_taken_back,
                   coalesce((select i.open from open_item i
                             where i.account = g.account and i.kind = 'connection'
                                 and i.number = connection_number(a.id)), 0) as open,
                   (select max(e.booked_on) from allocation l join journal_entry e on e.id = l.entry
                    where l.account = g.account and l.item_kind = 'connection'
                        and l.item = connection_number(a.id)) as settled_on
            from connection_application a
            left join customer_account k on k.reference = a.account
            left join customer c on c.reference = k.customer
            left join premise p on p.reference = a.premise
            left join connection_quote q on q.application = a.id
            left join connection_charge g on g.application = a.id
            where {which} order by a.id""";

    private static final String SERVICES = """
            select s.application, s.service, s.billed_with, c.agreement, c.connected_on
            from connection_service s
            left join connection_connected c on c.application = s.application and c.service = s.service
            where s.application = any(?) order by s.application, s.ordinal""";

    private static final String STEPS = """
            select s.application, s.step, s.state, s.taken_on, c.made_at, c.author, c.reason,
                   array(select document from connection_document d
                         where d.application = s.application and d.ordinal = s.ordinal order by document) as documents
            from connection_step s join change c on c.id = s.change
            where s.application = any(?) order by s.application, s.ordinal""";

    private static final String LINES = """
            select application, service, item, net, tax_rate, tax from connection_quote_line
            where application = any(?) order by application, ordinal""";

    private Applications() {}

    /// Those of an account, or all, in the order in which they were written down.
    public static List<StoredApplication> list(Database database, @Nullable String account) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return account == null
                    ? list(connection, "true", null)
                    : list(connection, "coalesce(a.account, g.account) = ?", account);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    public static Optional<StoredApplication> of(Database database, String number) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return of(connection, number);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<StoredApplication> of(Connection connection, String number) throws SQLException {
        return number.matches("NC[0-9]{10}")
                ? list(connection, "a.id = ?", id(number)).stream().findFirst()
                : Optional.empty();
    }

    /// The number of its row.
    static long id(String number) {
        return Long.parseLong(number.substring(2));
    }

    static List<StoredApplication> list(Connection connection, String which, @Nullable Object value)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(APPLICATION.replace("{which}", which))) {
            if (value != null) {
                query.setObject(1, value);
            }
            List<Long> ids = Rows.list(query, row -> row.getLong("id"));
            Parts parts = new Parts(
                    byApplication(connection, SERVICES, ids, Applications::service),
                    byApplication(connection, STEPS, ids, Applications::step),
                    byApplication(connection, LINES, ids, Applications::line));
            return Rows.list(query, row -> application(row, parts));
        }
    }

    private record Parts(
            Map<Long, List<StoredApplication.Service>> services,
            Map<Long, List<StoredApplication.Step>> steps,
            Map<Long, List<Quote.Line>> lines) {}

    private static <T> Map<Long, List<T>> byApplication(
            Connection connection, String sql, List<Long> ids, Rows.Shape<T> shape) throws SQLException {
        Map<Long, List<T>> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            Array array = SqlArrays.numbers(connection, ids);
            query.setArray(1, array);
            Rows.each(
                    query,
                    row -> found.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                            .add(shape.of(row)));
        }
        return found;
    }

    private static StoredApplication application(ResultSet row, Parts parts) throws SQLException {
        long id = row.getLong("id");
        LocalDate validTo = Rows.dateOrNull(row, "valid_to");
        Money amount = Rows.moneyOrNull(row, "amount");
        return new StoredApplication(
                row.getString("number"),
                row.getString("account"),
                row.getString("name"),
                CustomerClass.ofCode(row.getString("class")),
                row.getString("premise"),
                row.getString("address"),
                Objects.requireNonNull(parts.services().get(id)),
                texts(row, "asked"),
                texts(row, "there"),
                Objects.requireNonNull(parts.steps().get(id)),
                validTo == null
                        ? null
                        : new StoredApplication.Quoted(
                                new Quote(Objects.requireNonNull(parts.lines().get(id))), validTo),
                amount == null ? null : charge(row, amount));
    }

    private static StoredApplication.Charge charge(ResultSet row, Money amount) throws SQLException {
        Money open = Money.ofMinor(row.getLong("open"));
        return new StoredApplication.Charge(
                amount,
                Rows.date(row, "due_on"),
                open,
                open.isZero() ? Rows.dateOrNull(row, "settled_on") : null,
                row.getLong("entry"),
                row.getBoolean("is_taken_back"));
    }

    private static StoredApplication.Service service(ResultSet row) throws SQLException {
        return new StoredApplication.Service(
                row.getString("service"),
                row.getString("billed_with"),
                row.getString("agreement"),
                Rows.dateOrNull(row, "connected_on"));
    }

    private static StoredApplication.Step step(ResultSet row) throws SQLException {
        return new StoredApplication.Step(
                ApplicationStep.ofCode(row.getString("step")),
                ApplicationState.ofCode(row.getString("state")).orElseThrow(),
                Rows.date(row, "taken_on"),
                new Change(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("author"),
                        row.getString("reason")),
                texts(row, "documents"));
    }

    private static Quote.Line line(ResultSet row) throws SQLException {
        return new Quote.Line(
                row.getString("service"),
                row.getString("item"),
                Money.ofMinor(row.getLong("net")),
                Rows.decimal(row, "tax_rate"),
                Money.ofMinor(row.getLong("tax")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
