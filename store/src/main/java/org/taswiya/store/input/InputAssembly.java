package org.taswiya.store.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.Amounts;
import org.taswiya.core.billing.BilledPeriod;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.billing.PeriodPrices;
import org.taswiya.core.billing.SharedPrices;
import org.taswiya.core.billing.UnbilledPeriods;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.metering.HoldFigures;
import org.taswiya.core.metering.HoldReason;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.ReadingSuspension;
import org.taswiya.core.metering.Register;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.store.bill.BillsBefore;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.Withheld;

/// Makes the inputs of bills from what the queries found.
final class InputAssembly {
    private final Cycle cycle;
    private final BillingPolicy policy;
    private final Function<String, Optional<Tariff>> tariffs;
    private final Map<String, Optional<Tariff>> known = new HashMap<>();
    private final SharedPrices prices = new SharedPrices();

    InputAssembly(Cycle cycle, BillingPolicy policy, Function<String, Optional<Tariff>> tariffs) {
        this.cycle = cycle;
        this.policy = policy;
        this.tariffs = tariffs;
    }

    /// @param agreements in the order of their accounts
    /// @param waiting by account, agreements outside of this run whose bill waits
    /// @param knownChange the greatest change that was there
    InputBatch batch(
            Collection<OpenAgreement> agreements, Map<String, List<String>> waiting, Span span, long knownChange) {
        List<AccountInput> accounts = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        Map<String, BillsBefore> bills = new HashMap<>();
        Set<String> released = new HashSet<>();
        Map<String, List<String>> missing = new HashMap<>();
        Map<String, CustomerClass> classes = new HashMap<>();
        List<AgreementInput> ofAccount = new ArrayList<>();
        OpenAgreement last = null;
        for (OpenAgreement agreement : agreements) {
            if (last != null && !agreement.account.equals(last.account)) {
                addAccount(last, ofAccount, accounts);
            }
            last = agreement;
            if (agreement.customerClass != null) {
                classes.put(agreement.account, agreement.customerClass);
            }
            int before = withheld.size();
            AgreementInput input = input(agreement, withheld);
            if (withheld.size() > before) {
                missing.computeIfAbsent(agreement.account, _ -> new ArrayList<>(1))
                        .add(agreement.reference);
            }
            LocalDate ended = agreement.to;
            if (input != null && ended != null && isEndedUnread(agreement)) {
                accounts.add(account(agreement, List.of(input), ended));
            } else if (input != null) {
                ofAccount.add(input);
            }
            if (input != null) {
                bills.put(agreement.reference, agreement.before);
                if (agreement.isReleased) {
                    released.add(agreement.reference);
                }
            }
        }
        if (last != null) {
            addAccount(last, ofAccount, accounts);
        }
        waiting.forEach((of, outside) ->
                missing.computeIfAbsent(of, _ -> new ArrayList<>(1)).addAll(outside));
        return new InputBatch(
                accounts,
                bills,
                released,
                classes,
                missing,
                withheld,
                span.last(),
                span.count(),
                span.isLast(),
                knownChange);
    }

    /// @param one of the account's agreements
    private void addAccount(OpenAgreement one, List<AgreementInput> agreements, List<AccountInput> accounts) {
        if (!agreements.isEmpty()) {
            accounts.add(account(one, List.copyOf(agreements), cycle.billTo()));
            agreements.clear();
        }
    }

    private AccountInput account(OpenAgreement one, List<AgreementInput> agreements, LocalDate billTo) {
        return new AccountInput(
                one.account, billTo, cycle.billedOn(), one.of(policy), one.arrears, agreements, cycle.dueOn());
    }

    /// The input, or null when there is nothing to bill or the agreement is withheld.
    private @Nullable AgreementInput input(OpenAgreement open, List<Withheld> withheld) {
        if (!hasSomethingToBill(open)) {
            return null;
        }
        Optional<Tariff> tariff = known.computeIfAbsent(open.tariff, tariffs);
        if (tariff.isEmpty()) {
            withheld.add(Withheld.failed(
                    open.reference,
                    "unknown-tariff",
                    "tariff " + open.tariff + " is no price book in use",
                    open.before.usual()));
            return null;
        }
        Register register = open.register;
        if (register == null) {
            String found = "nothing counts at usage point " + open.usagePoint
                    + ": no meter is known there, and no lamps of an inventory: import one of them";
            HoldFigures figures = HoldFigures.NONE.name("unmetered", open.usagePoint);
            withheld.add(held(open, HoldReason.NOT_COUNTED, found, figures));
            return null;
        }
        if (open.hasLampsBesideMeter) {
            String found = "a meter counts at usage point " + open.usagePoint + ", and an inventory has lamps of "
                    + open.reference + " too: one of them is wrong";
            withheld.add(held(open, HoldReason.NOT_COUNTED, found, HoldFigures.NONE.name("meter", open.usagePoint)));
            return null;
        }
        if (open.unmeasured != null) {
            withheld.add(Withheld.held(open.reference, List.of(open.unmeasured), open.before.usual()));
            return null;
        }
        LocalDate unrecorded = open.unrecordedExchange();
        if (unrecorded != null) {
            String found = "another meter hangs there since " + unrecorded
                    + ", and no exchange says what the one before it showed then";
            withheld.add(held(open, HoldReason.UNRECORDED_EXCHANGE, found, HoldFigures.NONE.day("since", unrecorded)));
            return null;
        }
        Hold lack = Optional.ofNullable(gapOfFormerBills(open)).orElseGet(() -> daysWithoutMeter(open));
        if (lack != null) {
            withheld.add(Withheld.held(open.reference, List.of(lack), open.before.usual()));
            return null;
        }
        LocalDate ended = open.to;
        boolean isMetered = open.askedFor.unmetered() == null;
        if (ended != null && isMetered && isEnded(open) && !isRead(open) && !open.isEndEstimated) {
            String found = "the agreement ended on " + ended + " and no actual reading closes it";
            withheld.add(held(open, HoldReason.NO_ACTUAL_READING, found, HoldFigures.NONE.day("ended", ended)));
            return null;
        }
        return new AgreementInput(
                open.reference,
                tariff.get(),
                open.households,
                register,
                open.readings,
                open.exchanges.stream()
                        .filter(e -> !e.at().isBefore(open.gapFrom))
                        .toList(),
                billed(open, tariff.get()),
                open.history,
                open.vacancies,
                suspensions(open),
                open.ofClass,
                open.annualVolume,
                open.before.usual(),
                null,
                open.instruction,
                open.askedFor);
    }

