package org.taswiya.store.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;

/// Whatever happens between a look and the turn of its payments, what is known then is what a look at that moment gives.
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

    private enum Meanwhile {
        NOTHING(_ -> {}),
        ITS_NAME_IS_GIVEN(test -> test.town.taken(NAMED)),
        ITS_ITEM_IS_PAID(test -> test.town.taken(SmallTown.payment(1, "93.00", Means.CARD, 40, ""))),
        ITS_ITEM_IS_CANCELLED(test -> test.town.cancel(test.bill)),
        A_PAYMENT_IS_REVERSED(test -> test.town.reverse(test.given)),
        A_BILL_COMES(test -> test.town.bill(2, "30.00", 12, 20)),
        A_CREDIT_COMES(test -> test.town.bill(2, "-30.00", 12, 20)),
        AN_OPENING_ITEM_COMES(test -> test.town.opening(SmallTown.ONE, "F1", "7.00", 5)),
        SOMEBODY_ELSE_PAYS(test -> test.town.taken(SmallTown.payment(3, "5.00", Means.CARD, 40, "k3"))),
        THE_ACCOUNT_IS_OPENED(test -> test.town.execute("insert into customer_account values ('0000000004', 'P1', 1)"));

        private final Consumer<AccountsSeenTest> does;

        Meanwhile(Consumer<AccountsSeenTest> does) {
            this.does = does;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHappenedSinceIsSeen(Meanwhile meanwhile) throws SQLException {
        try (Connection connection = database.connect()) {
            AccountsSeen seen = AccountsSeen.look(connection, COMING);
            meanwhile.does.accept(this);
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
