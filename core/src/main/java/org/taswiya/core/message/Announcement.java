package org.taswiya.core.message;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;

/// What a message tells of beside a bill: the facts, without words and in no language.
public sealed interface Announcement {
    Cause.Kind kind();

    /// An interruption of a service.
    ///
    /// @param state as the account is told: what was moved is planned for whoever hears of it for the first time
    /// @param isMoved where it has changed, whether to other times; else only the reason is another
    /// @param service by its name, such as `water`
    /// @param from when it begins, in the utility's own time
    /// @param to when it is over, or was
    /// @param reasons in each language; empty where none was given
    /// @param addresses of the premises of this customer that it is about
    record Interruption(
            OutageState state,
            boolean isMoved,
            String service,
            LocalDateTime from,
            LocalDateTime to,
            Map<Language, String> reasons,
            List<String> addresses)
            implements Announcement {
        public Interruption {
            reasons = Map.copyOf(reasons);
            addresses = List.copyOf(addresses);
        }

        @Override
        public Cause.Kind kind() {
            return Cause.Kind.OUTAGE;
        }
    }

    /// The code by which a customer signs in.
    ///
    /// @param minutes how long it may be used
    record SignInCode(String code, int minutes) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.SIGN_IN_CODE;
        }
    }

    /// The code by which somebody shows that an address is theirs.
    ///
    /// @param minutes how long it may be used
    record ContactCode(String code, int minutes) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.CONTACT_CODE;
        }
    }

    /// That an account is reached otherwise from a day on.
    ///
    /// @param now the channels by which it is reached, with addresses of which only the ends can be read
    record ContactChange(LocalDate since, List<String> now) implements Announcement {
        public ContactChange {
            now = List.copyOf(now);
        }

        @Override
        public Cause.Kind kind() {
            return Cause.Kind.CONTACT;
        }
    }

    /// That another customer may see an account from a day on, or may no longer.
    ///
    /// @param isLetIn whether they may
    /// @param reference of the delegate's account, of which only the end can be read
    record DelegateChange(LocalDate on, boolean isLetIn, DelegateKind may, String reference) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.DELEGATE;
        }
    }

    /// That a customer may sign in otherwise from a day on, or no longer may.
    record SignInChange(LocalDate on, SignInNews news) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.SIGN_IN_CHANGE;
        }
    }

    /// A leak or a surge.
    ///
    /// @param values the numbers that show it, by name
    record AbnormalUse(UseAlarm.Kind alarm, DateRange range, Map<String, Fraction> values, Unit unit, String meter)
            implements Announcement {
        public AbnormalUse {
            values = Map.copyOf(values);
        }

        @Override
        public Cause.Kind kind() {
            return Cause.Kind.ABNORMAL_USE;
        }
    }

    /// That something is overdue.
    ///
    /// @param overdue on the account
    /// @param fee of the reminder, in what is overdue from now on; zero for none
    /// @param items numbers of what is overdue
    record Reminder(LocalDate on, Money overdue, Money fee, List<String> items) implements Announcement {
        public Reminder {
            items = List.copyOf(items);
        }

        @Override
        public Cause.Kind kind() {
            return Cause.Kind.REMINDER;
        }
    }

    /// That an instalment falls due.
    ///
    /// @param ordinal which of how many, from one
    /// @param open what of it is not paid yet
    record InstalmentDue(long arrangement, int ordinal, int of, LocalDate dueOn, Money open) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.INSTALMENT;
        }
    }

    /// That money came in.
    record PaymentReceived(String receipt, LocalDate on, Money amount) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.PAYMENT;
        }
    }

    /// That an agreement has ended, and that its last bill follows.
    ///
    /// @param service by its name, such as `water`
    /// @param last the last day on which the customer took it
    /// @param isEstimated whether nobody could read the meter
    record AgreementEnd(String agreement, String service, String address, LocalDate last, boolean isEstimated)
            implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.AGREEMENT_END;
        }
    }

    /// The answer to what a customer has asked for or complained of.
    ///
    /// @param text in the customer's language, a paragraph each line
    record RequestAnswer(long request, LocalDate openedOn, String text) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.REQUEST;
        }
    }

    /// That the utility asks how an account can be reached.
    ///
    /// @param isToConfirm whether an address is known and is to be confirmed; else one is asked for
    record ContactRequest(LocalDate on, boolean isToConfirm) implements Announcement {
        @Override
        public Cause.Kind kind() {
            return Cause.Kind.CONTACT_REQUEST;
        }
    }

    /// When meters are read.
    ///
    /// @param range the days on one of which somebody comes
    /// @param meters their serial numbers
    record ReadingDay(DateRange range, List<String> meters) implements Announcement {
        public ReadingDay {
            meters = List.copyOf(meters);
        }

        @Override
        public Cause.Kind kind() {
            return Cause.Kind.READING_DAY;
        }
    }

    /// That nobody comes to read, and the meter may be read by whoever uses it.
    ///
    /// @param to the day after the last on which nobody comes; null as long as nobody has said
    /// @param chain by which whoever reads nothing is estimated
    record OwnReading(
            LocalDate from,
            @Nullable LocalDate to,
            String legalReference,
            List<String> meters,
            List<EstimationMethod> chain)
            implements Announcement {
        public OwnReading {
            meters = List.copyOf(meters);
            chain = List.copyOf(chain);
        }

        @Override
        public Cause.Kind kind() {
            return Cause.Kind.OWN_READING;
        }
    }
}