    /// Bills of the old system have to follow each other from the day from which this one bills. Ours always do.
    private static @Nullable Hold gapOfFormerBills(OpenAgreement open) {
        LocalDate expected = open.gapFrom;
        for (BilledPeriod period : open.former.isEmpty() ? List.<BilledPeriod>of() : open.billed) {
            LocalDate from = period.range().from();
            if (from.isAfter(expected)) {
                return new Hold(
                        HoldReason.BILLED_GAP,
                        "nothing is billed from " + expected + " to " + from + "; a bill of the old system is missing",
                        HoldFigures.NONE.day("from", expected).day("to", from));
            }
            expected = period.range().to();
        }
        return null;
    }

    /// Nothing counts where the meter was taken away, so no estimate of these days would ever be settled.
    private @Nullable Hold daysWithoutMeter(OpenAgreement open) {
        LocalDate since = open.takenAway;
        if (since == null || isRead(open) || !end(open).isAfter(since)) {
            return null;
        }
        return new Hold(
                HoldReason.NOT_COUNTED,
                "the meter at usage point " + open.usagePoint + " was taken away on " + since
                        + " and none hangs there since: import the one that does, or end the agreement",
                HoldFigures.NONE.name("takenFrom", open.usagePoint).day("since", since));
    }

    /// With what the old system billed, and with what nobody did. Where the tariff does not cover its days, no bill
    /// comes of it, whatever the parts.
    private List<BilledPeriod> billed(OpenAgreement open, Tariff tariff) {
        Map<DateRange, FormerBill> former = new HashMap<>();
        open.former.forEach(bill -> former.put(bill.range(), bill));
        List<BilledPeriod> billed = open.billed.stream()
                .map(period -> {
                    FormerBill bill = former.get(period.range());
                    return bill == null || !tariff.covers(bill.range()) ? period : with(period, bill, open, tariff);
                })
                .toList();
        List<LocalDate> read = open.readings.stream()
                .filter(ActualReading.class::isInstance)
                .map(Reading::at)
                .toList();
        if (read.isEmpty()) {
            return billed;
        }
        return PeriodsOfBill.hasOwn(billed, open.again)
                ? PeriodsOfBill.around(billed, open.again)
                : new UnbilledPeriods(tariff).around(billed, read, end(open));
    }

    private BilledPeriod with(BilledPeriod since, FormerBill bill, OpenAgreement open, Tariff tariff) {
        Amounts amounts = bill.amounts(new PeriodPrices(tariff, open.households, open.askedFor, prices));
        return new BilledPeriod(
                since.range(),
                since.usage(),
                since.quality(),
                since.amounts() == null ? amounts : amounts.plus(since.amounts()));
    }

    /// As far as they touch the days that the bill may look at.
    private List<ReadingSuspension> suspensions(OpenAgreement open) {
        if (open.suspensions.isEmpty() || !open.gapFrom.isBefore(cycle.billTo())) {
            return List.of();
        }
        DateRange looked = DateRange.of(open.gapFrom, cycle.billTo());
        return open.suspensions.stream()
                .flatMap(order -> order.range().intersection(looked).stream()
                        .map(days -> new ReadingSuspension(days, order.legalReference())))
                .toList();
    }

    /// Not when nothing new was read and the cycle is billed already, or the agreement ended and is settled, or the
    /// first reading is of the day on which the period ends: bills begin there.
    private boolean hasSomethingToBill(OpenAgreement open) {
        if (isRead(open)) {
            return true;
        }
        return open.billsBegin().isBefore(end(open));
    }

    /// Of what the bill estimates where nothing is read.
    private LocalDate end(OpenAgreement open) {
        return open.to != null && open.to.isBefore(cycle.billTo()) ? open.to : cycle.billTo();
    }

    private static Withheld held(OpenAgreement open, HoldReason reason, String found, HoldFigures figures) {
        return Withheld.held(open.reference, List.of(new Hold(reason, found, figures)), open.before.usual());
    }

    private boolean isEnded(OpenAgreement open) {
        return open.to != null && open.to.isBefore(cycle.billTo());
    }

    /// Its final bill ends on its own day, and is an account's input of its own.
    private boolean isEndedUnread(OpenAgreement open) {
        return isEnded(open) && open.isEndEstimated && !isRead(open);
    }

    private static boolean isRead(OpenAgreement open) {
        LocalDate opened = open.billed.isEmpty() ? open.billsBegin() : open.gapFrom;
        return open.readings.stream().anyMatch(r -> r instanceof ActualReading && r.at().isAfter(opened));
    }
}
