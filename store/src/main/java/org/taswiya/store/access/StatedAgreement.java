package org.taswiya.store.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlArrays;
import org.taswiya.store.SqlFault;

/// A service that an account takes at a place, as its holder may know of it.
///
/// @param tariff by its name in the price books
/// @param address of the premise
/// @param meter the serial number of the one in place; null where there is none
/// @param from the first day on which they take it: what was used before is another's affair
/// @param to the day after the last; null while it runs
/// @param bills serial numbers of those that stand, the newest first
public record StatedAgreement(
        String account,
        String reference,
        String service,
        String tariff,
        String usagePoint,
        String premise,
        String address,
        @Nullable String meter,
        LocalDate from,
        @Nullable LocalDate to,
        List<Long> bills) {
    public StatedAgreement {
        bills = List.copyOf(bills);
    }

    public boolean isRunning(LocalDate on) {
        return to == null || on.isBefore(to);
    }

    /// Those of some accounts, the ones that run first.
    public static List<StatedAgreement> of(Database database, List<String> accounts) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select a.account, a.reference, p.service, a.tariff, a.usage_point, p.premise, e.address,
                               m.serial, a.from_day, a.to_day,
                               array(select b.serial from bill b
                                     where b.agreement = a.reference and b.account = a.account
                                         and not exists (select from cancellation x where x.bill = b.serial)
                                     order by b.serial desc) as bills
                        from service_agreement a
                        join usage_point p on p.reference = a.usage_point
                        join premise e on e.reference = p.premise
                        left join meter m on m.usage_point = p.reference and m.removed_at is null
                        where a.account = any(?)
                        order by a.account, a.to_day is not null, a.to_day desc, e.address, p.service, a.reference
                        """)) {
            query.setArray(1, SqlArrays.texts(connection, accounts));
            return Rows.list(query, StatedAgreement::of);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// The reference of the one of an account that a bill is of; empty where it stands no more.
    public static Optional<String> ofBill(Database database, String account, long serial) {
        return of(database, List.of(account)).stream()
                .filter(one -> one.bills().contains(serial))
                .map(StatedAgreement::reference)
                .findFirst();
    }

    private static StatedAgreement of(ResultSet row) throws SQLException {
        return new StatedAgreement(
                row.getString("account"),
                row.getString("reference"),
                row.getString("service"),
                row.getString("tariff"),
                row.getString("usage_point"),
                row.getString("premise"),
                row.getString("address"),
                row.getString("serial"),
                Rows.date(row, "from_day"),
                Rows.dateOrNull(row, "to_day"),
                List.of((Long[]) row.getArray("bills").getArray()));
    }
}
