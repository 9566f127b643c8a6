package org.taswiya.store.receivables;

import java.nio.file.Path;
import java.util.Random;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Pays in a process of its own, to be killed. Each line on standard output is a receipt that it was given: the payer's
/// own log. Started again it brings the same payments again, from the first one on.
final class PayerChild {
    static final int PAYMENTS = 70;
    private static final int EACH_REVERSED = 9;
    private static final int MOST_CENTS = 5_000;

    private PayerChild() {}

    public static void main(String[] args) {
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            SmallTown town = new SmallTown(database);
            for (int i = 1; i <= PAYMENTS; i++) {
                Receipt receipt = town.taken(payment(i));
                if (i % EACH_REVERSED == 0) {
                    town.reverse(receipt);
                }
                System.out.println("paid " + i + " " + receipt.number() + " "
                        + receipt.payment().amount() + " " + receipt.credit());
            }
            System.out.println("finished");
        }
    }

    static Payment payment(int i) {
        Random random = new Random(i);
        Money amount = Money.ofMinor(1L + random.nextInt(MOST_CENTS));
        Means means = random.nextBoolean() ? Means.CASH : Means.CHEQUE;
        return SmallTown.payment(1 + random.nextInt(2), amount.toString(), means, 40, "k" + i);
    }
}
