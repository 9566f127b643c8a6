package org.taswiya.run.reconciling;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankStatement;
import org.taswiya.core.bank.BankStatement.Balances;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.bank.BankFault;
import org.taswiya.intake.bank.BankRefusal;
import org.taswiya.intake.bank.StatementFile;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankAccounts;
import org.taswiya.store.bank.BankBatch;
import org.taswiya.store.bank.BankStatements;
import org.taswiya.store.bank.BankTally;
import org.taswiya.store.bank.ToldEntry;
import org.taswiya.store.run.BatchTransaction;

/// Takes one file of a bank into the books.
public final class StatementRun {
    private final Connection connection;
    private final Settings settings;
    private final List<BankAccount> known;
    private final Set<BankAccount> met = new LinkedHashSet<>();
    private final List<ToldEntry> waiting = new ArrayList<>();
    private final Map<Named, Integer> occurrences = new HashMap<>();
    private @Nullable BankStatement current;
    private BankTally tally = BankTally.NONE;

    /// @param bank the only account whose statements are taken; null for all that are stated
    /// @param today after which nothing can have been booked
    /// @param isTrial whether nothing is stored
    /// @param busy is told again and again while somebody bills
    public record Settings(
            Path file,
            @Nullable String bank,
            LocalDate today,
            Change why,
            int entriesPerBatch,
            boolean isTrial,
            Runnable busy) {}

    private record Named(String reference, Money amount) {}

    private StatementRun(Connection connection, Settings settings, List<BankAccount> known) {
        this.connection = connection;
        this.settings = settings;
        this.known = known;
    }

    /// Takes a file, or says why not.
    public static StatementAnswer execute(Database database, Settings settings) throws IOException {
        List<BankAccount> known = BankAccounts.all(database).stream()
                .filter(bank -> settings.bank() == null || bank.name().equals(settings.bank()))
                .toList();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return new StatementRun(connection, settings, known).run();
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        } catch (WrappedFault e) {
            throw SqlFault.of(database, e.fault);
        }
    }

    /// Carries a failure of the database through the reader.
    private static final class WrappedFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException fault;

        WrappedFault(SQLException fault) {
            super(fault);
            this.fault = fault;
        }
    }

    private StatementAnswer run() throws IOException {
        StatementFile file = new StatementFile(settings.file());
        Check check = new Check();
        Optional<BankRefusal> refusal = file.check(check);
        if (refusal.isPresent() || check.refusal != null) {
            return new StatementAnswer.Refused(refusal.orElseGet(() -> Objects.requireNonNull(check.refusal)));
        }
        file.read(new StatementFile.Receiver() {
            @Override
            public void statement(BankStatement statement) {
                end();
                current = statement;
                met.add(bank(statement));
            }

            @Override
            public void entry(BankEntry entry) {
                tell(entry);
            }
        });
        end();
        return new StatementAnswer.Taken(List.copyOf(met), tally);
    }

    private BankAccount bank(BankStatement statement) {
        return known.stream()
                .filter(bank -> bank.isCalled(statement.account()))
                .findFirst()
                .orElseThrow();
    }

    private void tell(BankEntry entry) {
        BankStatement of = Objects.requireNonNull(current);
        int occurrence = occurrences.merge(new Named(entry.reference(), entry.amount()), 1, Integer::sum);
        waiting.add(new ToldEntry(entry, of.id(), of.balances() != null, occurrence));
        if (waiting.size() >= settings.entriesPerBatch()) {
            take(null);
        }
    }

    /// Takes what is left of the statement before, and says that it is there whole.
    private void end() {
        BankStatement ended = current;
        if (ended != null) {
            take(ended.balances());
            occurrences.clear();
        }
    }

    private void take(@Nullable Balances whole) {
        BankStatement of = Objects.requireNonNull(current);
        BankAccount bank = bank(of);
        try {
            BatchTransaction transaction = BatchTransaction.begin(connection, settings.why(), settings.busy());
            tally = tally.plus(
                    BankBatch.take(connection, transaction::change, bank, settings.today(), List.copyOf(waiting)));
            waiting.clear();
            if (whole != null) {
                BankStatements.add(connection, transaction::change, bank.name(), of, whole);
            }
            if (settings.isTrial()) {
                connection.rollback();
            } else {
                transaction.commit();
            }
        } catch (SQLException e) {
            throw new WrappedFault(e);
        }
    }

    /// What of a sound file the books will not have.
    private final class Check implements StatementFile.Receiver {
        private @Nullable BankRefusal refusal;

        @Override
        public void statement(BankStatement statement) {
            Optional<BankAccount> bank = known.stream()
                    .filter(one -> one.isCalled(statement.account()))
                    .findFirst();
            if (bank.isEmpty()) {
                refuse(
                        statement.line(),
                        BankFault.OTHER_ACCOUNT,
                        "found a statement of account " + statement.account() + ", expected one of "
                                + known.stream().map(one -> one.number().iban()).toList()
                                + "; state it with ./taswiya bank add, if it is the utility's");
            } else if (!statement.currency().isEmpty()
                    && !statement.currency().equals(bank.get().currency())) {
                refuse(
                        statement.line(),
                        BankFault.OTHER_CURRENCY,
                        "found " + statement.currency() + ", expected "
                                + bank.get().currency());
            }
        }

        @Override
        public void entry(BankEntry entry) {
            if (entry.bookedOn().isAfter(settings.today())) {
                refuse(
                        entry.line(),
                        BankFault.FUTURE_DAY,
                        "found an entry booked on " + entry.bookedOn() + ", and today is " + settings.today());
            }
        }

        private void refuse(long line, BankFault fault, String found) {
            if (refusal == null) {
                refusal = new BankRefusal(line, fault, found);
            }
        }
    }
}
