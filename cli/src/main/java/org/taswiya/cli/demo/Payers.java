package org.taswiya.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.OpenItem;
import org.taswiya.core.receivables.Payment;
import org.taswiya.core.receivables.StampDuty;
import org.taswiya.core.tariff.PaymentChannel;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.AccountRows;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.CreditUses;
import org.taswiya.store.receivables.PaymentAnswer;
import org.taswiya.store.receivables.PaymentBatch;
import org.taswiya.store.receivables.Receipt;

/// How the customers of the story pay: most of them all that they owe, each in a way of their own, some a half or with
/// the next bill, and very few not any more. Until the last year everybody pays what is owed.
final class Payers {
    /// After the bills, by then whoever pays this month has paid.
    static final int LAST_DAY = 18;

    private static final int FIRST_DAY = 2;
    private static final int ACCOUNTS_AT_ONCE = 2_000;
    private static final long HABITS = 11;
    private static final long MONTHS = 12;

    private final Database database;
    private final Story story;
    private final Map<String, Tariff> tariffs;
    private final SortedSet<String> arranged = new TreeSet<>();

    Payers(Database database, Story story, Map<String, Tariff> tariffs) {
        this.database = database;
        this.story = story;
        this.tariffs = tariffs;
    }

    /// A way to pay, and of a hundred customers how many have it.
    private enum Habit {
        TILL(30, Means.CASH),
        COLLECTOR(22, Means.COLLECTOR),
        CARD(18, Means.CARD),
        TRANSFER(12, Means.TRANSFER),
        DEBIT(10, Means.DIRECT_DEBIT),
        CHEQUE(8, Means.CHEQUE);

        private final int percent;
        private final Means means;

        Habit(int percent, Means means) {
            this.percent = percent;
            this.means = means;
        }

        static Habit of(int number) {
            int left = Dice.of(HABITS, number).below(100);
            for (Habit habit : values()) {
                left -= habit.percent;
                if (left < 0) {
                    return habit;
                }
            }
            throw new IllegalStateException("The habits make less than a hundred");
        }

        String place(int number) {
            return switch (this) {
                case TILL -> "agency-" + (1 + number % 4);
                case COLLECTOR -> number % 3 == 0 ? "m-post" : "tasshilat";
                case CARD -> "online";
                case TRANSFER, DEBIT, CHEQUE -> "bmce";
            };
        }
    }

    /// What of all that is open is paid in a month.
    private enum Share {
        ALL,
        HALF,
        NOTHING
    }

    /// Whoever has an arrangement waits for its days.
    void waitFor(String account) {
        arranged.add(account);
    }

    /// Who waits, in the order of their numbers.
    SortedSet<String> waiting() {
        return arranged;
    }

    /// Uses the credits there are, and has everybody pay who pays after the bills of a round.
    ///
    /// @param isLifelike whether some pay late, in part or never
    /// @return the receipts, in their order
    List<Receipt> pay(Round round, boolean isLifelike) {
        CreditUses.use(database, round.billTo(), RoundBilling.change(round.billTo(), "credits used"), false);
        List<Receipt> receipts = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < story.subscribers().size(); number++) {
            if (story.subscribers().get(number).cycle().equals(round.cycle())) {
                numbers.add(number);
            }
        }
        for (int from = 0; from < numbers.size(); from += ACCOUNTS_AT_ONCE) {
            List<Integer> some = numbers.subList(from, Math.min(from + ACCOUNTS_AT_ONCE, numbers.size()));
            receipts.addAll(pay(round.billTo(), some, isLifelike));
        }
        return receipts;
    }

    private List<Receipt> pay(LocalDate billed, List<Integer> numbers, boolean isLifelike) {
        LocalDate last = billed.plusDays(LAST_DAY);
        return BooksTransaction.make(
                database, RoundBilling.change(last, "payments after " + billed), false, (connection, change) -> {
                    List<Payment> payments = payments(connection, billed, numbers, isLifelike);
                    PaymentBatch batch = PaymentBatch.begin(connection, () -> change, last, payments);
                    List<Receipt> receipts = new ArrayList<>();
                    for (Payment payment : payments) {
                        receipts.add(taken(batch.take(payment, duty(payment.receivedOn()))));
                    }
                    batch.send();
                    return new BooksTransaction.Done<>(receipts, !receipts.isEmpty());
                });
    }

    private static Receipt taken(PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Taken taken -> taken.receipt();
            case PaymentAnswer.Refused(var reason, var found) ->
                throw new IllegalStateException("A payment of the story was refused, " + reason + ": " + found);
        };
    }

    private List<Payment> payments(Connection connection, LocalDate billed, List<Integer> numbers, boolean isLifelike)
            throws SQLException {
        Map<String, AccountItems> owed =
                AccountRows.of(connection, numbers.stream().map(this::account).toList());
        List<Payment> payments = new ArrayList<>();
        for (int number : numbers) {
            AccountItems items = owed.get(account(number));
            Payment payment = items == null ? null : payment(items, billed, number, isLifelike);
            if (payment != null) {
                payments.add(payment);
            }
        }
        return payments;
    }

    private String account(int number) {
        return story.subscribers().get(number).account().reference();
    }

    /// Null where nothing is owed or paid.
    private @Nullable Payment payment(AccountItems items, LocalDate billed, int number, boolean isLifelike) {
        Dice dice = Dice.of(MONTHS + billed.toEpochDay(), number);
        Habit habit = Habit.of(number);
        LocalDate day = billed.plusDays(dice.between(FIRST_DAY, LAST_DAY));
        StampDuty duty = habit.means.bearsStamp() ? duty(day) : StampDuty.NONE;
        Money amount = switch (isLifelike ? share(items.account(), number, dice) : Share.ALL) {
            case ALL ->
                items.items().stream()
                        .map(OpenItem::open)
                        .map(open -> open.plus(duty.on(open)))
                        .reduce(Money.ZERO, Money::plus);
            case HALF -> Money.ofMinor(items.open().minorUnits() / 2);
            case NOTHING -> Money.ZERO;
        };
        if (amount.signum() <= 0) {
            return null;
        }
        Payment.Key key = new Payment.Key("demo", items.account() + "/" + billed);
        return new Payment(items.account(), amount, day, habit.means, habit.place(number), key, List.of());
    }

    private Share share(String account, int number, Dice dice) {
        int drawn = dice.below(1000);
        boolean isHard = Dice.of(HABITS + 1, number).inPermille(10) || number == 17;
        if (isHard || arranged.contains(account) || drawn >= 970) {
            return Share.NOTHING;
        }
        return drawn >= 955 ? Share.HALF : Share.ALL;
    }

    /// The operator's on cash; the same in all of its price books.
    private StampDuty duty(LocalDate day) {
        return tariffs.values().stream()
                .flatMap(tariff -> tariff.dutyOn(PaymentChannel.CASH, day).stream())
                .findFirst()
                .map(duty -> new StampDuty(duty.rate()))
                .orElse(StampDuty.NONE);
    }
}
