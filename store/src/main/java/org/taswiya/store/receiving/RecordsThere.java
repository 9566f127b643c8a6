package org.taswiya.store.receiving;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;

/// Who is served, where and under which agreement, as the books have it, by their references.
public final class RecordsThere {
    private RecordsThere() {}

    /// An agreement and from when it is billed here.
    public record Agreement(ServiceAgreement agreement, LocalDate billedFrom) {}

    /// Days on which a premise is empty.
    public record EmptyDays(
            String premise, LocalDate from, @Nullable LocalDate to) {}

    /// What a row of a query is.
    private interface Shape<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// @return of each key, which is in the first column, what there is
    private static <T> Map<String, List<T>> read(
            Connection connection, String select, Collection<String> keys, Shape<T> shape) throws SQLException {
        Map<String, List<T>> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(select)) {
            query.setArray(1, SqlArrays.texts(connection, keys));
            Rows.each(
                    query,
                    row -> found.computeIfAbsent(row.getString(1), _ -> new ArrayList<>(1))
                            .add(shape.of(row)));
        }
        return found;
    }

    private static <T> Map<String, T> single(Map<String, List<T>> found) {
        Map<String, T> single = new HashMap<>();
        found.forEach((key, list) -> single.put(key, list.getFirst()));
        return single;
    }

    public static Map<String, Customer> customers(Connection connection, Collection<String> keys) throws SQLException {
        return single(read(
                connection,
                """
                select reference, class::text, arabic_name, latin_name, language::text
                from customer where reference = any(?)""",
                keys,
                row -> new Customer(
                        row.getString(1),
                        CustomerClass.ofCode(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        Language.ofCode(row.getString(5)).orElseThrow())));
    }

    public static Map<String, CustomerAccount> accounts(Connection connection, Collection<String> keys)
            throws SQLException {
        return single(read(
                connection,
                "select reference, customer from customer_account where reference = any(?)",
                keys,
                row -> new CustomerAccount(row.getString(1), row.getString(2))));
    }

    public static Map<String, Premise> premises(Connection connection, Collection<String> keys) throws SQLException {
        return single(read(
                connection,
                "select reference, address, area from premise where reference = any(?)",
                keys,
                row -> new Premise(row.getString(1), row.getString(2), row.getString(3))));
    }

    public static Map<String, UsagePoint> usagePoints(Connection connection, Collection<String> keys)
            throws SQLException {
        return single(read(
                connection,
                "select reference, premise, service from usage_point where reference = any(?)",
                keys,
                row -> new UsagePoint(row.getString(1), row.getString(2), row.getString(3))));
    }

    private static final String AGREEMENTS = """
             as of, a.reference, a.account, a.usage_point, a.tariff, a.households, a.from_day, a.to_day, a.billed_from,
             a.annual_volume
            from service_agreement a where a.""";

    public static Map<String, Agreement> agreements(Connection connection, Collection<String> keys)
            throws SQLException {
        String select = "select a.reference" + AGREEMENTS + "reference = any(?)";
        return single(read(connection, select, keys, RecordsThere::agreement));
    }

    /// By usage point.
    public static Map<String, List<Agreement>> agreementsAt(Connection connection, Collection<String> points)
            throws SQLException {
        String select = "select a.usage_point" + AGREEMENTS + "usage_point = any(?)";
        return read(connection, select, points, RecordsThere::agreement);
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                new ServiceAgreement(
                        row.getString("reference"),
                        row.getString("account"),
                        row.getString("usage_point"),
                        row.getString("tariff"),
                        row.getInt("households"),
                        Rows.date(row, "from_day"),
                        Rows.dateOrNull(row, "to_day"),
                        Rows.decimalOrNull(row, "annual_volume")),
                Rows.date(row, "billed_from"));
    }

    /// By premise.
    public static Map<String, List<EmptyDays>> vacancies(Connection connection, Collection<String> premises)
            throws SQLException {
        return read(
                connection,
                "select premise, from_day, to_day from vacancy where premise = any(?)",
                premises,
                row -> new EmptyDays(row.getString(1), Rows.date(row, "from_day"), Rows.dateOrNull(row, "to_day")));
    }

    /// By usage point, with those that a correction has taken the place of, which come before it.
    public static Map<String, List<MeterExchange>> exchanges(Connection connection, Collection<String> points)
            throws SQLException {
        return read(
                connection,
                """
                select usage_point, at, removed, installed from meter_exchange
                where usage_point = any(?) order by usage_point, at, revision""",
                points,
                row -> new MeterExchange(
                        Rows.date(row, "at"), Rows.decimal(row, "removed"), Rows.decimal(row, "installed")));
    }
}
