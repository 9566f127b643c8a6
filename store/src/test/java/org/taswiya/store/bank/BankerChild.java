package org.taswiya.store.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;
import org.taswiya.store.Changes;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.bank.BankOrders.Kind;
import org.taswiya.store.bank.BankOrders.OrderFile;
import org.taswiya.store.bank.BankOrders.Wanted;
import org.taswiya.store.receivables.SmallTown;

/// A banker's day in a process of its own, to be killed: a statement comes in, refunds and direct debits go out, a file
/// for each. Each line on standard output is something that is done. Started again, it begins again with the first.
final class BankerChild {
    static final int ENTRIES = 30;
    static final int REFUNDS = 6;
    static final int DEBITS = 6;
    private static final Change CLERK = SmallTown.WHY;
    private static final Change CHIEF = new Change(CLERK.at(), "badr", "checked");

    private final Database database;
    private final Path orders;

    private BankerChild(Database database, Path orders) {
        this.database = database;
        this.orders = orders;
    }

    public static void main(String[] args) throws IOException, SQLException {
        Home home = Home.at(Path.of(args[0]));
        try (Database database = Database.openEmbedded(home, 0)) {
            BankerChild banker = new BankerChild(
                    database, Files.createDirectories(home.folder().resolve("orders")));
            for (int n = 1; n <= ENTRIES; n++) {
                banker.takeEntry(n);
            }
            for (int n = 1; n <= REFUNDS; n++) {
                if (Refunds.approve(database, n, SmallTown.TODAY, CHIEF) instanceof DecisionAnswer.Done) {
                    System.out.println("did approve " + n);
                }
                Wanted wanted = new Wanted(Kind.TRANSFERS, "main", SmallTown.TODAY, Object::toString);
                banker.send(BankOrders.refunds(database, wanted, CLERK));
            }
            for (int n = 1; n <= DEBITS; n++) {
                LocalDate due = SmallTown.day(100 + n);
                banker.send(Debits.collect(database, new Wanted(Kind.DEBITS, "main", due, Object::toString), CLERK));
            }
            System.out.println("finished");
        }
    }

    /// Of an account, of nobody, or what sends an earlier one back.
    private void takeEntry(int n) throws SQLException {
        boolean isBack = n % 5 == 0;
        Money amount = Money.ofMinor(isBack ? -100L * (n - 1) : 100L * n);
        String text = n % 3 == 0 ? "nobody" : "000000000" + (1 + n % 3);
        BankTransaction transaction =
                new BankTransaction(amount, "E" + (isBack ? n - 1 : n), "", text, "A", "", isBack ? "AC04" : "");
        LocalDate day = SmallTown.day(40);
        BankEntry entry = new BankEntry(n, "B" + n, day, day, amount, false, List.of(transaction));
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            BankTally tally = BankBatch.take(
                    connection,
                    () -> Changes.record(connection, CLERK),
                    BankAccounts.named(database, "main").orElseThrow(),
                    SmallTown.TODAY,
                    List.of(new ToldEntry(entry, "S1", true, 1)));
            connection.commit();
            if (tally.entries() > 0) {
                System.out.println("did entry " + n);
            }
        }
    }

    /// As the commands write: whole or not at all, and then marked.
    private void send(SentAnswer answer) throws IOException {
        if (answer instanceof SentAnswer.Made(OrderFile order)) {
            System.out.println("did make " + order.name() + (order.isNew() ? "" : " again"));
            Path file = orders.resolve(order.name());
            Path part = orders.resolve(order.name() + ".part");
            Files.writeString(part, order.text());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            System.out.println("did write " + order.name() + (order.isNew() ? "" : " again"));
            BankOrders.written(database, order, order.name(), CLERK);
            System.out.println("did mark " + order.name());
        }
    }
}
