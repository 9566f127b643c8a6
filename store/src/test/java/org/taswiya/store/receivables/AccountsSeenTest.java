package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// Whatever happens between a look and the turn of its payments, what is known then is what a look at that moment
/// gives.
final class AccountsSeenTest {
    private static final Payment NAMED = SmallTown.payment(1, "10.00", Means.TRANSFER, 40, "k1");
    private static final Payment GIVEN = SmallTown.payment(1, "7.00", Means.TRANSFER, 40, "k0");
    private static final List<Payment> COMING = List.of(
            NAMED,
            GIVEN,
            SmallTown.payment(2, "10.00", Means.TRANSFER, 40, ""),
            SmallTown.payment(4, "10.00", Means.TRANSFER, 40, "k4"));

    private final Database database = TestDatabases.fresh();
    private final SmallTown town = new SmallTown(database).fill();
    private final ItemKey bill = town.bill(1, "100.00", 10, 30);
    private final Receipt given = town.taken(GIVEN);

    static List<Named<Consumer<AccountsSeenTest>>> meanwhile() {
        return List.of(
                named("nothing", _ -> {}),
                named("its name is given", test -> test.town.taken(NAMED)),
                named("its item is paid", test -> test.town.taken(of(1, "93.00"))),
                named("its item is cancelled", test -> test.town.cancel(test.bill)),
                named("a payment is reversed", test -> test.town.reverse(test.given)),
                named("a bill comes", test -> test.town.bill(2, "30.00", 12, 20)),
                named("a credit comes", test -> test.town.bill(2, "-30.00", 12, 20)),
                named("an opening item comes", test -> test.town.opening(SmallTown.ONE, "F1", "7.00", 5)),
                named("somebody else pays", test -> test.town.taken(of(3, "5.00"))),
                named(
                        "the account is opened",
                        test -> test.town.execute("insert into customer_account values ('0000000004', 'P1', 1)")));
    }

    private static Named<Consumer<AccountsSeenTest>> named(String trap, Consumer<AccountsSeenTest> does) {
        return Named.of(trap, does);
    }

    private static Payment of(int account, String amount) {
        return SmallTown.payment(account, amount, Means.CARD, 40, "");
    }

    @ParameterizedTest
    @MethodSource("meanwhile")
    void whatHappenedSinceIsSeen(Consumer<AccountsSeenTest> meanwhile) throws SQLException {
        try (Connection connection = database.connect()) {
            AccountsSeen seen = AccountsSeen.look(connection, COMING);
            meanwhile.accept(this);
            seen.lookAgain(connection);
            AccountsSeen now = AccountsSeen.look(connection, COMING);
            assertThat(seen.accounts()).isEqualTo(now.accounts());
            assertThat(seen.taken()).isEqualTo(now.taken());
        }
    }

    @Test
    void anAccountThatOthersPaidSinceOwesWhatIsLeft() throws SQLException {
        try (Connection connection = database.connect()) {
            AccountsSeen seen = AccountsSeen.look(connection, COMING);
            town.taken(SmallTown.payment(1, "90.00", Means.CARD, 40, ""));
            connection.setAutoCommit(false);
            PaymentBatch batch = PaymentBatch.begin(connection, () -> 1, SmallTown.TODAY, seen);
            PaymentAnswer answer = batch.take(NAMED, SmallTown.QUARTER);
            batch.send();
            connection.commit();
            assertThat(answer).isInstanceOfSatisfying(PaymentAnswer.Taken.class, taken -> {
                assertThat(taken.receipt().allocations()).hasSize(1);
                assertThat(taken.receipt().credit()).hasToString("7.00");
            });
        }
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
    }
}
