package org.taswiya.store.lookup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.message.Preference;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.access.Delegates;
import org.taswiya.store.access.Delegates.LetIn;
import org.taswiya.store.agreement.AgreementFacts;
import org.taswiya.store.agreement.Deposits;
import org.taswiya.store.agreement.LampInventories;
import org.taswiya.store.agreement.MoveOutRequest;
import org.taswiya.store.agreement.MoveOutRequests;
import org.taswiya.store.agreement.StoredDeposit;
import org.taswiya.store.arrangement.InstalmentRequest;
import org.taswiya.store.arrangement.InstalmentRequests;
import org.taswiya.store.message.ContactCodes;
import org.taswiya.store.message.ContactSet;
import org.taswiya.store.message.Contacts;
import org.taswiya.store.message.Preferences;
import org.taswiya.store.population.AccountClasses;

/// What holds of an account now, beside what it owes and takes.
///
/// @param reached by what, and in which language; null where nobody has ever said
/// @param confirmed which addresses its customer has shown to be theirs
/// @param preferred of each kind of message of which something was said
/// @param delegates who was let in, or is asked
/// @param deposits all of them, the first claimed first
/// @param leaving agreements that its customer wants to end, and nobody has ended yet
/// @param asked the instalments that its customer has asked for and a person has to grant; null for none
/// @param told what the tariffs of its agreements ask for besides usage and demand, with who wrote it down
/// @param lamps those that its agreements have in place of a meter
public record CustomerFacts(
        CustomerClass customerClass,
        @Nullable ContactSet reached,
        Set<String> confirmed,
        List<Preference> preferred,
        List<LetIn> delegates,
        List<StoredDeposit> deposits,
        List<MoveOutRequest> leaving,
        @Nullable InstalmentRequest asked,
        List<AgreementFacts.Stored> told,
        List<LampInventories.Stored> lamps) {
    public CustomerFacts {
        confirmed = Set.copyOf(confirmed);
        preferred = List.copyOf(preferred);
        delegates = List.copyOf(delegates);
        deposits = List.copyOf(deposits);
        leaving = List.copyOf(leaving);
        told = List.copyOf(told);
        lamps = List.copyOf(lamps);
    }

    /// @param account that there is
    public static CustomerFacts of(Database database, String account, LocalDate today) {
        return new CustomerFacts(
                classOf(database, account),
                Contacts.on(database, account, today).orElse(null),
                ContactCodes.confirmed(database, account),
                Preferences.on(database, account, today),
                Delegates.letInto(database, List.of(account), today),
                Deposits.list(database, account),
                MoveOutRequests.running(database, account).stream()
                        .flatMap(one -> Stream.ofNullable(one.request()))
                        .toList(),
                InstalmentRequests.last(database, account)
                        .filter(one -> one.state() == InstalmentRequest.State.WAITS)
                        .orElse(null),
                AgreementFacts.ofAccount(database, account),
                LampInventories.ofAccount(database, account));
    }

    private static CustomerClass classOf(Database database, String account) {
        try (Connection connection = database.connect()) {
            return AccountClasses.of(connection, account).orElseThrow();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }
}
