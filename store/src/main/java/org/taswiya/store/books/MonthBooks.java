package org.taswiya.store.books;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.Literals;

/// The revenue and the taxes that were booked in a month: as the ledger has them, and as the priced lines of the
/// month's bills tell them apart, by service, class of customers, component and block, and by rate of tax.
///
/// A bill that settles claims what its periods come to less what was claimed of them before. So of each of its segments
/// the lines are added and those of the last bill before it for the same days taken off; a cancelled bill counts below
/// zero in the month of its cancellation. Where that is not all (a limit on back-billing, a period cut otherwise) the
/// rest is told as what is not told apart, so that every sum is the ledger's.
///
/// @param revenue before tax
/// @param valueAdded by rate; the codes of taxes on lines all count together
/// @param booked by account of revenue or tax
public record MonthBooks(YearMonth month, List<Revenue> revenue, List<TaxAtRate> valueAdded, List<Booked> booked) {
    /// @param block counted from one; zero where there are no blocks
    public record Revenue(String service, String customerClass, String component, int block, Money net) {}

    /// @param rate as `0.14`
    public record TaxAtRate(Decimal rate, Money base, Money tax) {}

    /// What an account was booked, credits above zero.
    ///
    /// @param bills by bills and their cancellations
    /// @param closing accruals of closed months, and their taking back
    /// @param adjusted by adjustments and their reversals
    /// @param others by payments and all else
    public record Booked(LedgerAccount account, Money bills, Money closing, Money adjusted, Money others) {
        public Money all() {
            return bills.plus(closing).plus(adjusted).plus(others);
        }

        /// The code of the tax; empty for revenue.
        public String tax() {
            return account.name().startsWith(TAX) ? account.name().substring(TAX.length()) : "";
        }

        public boolean isRevenue() {
            return account.name().startsWith("revenue");
        }
    }

    private static final String TAX = "liabilities:tax:";

    /// Segments whose lines count, and whether above zero or below.
    private static final String PIECES = """
            with moved as (
                select b.serial as bill, b.agreement, b.account, 1 as sign
                from bill b where b.billed_on >= {from} and b.billed_on < {to}
                union all
                select b.serial, b.agreement, b.account, -1
                from journal_entry e join bill b on b.serial = substr(e.key, 6, 10)::bigint
                where e.key like 'bill/%/reversed' and e.booked_on >= {from} and e.booked_on < {to}),
            segment as (
                select m.*, s.ordinal, s.from_day, s.to_day, s.claimed <> s.due as is_settling
                from moved m join bill_segment s on s.bill = m.bill),
            piece as (
                select row_number() over () as id, p.*,
                       (select sum(d.due) from bill_segment s
                        cross join unnest(s.codes, s.due) as d(code, due)
                        join amount_code c on c.id = d.code and not c.is_tax
                        where s.bill = p.bill and s.ordinal = p.ordinal) as net
                from (
                    select sign, agreement, account, bill, ordinal from segment
                    union all
                    select -s.sign, s.agreement, s.account, before.bill, before.ordinal
                    from segment s cross join lateral (
                        select q.bill, q.ordinal
                        from bill e join bill_segment q on q.bill = e.serial
                        where e.agreement = s.agreement and e.serial < s.bill
                            and q.from_day = s.from_day and q.to_day = s.to_day
                            and not exists (select from cancellation c where c.bill = e.serial)
                        order by e.serial desc limit 1) before
                    where s.is_settling) p),
            line as (
                select p.id, r.component, r.block, r.tax_rate, l.amount,
                       sum(l.amount) over (partition by p.id) <> p.net as is_with_tax
                from piece p
                join charge_line l on l.bill = p.bill and l.segment = p.ordinal
                join charge_rate r on r.id = l.rate)
            """;

    private static final String REVENUE = PIECES + """
            select u.service, c.class::text, l.component, l.block,
                   round(sum(p.sign * l.amount / case when l.is_with_tax then 1 + l.tax_rate else 1 end))::bigint
            from line l
            join piece p on p.id = l.id
            join service_agreement g on g.reference = p.agreement
            join usage_point u on u.reference = g.usage_point
            join customer_account a on a.reference = p.account
            join customer c on c.reference = a.customer
            group by u.service, c.class, l.component, l.block
            order by u.service, l.component, l.block, c.class""";

