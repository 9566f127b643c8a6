package org.taswiya.store.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.privacy.Erasable;
import org.taswiya.core.privacy.PrivacyRules;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.privacy.ErasureSituation.Reason;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;

/// Erases what has been kept long enough: of everybody what is older than the rules say, of those who have left how they
/// are reached, and of those who asked to be forgotten their names, once no document needs them.
public final class PrivacySweep {
    /// Who has left, owes nothing and has nothing to get, and is still known by more than their documents.
    private static final String LEFT = """
            select k.customer from customer_account k
            group by k.customer
            having (select max(coalesce(a.to_day, 'infinity')) from service_agreement a
                    where a.account = any(array_agg(k.reference))) < ?
                and not exists (select from open_item i where i.account = any(array_agg(k.reference)))
                and not exists (select from open_credit c where c.account = any(array_agg(k.reference)))
                and (exists (select from contact c where c.account = any(array_agg(k.reference)))
                    or exists (select from message_preference p where p.account = any(array_agg(k.reference)))
                    or exists (select from customer_identity n where n.customer = k.customer))
            order by k.customer""";

    private static final String DUE = """
            select d.customer from erasure_due d join customer c on c.reference = d.customer
            where d.due_on <= ? and c.latin_name <> erased_mark() order by d.customer""";

    private PrivacySweep() {}

    /// @param until the day that is known; null when something else stands in the way
    public record PutOff(String customer, @Nullable LocalDate until, List<Reason> reasons) {
        public PutOff {
            reasons = List.copyOf(reasons);
        }
    }

    /// @param putOff who asked to be forgotten, and is not yet
    public record Swept(List<Erased> erased, List<PutOff> putOff) {
        public Swept {
            erased = List.copyOf(erased);
            putOff = List.copyOf(putOff);
        }
    }

    /// All of it in one transaction; the same again finds nothing.
    public static Swept execute(Database database, PrivacyRules rules, LocalDate on, Change why, boolean isTrial) {
        return BooksTransaction.make(database, isTrial ? on(on, why) : why, isTrial, (connection, change) -> {
            Erasures erasures = new Erasures(connection, change);
            String codes = "codes: " + rules.codeDays() + " days";
            String messages = "messages: " + rules.messageMonths() + " months";
            String contacts = "contacts: " + rules.contactMonths() + " months";
            erasures.olderThan(rules.codesFrom(on), Erasable.CODE, codes);
            erasures.olderThan(rules.messagesFrom(on), Erasable.ADDRESS, messages);
            erasures.olderThan(rules.messagesFrom(on), Erasable.FACTS, messages);
            for (String customer : customers(connection, LEFT, rules.contactsFrom(on))) {
                for (Erasable what : List.of(Erasable.CODE, Erasable.CONTACT, Erasable.PREFERENCE, Erasable.IDENTITY)) {
                    erasures.of(customer, what, contacts);
                }
            }
            List<PutOff> putOff = new ArrayList<>();
            for (String customer : customers(connection, DUE, on)) {
                forget(connection, erasures, customer, rules, on, putOff);
            }
            Swept swept = new Swept(erasures.all(), putOff);
            return new Done<>(swept, !swept.erased().isEmpty());
        });
    }

    /// A trial is made as on its day, which may be to come: the books take no erasure of what is not over.
    private static Change on(LocalDate day, Change why) {
        return new Change(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), why.author(), why.reason());
    }

    private static List<String> customers(Connection connection, String which, LocalDate day) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(which)) {
            query.setObject(1, day);
            return Rows.list(query, row -> row.getString(1));
        }
    }

    /// Somebody may have come back since they asked.
    private static void forget(
            Connection connection,
            Erasures erasures,
            String customer,
            PrivacyRules rules,
            LocalDate on,
            List<PutOff> putOff)
            throws SQLException {
        ErasureSituation situation = ErasureSituation.of(connection, customer, on);
        LocalDate until = CustomerErasure.namesUntil(situation, rules, on);
        if (until != null || !situation.reasons().isEmpty()) {
            putOff.add(new PutOff(customer, until, situation.reasons()));
            return;
        }
        String rule = "taxDocuments: " + rules.documentYears() + " years, on request";
        CustomerErasure.allBesideNames(erasures, customer, rule);
        CustomerErasure.nameOnce(connection, erasures, customer, rule);
    }
}
