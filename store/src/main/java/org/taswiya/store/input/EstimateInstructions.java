package org.taswiya.store.input;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.estimation.EstimateInstruction;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.copy.CopiedRows;

/// How people want the next estimate of agreements made. An instruction counts until the agreement's next bill.
public final class EstimateInstructions {
    private EstimateInstructions() {}

    private static final String PENDING = """
            select agreement from (
                select distinct on (i.agreement) i.agreement, i.method, i.usage
                from unnest(?) as d(agreement) join estimate_instruction i on i.agreement = d.agreement
                where i.after_bill >= coalesce(
                    (select max(b.serial) from bill b where b.agreement = i.agreement), 0)
                order by i.agreement, i.change desc) last
            where method is not distinct from ? and usage is not distinct from ?""";

    private static final String ADD = """
            insert into estimate_instruction (change, agreement, account, after_bill, method, usage)
            select ?, a.reference, a.account, last_number, ?, ?
            from number_series, service_agreement a where name = 'bill' and a.reference = any(?)""";

    private static final String OF_BATCH = """
            select i.agreement, i.after_bill, i.method, i.usage from estimate_instruction i
            where {which} order by i.change""";

    /// Those of the agreements for which just this instruction is the last one and still counts.
    public static Set<String> pending(Connection connection, List<String> agreements, EstimateInstruction instruction)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PENDING)) {
            query.setArray(1, SqlArrays.texts(connection, agreements));
            query.setString(2, method(instruction));
            query.setBigDecimal(3, usage(instruction));
            return new HashSet<>(Rows.list(query, row -> row.getString(1)));
        }
    }

    /// Adds one for each agreement, in a transaction of the caller's.
    public static void add(Connection connection, long change, List<String> agreements, EstimateInstruction instruction)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setLong(1, change);
            insert.setString(2, method(instruction));
            insert.setBigDecimal(3, usage(instruction));
            insert.setArray(4, SqlArrays.texts(connection, agreements));
            insert.executeUpdate();
        }
    }

    /// Gives the agreements of a batch the instruction that still counts, the last one where there are several.
    ///
    /// @param which a condition on the instructions, `i`
    public static void read(Connection connection, String which, Map<String, OpenAgreement> agreements)
            throws SQLException {
        CopiedRows.each(connection, OF_BATCH.replace("{which}", which), row -> {
            OpenAgreement agreement = agreements.get(row.text());
            long afterBill = row.whole();
            String method = row.textOrNull();
            Decimal usage = row.numericOrNull();
            if (agreement != null && afterBill >= agreement.lastBill) {
                agreement.instruction = usage == null
                        ? new EstimateInstruction.ByMethod(
                                EstimationMethod.ofCode(String.valueOf(method)).orElseThrow())
                        : new EstimateInstruction.Stated(usage);
            }
        });
    }

    private static @Nullable String method(EstimateInstruction instruction) {
        return switch (instruction) {
            case EstimateInstruction.ByMethod(EstimationMethod method) -> method.code();
            case EstimateInstruction.Stated _ -> null;
        };
    }

    private static @Nullable BigDecimal usage(EstimateInstruction instruction) {
        return switch (instruction) {
            case EstimateInstruction.ByMethod _ -> null;
            case EstimateInstruction.Stated(Decimal usage) -> usage.toBigDecimal();
        };
    }
}
