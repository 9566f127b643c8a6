package org.taswiya.store.bill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;
import org.taswiya.store.copy.CopiedRows;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.RunRows;

/// The bills of one batch, and what it knew when it billed them.
///
/// @param policy and checks of its run, as they are kept with it
/// @param first, last the numbers of its bills; none when the last is below the first
/// @param only these of them; empty for all
/// @param known of a batch from before that was kept: what its run began with
/// @param engine which rules billed it; empty where that was not kept yet
public record BilledRange(
        long run, Cycle cycle, String policy, long first, long last, List<Long> only, Known known, String engine) {
    public BilledRange {
        only = List.copyOf(only);
    }

    /// All bills, batch by batch: the numbers of one follow those of the one before.
    private static final String ALL = "select " + RunRows.COLUMNS + """
            , b.first_bill, b.last_bill,
                   coalesce(b.known_change, r.change) as known_change, coalesce(b.engine, '') as engine
            from (select run, known_change, engine, last_bill,
                         coalesce(lag(last_bill) over (order by run, batch), 0) + 1 as first_bill
                  from checkpoint) b
            join billing_run r on r.id = b.run
            where b.first_bill <= b.last_bill and {which}
            order by b.first_bill""";

    /// What one bill of a range is, beside what it is made from.
    ///
    /// @param digest of its document as it was first written; empty when none was
    /// @param changed what of its data, of which no versions are kept, was changed since; empty when nothing was
    public record RangeBill(StoredBill bill, String digest, String changed) {}

    public static List<BilledRange> all(Database database) {
        return find(database, "true", 0);
    }

    public static List<BilledRange> ofRun(Database database, long run) {
        return find(database, "b.run = ?", run);
    }

    /// The batch of one bill, narrowed to it.
    ///
    /// @return nothing when there is no such bill
    public static List<BilledRange> ofBill(Database database, long serial) {
        return ofBill(database, serial, 1);
    }

    /// The batch of one bill, narrowed to it and those of the batch that follow it.
    ///
    /// @param most how many bills at most
    /// @return nothing when there is no such bill
    public static List<BilledRange> ofBill(Database database, long serial, int most) {
        return find(database, "? between b.first_bill and b.last_bill", serial).stream()
                .map(range -> new BilledRange(
                        range.run,
                        range.cycle,
                        range.policy,
                        serial,
                        Math.min(range.last, serial + most - 1),
                        List.of(),
                        range.known,
                        range.engine))
                .toList();
    }

    /// The batches of several bills, narrowed to them.
    ///
    /// @return those of bills that are not there are missing
    public static List<BilledRange> ofBills(Database database, Collection<Long> serials) {
        TreeSet<Long> all = new TreeSet<>(serials);
        if (all.isEmpty()) {
            return List.of();
        }
        return find(database, "b.first_bill <= ? and b.last_bill >= " + all.first(), all.last()).stream()
                .map(range -> range.only(all.subSet(range.first, true, range.last, true)))
                .filter(range -> !range.only.isEmpty())
                .toList();
    }

    private BilledRange only(SortedSet<Long> serials) {
        return serials.isEmpty()
                ? this
                : new BilledRange(
                        run, cycle, policy, serials.first(), serials.last(), List.copyOf(serials), known, engine);
    }

    private static List<BilledRange> find(Database database, String which, long number) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(ALL.replace("{which}", which))) {
            if (which.contains("?")) {
                query.setLong(1, number);
            }
            return Rows.list(query, BilledRange::range);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static BilledRange range(ResultSet row) throws SQLException {
        long run = row.getLong("id");
        return new BilledRange(
                run,
                RunRows.cycle(row),
                row.getString("policy"),
                row.getLong("first_bill"),
                row.getLong("last_bill"),
                List.of(),
                new Known(row.getLong("known_change"), run),
                row.getString("engine"));
    }

    /// Its bills as the books have them, in the order of their numbers.
    public List<RangeBill> bills(Connection connection) throws SQLException {
        String which = only.isEmpty()
                ? " between " + first + " and " + last
                : " in (" + only.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        Map<Long, String> digests = DocumentDigests.read(connection, which);
        List<StoredBill> bills = StoredBills.read(connection, which);
        Map<String, String> changed = changed(connection, bills);
        return bills.stream()
                .map(bill -> new RangeBill(
                        bill,
                        digests.getOrDefault(bill.number().serial(), ""),
                        changed.getOrDefault(bill.agreement(), "")))
                .toList();
    }

    private static final String CHANGED = """
            select a.reference, concat_ws(', ',
                case when c.change > {known} then 'customer ' || c.reference end,
                case when k.change > {known} then 'account ' || k.reference end,
                case when e.change > {known} then 'premise ' || e.reference end,
                case when p.change > {known} then 'usage point ' || p.reference end,
                case when a.change > {known} then 'agreement ' || a.reference end)
            from service_agreement a
            join customer_account k on k.reference = a.account
            join customer c on c.reference = k.customer
            join usage_point p on p.reference = a.usage_point
            join premise e on e.reference = p.premise
            where a.reference = any({agreements})
                and greatest(a.change, k.change, c.change, p.change, e.change) > {known}""";

    /// What has no versions names the last change only: whether that came after the batch can be told, what was there
    /// before cannot.
    private Map<String, String> changed(Connection connection, List<StoredBill> bills) throws SQLException {
        List<String> agreements = bills.stream().map(StoredBill::agreement).toList();
        String select = CHANGED.replace("{known}", Long.toString(known.change()))
                .replace("{agreements}", Literals.texts(agreements));
        Map<String, String> changed = new HashMap<>();
        CopiedRows.each(connection, select, row -> changed.put(row.text(), row.text()));
        return changed;
    }
}
