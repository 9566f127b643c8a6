package org.taswiya.store.agreement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Occupant;
import org.taswiya.core.customer.Occupants;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.Stay;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.SqlFault;

/// Agreements and who took a service when.
public final class Agreements {
    private static final String SELECT = """
            select a.*, p.premise, p.service, c.latin_name,
                   (select r.value from reading r where r.usage_point = a.usage_point and r.at = a.from_day
                        and r.kind = 'actual' order by r.revision desc limit 1) as opened,
                   (select r.value from reading r where r.usage_point = a.usage_point and r.at = a.to_day
                        and r.kind = 'actual' order by r.revision desc limit 1) as closed,
                   (select max(b.billed_to) from bill b where b.agreement = a.reference
                        and not exists (select from cancellation x where x.bill = b.serial)) as billed_to,
                   b.made_at as began_at, b.author as began_by, b.reason as began_why,
                   e.is_estimated, e.successor,
                   l.made_at as ended_at, l.author as ended_by, l.reason as ended_why
            from service_agreement a
            join usage_point p on p.reference = a.usage_point
            join customer_account k on k.reference = a.account
            join customer c on c.reference = k.customer
            join change b on b.id = a.change
            left join agreement_end e on e.agreement = a.reference
            left join change l on l.id = e.change
            where {which} order by p.premise, a.usage_point, a.from_day, a.reference""";

    private Agreements() {}

    /// Whose agreements are asked for; the first that is there counts.
    public record Where(
            @Nullable String premise,
            @Nullable String point,
            @Nullable String account) {}

    /// Everybody who ever took a service at a usage point, and when nobody did.
    ///
    /// @param agreements by their references
    public record PointLife(
            String point, String service, String premise, List<Stay> stays, Map<String, StoredAgreement> agreements) {
        public PointLife {
            stays = List.copyOf(stays);
            agreements = Map.copyOf(agreements);
        }
    }

    public static Optional<StoredAgreement> of(Database database, String reference) {
        try (Connection connection = database.connect()) {
            return of(connection, reference);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    static Optional<StoredAgreement> of(Connection connection, String reference) throws SQLException {
        return list(connection, "a.reference = ?", reference).stream().findFirst();
    }

    /// Of a place, a point, or all points at which an account takes or took something: all who were there.
    public static List<PointLife> lives(Database database, Where where) {
        try (Connection connection = database.connect()) {
            if (where.premise() != null) {
                return lives(list(connection, "p.premise = ?", where.premise()));
            }
            if (where.point() != null) {
                return lives(list(connection, "a.usage_point = ?", where.point()));
            }
            return lives(list(
                    connection,
                    "a.usage_point in (select o.usage_point from service_agreement o where o.account = ?)",
                    where.account() == null ? "" : where.account()));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    private static List<PointLife> lives(List<StoredAgreement> all) {
        Map<String, Map<String, StoredAgreement>> byPoint = new LinkedHashMap<>();
        for (StoredAgreement one : all) {
            byPoint.computeIfAbsent(one.agreement().usagePoint(), _ -> new LinkedHashMap<>())
                    .put(one.agreement().reference(), one);
        }
        List<PointLife> lives = new ArrayList<>();
        byPoint.forEach((point, of) -> {
            StoredAgreement first = of.values().iterator().next();
            Occupants occupants =
                    new Occupants(of.values().stream().map(Agreements::occupant).toList());
            lives.add(new PointLife(point, first.service(), first.premise(), occupants.stays(), of));
        });
        return lives;
    }

    static Occupant occupant(StoredAgreement stored) {
        ServiceAgreement of = stored.agreement();
        return new Occupant(of.reference(), of.account(), of.from(), of.to());
    }

    static List<StoredAgreement> list(Connection connection, String which, String value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT.replace("{which}", which))) {
            query.setString(1, value);
            return Rows.list(query, Agreements::row);
        }
    }

    private static StoredAgreement row(ResultSet row) throws SQLException {
        ServiceAgreement agreement = new ServiceAgreement(
                row.getString("reference"),
                row.getString("account"),
                row.getString("usage_point"),
                row.getString("tariff"),
                row.getInt("households"),
                Rows.date(row, "from_day"),
                Rows.dateOrNull(row, "to_day"),
                Rows.decimalOrNull(row, "annual_volume"));
        return new StoredAgreement(
                agreement,
                row.getString("service"),
                row.getString("premise"),
                row.getString("latin_name"),
                Rows.decimalOrNull(row, "opened"),
                Rows.decimalOrNull(row, "closed"),
                Rows.dateOrNull(row, "billed_to"),
                change(row, "began"),
                end(row));
    }

    private static StoredAgreement.@Nullable End end(ResultSet row) throws SQLException {
        return row.getString("ended_by") == null
                ? null
                : new StoredAgreement.End(
                        row.getBoolean("is_estimated"), row.getString("successor"), change(row, "ended"));
    }

    private static Change change(ResultSet row, String what) throws SQLException {
        return new Change(
                row.getObject(what + "_at", OffsetDateTime.class).toInstant(),
                row.getString(what + "_by"),
                row.getString(what + "_why"));
    }
}
