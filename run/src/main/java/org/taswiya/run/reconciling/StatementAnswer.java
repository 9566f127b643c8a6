package org.taswiya.run.reconciling;

import java.util.List;
import org.taswiya.intake.bank.BankRefusal;
import org.taswiya.store.bank.BankAccount;
import org.taswiya.store.bank.BankTally;

/// What became of a file of a bank.
public sealed interface StatementAnswer {

    /// Its entries are in the books, now or before.
    ///
    /// @param banks whose statements it holds, in the order of the file
    record Taken(List<BankAccount> banks, BankTally tally) implements StatementAnswer {
        public Taken {
            banks = List.copyOf(banks);
        }
    }

    /// It is not taken, and nothing was written.
    record Refused(BankRefusal refusal) implements StatementAnswer {}
}
