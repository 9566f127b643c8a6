package org.taswiya.run;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.ledger.LedgerAccount;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.Provision;

/// What closing a month came to.
public sealed interface MonthCloseAnswer {

    /// It is closed, or would be.
    ///
    /// @param accrued by account of revenue, what was booked on its last day and taken back on the day after
    /// @param total of it
    /// @param bills that would have been made at its end
    /// @param withheld agreements that would have got none, of which nothing is booked
    /// @param provision for debts that will not be paid
    record Closed(
            YearMonth month,
            SortedMap<LedgerAccount, Money> accrued,
            Money total,
            long bills,
            long withheld,
            Provision provision)
            implements MonthCloseAnswer {
        public Closed {
            accrued = Collections.unmodifiableSortedMap(new TreeMap<>(accrued));
        }
    }

    /// Nothing was done.
    ///
    /// @param found what was found, and what to do
    record Refused(Reason reason, String found) implements MonthCloseAnswer {}

    /// Why a month cannot be closed.
    enum Reason {
        NOT_OVER("not-over"),
        CLOSED_ALREADY("closed-already"),
        RUN_NOT_FINISHED("run-not-finished");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
