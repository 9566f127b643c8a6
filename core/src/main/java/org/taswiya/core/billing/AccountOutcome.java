package org.taswiya.core.billing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.quantity.Money;

/// What billing one account came to: a bill or a hold for each agreement, in the order of the input.
public record AccountOutcome(String customerAccount, List<AgreementOutcome> agreements, Money arrears) {

    public AccountOutcome {
        agreements = List.copyOf(agreements);
    }

    /// A bill, or why there is none.
    public sealed interface AgreementOutcome {
        String agreement();
    }

    /// A bill is ready.
    public record Billed(DraftBill bill) implements AgreementOutcome {
        @Override
        public String agreement() {
            return bill.agreement();
        }
    }

    /// A person has to look first.
    ///
    /// @param holds at least one
    public record HeldAgreement(String agreement, List<Hold> holds) implements AgreementOutcome {
        public HeldAgreement {
            holds = List.copyOf(holds);
        }
    }

    public List<DraftBill> bills() {
        return agreements.stream()
                .filter(Billed.class::isInstance)
                .map(outcome -> ((Billed) outcome).bill())
                .toList();
    }

    /// The one notice for all bills of the account; empty when every agreement is held.
    public Optional<Notice> notice() {
        return Notice.of(
                customerAccount,
                bills().stream()
                        .map(bill -> new Notice.Part(bill.total(), bill.dueOn()))
                        .toList(),
                arrears);
    }

    /// What the customer is told first.
    ///
    /// @param total all bills together; below zero it is the customer's credit
    /// @param arrears from before, shown apart
    /// @param dueOn the earliest due date
    public record Notice(String customerAccount, Money total, Money arrears, LocalDate dueOn) {

        /// What one bill brings to it.
        public record Part(Money total, LocalDate dueOn) {}

        /// The notice for bills that go out together; empty when there are none.
        public static Optional<Notice> of(String customerAccount, List<Part> bills, Money arrears) {
            return bills.stream()
                    .map(Part::dueOn)
                    .min(Comparator.naturalOrder())
                    .map(due -> new Notice(
                            customerAccount,
                            bills.stream().map(Part::total).reduce(Money.ZERO, Money::plus),
                            arrears,
                            due));
        }
    }
}