    private static final String TAXES = PIECES + """
            select tax_rate, sum(base)::bigint, sum(tax)::bigint
            from (
                select tax_rate, sign * (amount - case when is_with_tax then tax else 0 end) as base, sign * tax as tax
                from (
                    select l.id, p.sign, l.tax_rate, l.is_with_tax, sum(l.amount) as amount,
                           round(sum(l.amount) * l.tax_rate
                               / case when l.is_with_tax then 1 + l.tax_rate else 1 end) as tax
                    from line l join piece p on p.id = l.id
                    group by l.id, p.sign, l.tax_rate, l.is_with_tax) b
                union all
                select t.rate, m.sign * t.base, m.sign * t.tax
                from adjustment_tax t
                join (
                    select adjustment, entry, 1 as sign from adjustment_decision where is_approved
                    union all
                    select adjustment, entry, -1 from adjustment_reversal) m on m.adjustment = t.adjustment
                join journal_entry e on e.id = m.entry
                where e.booked_on >= {from} and e.booked_on < {to}
                union all
                select l.tax_rate, m.sign * l.net, m.sign * l.tax
                from connection_quote_line l
                join (
                    select application, entry, 1 as sign from connection_charge
                    union all
                    select application, entry, -1 from connection_charge_taken_back) m using (application)
                join journal_entry e on e.id = m.entry
                where e.booked_on >= {from} and e.booked_on < {to}) t
            group by tax_rate order by tax_rate""";

    private static final String BOOKED = """
            select a.name,
                   -sum(p.amount) filter (where e.bill is not null or e.key like 'bill/%'),
                   -sum(p.amount) filter (where e.key like 'close/%'),
                   -sum(p.amount) filter (where e.key like 'adjustment/%'),
                   -sum(p.amount) filter (where e.bill is null and e.key not like 'bill/%' and e.key not like 'close/%'
                       and e.key not like 'adjustment/%')
            from journal_entry e
            join posting p on p.entry = e.id
            join ledger_account a on a.id = p.account
            where e.booked_on >= {from} and e.booked_on < {to}
                and (a.name like 'revenue%' or a.name like 'liabilities:tax:%')
            group by a.name order by a.name""";

    public MonthBooks {
        revenue = List.copyOf(revenue);
        valueAdded = List.copyOf(valueAdded);
        booked = List.copyOf(booked);
    }

    /// All of one state of the books.
    public static MonthBooks of(Database database, YearMonth month) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            asWholeSets(connection);
            MonthBooks books = new MonthBooks(
                    month,
                    list(connection, REVENUE, month, MonthBooks::revenue),
                    list(connection, TAXES, month, MonthBooks::tax),
                    list(connection, BOOKED, month, MonthBooks::booked));
            connection.rollback();
            return books;
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static void asWholeSets(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_nestloop = off");
        }
    }

    private static <T> List<T> list(Connection connection, String select, YearMonth month, Rows.Shape<T> shape)
            throws SQLException {
        LocalDate from = month.atDay(1);
        String dated = select.replace("{from}", Literals.of(from)).replace("{to}", Literals.of(from.plusMonths(1)));
        try (PreparedStatement query = connection.prepareStatement(dated)) {
            return Rows.list(query, shape);
        }
    }

    private static Revenue revenue(ResultSet row) throws SQLException {
        return new Revenue(
                row.getString(1), row.getString(2), row.getString(3), row.getInt(4), Money.ofMinor(row.getLong(5)));
    }

    private static TaxAtRate tax(ResultSet row) throws SQLException {
        return new TaxAtRate(
                Decimal.parse(row.getBigDecimal(1).stripTrailingZeros().toPlainString()),
                Money.ofMinor(row.getLong(2)),
                Money.ofMinor(row.getLong(3)));
    }

    private static Booked booked(ResultSet row) throws SQLException {
        return new Booked(
                new LedgerAccount(row.getString(1)),
                Money.ofMinor(row.getLong(2)),
                Money.ofMinor(row.getLong(3)),
                Money.ofMinor(row.getLong(4)),
                Money.ofMinor(row.getLong(5)));
    }

    /// What was booked to revenue.
    public Money revenueBooked() {
        return sum(Booked::isRevenue);
    }

    /// Revenue of bills that their lines do not tell apart.
    public Money revenueNotToldApart() {
        Money told = revenue.stream().map(Revenue::net).reduce(Money.ZERO, Money::plus);
        return booked.stream()
                .filter(Booked::isRevenue)
                .map(Booked::bills)
                .reduce(Money.ZERO, Money::plus)
                .minus(told);
    }

    private Money sum(Predicate<Booked> which) {
        return booked.stream().filter(which).map(Booked::all).reduce(Money.ZERO, Money::plus);
    }

    /// Value added tax of bills and adjustments that no rate is told of.
    ///
    /// @param codes of the taxes that are on lines
    public Money taxNotToldApart(Collection<String> codes) {
        Money told = valueAdded.stream().map(TaxAtRate::tax).reduce(Money.ZERO, Money::plus);
        return booked.stream()
                .filter(one -> codes.contains(one.tax()))
                .map(one -> one.bills().plus(one.adjusted()))
                .reduce(Money.ZERO, Money::plus)
                .minus(told);
    }
}
