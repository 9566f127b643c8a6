package org.taswiya.store.run;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Rows;
import org.taswiya.store.run.Cycle.Plan;
import org.taswiya.store.run.RunTable.StartedRun;

/// Runs as rows, and back.
public final class RunRows {
    /// Of a run `r`, as [#cycle] and [#run] read them.
    public static final String COLUMNS = """
            r.id, r.bill_to, r.billed_on, r.area, r.released_only, r.policy, r.accounts_per_batch, r.part, r.cycle_name,
            r.read_to, r.due_on, r.outside_window,
            case when r.chosen is not null then (
                select array_agg(n.account order by n.account) from run_account n where n.run = r.id)
            end as accounts""";

    private RunRows() {}

    public static StartedRun run(ResultSet row) throws SQLException {
        return new StartedRun(row.getLong("id"), cycle(row), row.getString("policy"), row.getInt("accounts_per_batch"));
    }

    public static Cycle cycle(ResultSet row) throws SQLException {
        Array accounts = row.getArray("accounts");
        return new Cycle(
                Rows.date(row, "bill_to"),
                Rows.date(row, "billed_on"),
                row.getString("area"),
                row.getBoolean("released_only"),
                accounts == null ? List.of() : List.of((String[]) accounts.getArray()),
                row.getInt("part"),
                plan(row));
    }

    private static @Nullable Plan plan(ResultSet row) throws SQLException {
        String name = row.getString("cycle_name");
        return name == null
                ? null
                : new Plan(
                        name,
                        Rows.date(row, "read_to"),
                        Rows.dateOrNull(row, "due_on"),
                        row.getString("outside_window"));
    }

    /// Begins a run.
    static StartedRun insert(Connection connection, Cycle cycle, String policy, int accountsPerBatch, Change why)
            throws SQLException {
        StartedRun run = new StartedRun(nextId(connection), cycle, policy, accountsPerBatch);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into billing_run (id, bill_to, billed_on, area, released_only, policy, accounts_per_batch,
                    change, chosen, part, cycle_name, read_to, due_on, outside_window)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            Plan plan = cycle.plan();
            insert.setLong(1, run.id());
            insert.setObject(2, cycle.billTo());
            insert.setObject(3, cycle.billedOn());
            insert.setString(4, cycle.area());
            insert.setBoolean(5, cycle.releasedOnly());
            insert.setString(6, policy);
            insert.setInt(7, accountsPerBatch);
            insert.setLong(8, Changes.record(connection, why));
            insert.setString(9, RunAccounts.digest(cycle.accounts()));
            insert.setInt(10, cycle.part());
            insert.setString(11, plan == null ? null : plan.name());
            insert.setObject(12, plan == null ? null : plan.readTo());
            insert.setObject(13, plan == null ? null : plan.dueOn());
            insert.setString(14, plan == null ? null : plan.outsideWindow());
            insert.executeUpdate();
        }
        RunAccounts.save(connection, run.id(), cycle.accounts());
        return run;
    }

    private static long nextId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select coalesce(max(id), 0) from billing_run")) {
            last.next();
            return last.getLong(1) + 1;
        }
    }
}
