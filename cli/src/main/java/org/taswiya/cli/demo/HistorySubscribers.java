package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Usage;
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.quantity.Decimal;

/// Customers made of the meters of a file: nobody is named, the meter's own number is.
final class HistorySubscribers {
    private static final Pattern HOUSEHOLD = Pattern.compile("resid|house|home|domest|famil|flat|dwelling");

    private final Service service;
    private final LocalDate pricedFrom;
    private final HistoryCycles cycles;

    HistorySubscribers(Service service, LocalDate pricedFrom, HistoryCycles cycles) {
        this.service = service;
        this.pricedFrom = pricedFrom;
        this.cycles = cycles;
    }

    List<Subscriber> of(List<MeteredPast> pasts) {
        List<Subscriber> subscribers = new ArrayList<>();
        for (int number = 0; number < pasts.size(); number++) {
            subscribers.add(subscriber(pasts.get(number), number));
        }
        return subscribers;
    }

    private Subscriber subscriber(MeteredPast past, int number) {
        String serial = String.format(Locale.ROOT, "%06d", number + 1);
        CustomerClass customerClass =
                HOUSEHOLD.matcher(past.meterClass().toLowerCase(Locale.ROOT)).find()
                        ? CustomerClass.HOUSEHOLD
                        : CustomerClass.PROFESSIONAL;
        Customer customer =
                new Customer("K" + serial, customerClass, "عداد " + past.meter(), "Meter " + past.meter(), Language.EN);
        CustomerAccount account = new CustomerAccount("9000" + serial, customer.reference());
        String cycle = cycles.cycleOf(past);
        Premise premise = new Premise("P" + serial, past.meterClass() + ", meter " + past.meter(), cycle);
        UsagePoint point = new UsagePoint("U" + serial, premise.reference(), service.code());
        ServiceAgreement agreement = new ServiceAgreement(
                "C" + (1_000_000 + number),
                account.reference(),
                point.reference(),
                "casablanca/" + service.code() + "-" + customerClass.code(),
                1,
                billedFrom(past),
                null);
        Register register = new Register(null, past.decimals(), Decimal.ONE, service.unit());
        LocalDate first = past.periods().getFirst().range().from();
        Meter meter = new Meter(past.meter(), point.reference(), register, first, Decimal.ZERO, null);
        Supply supply = new Supply(agreement, point, List.of(meter), List.of(), readings(past), trueUse(past));
        return new Subscriber(past.meterClass(), customer, account, premise, cycle, List.of(supply));
    }

    /// The first reading from which there are prices; what was read before is history.
    private LocalDate billedFrom(MeteredPast past) {
        LocalDate gapBegins = past.gap().getFirst().from();
        return past.periods().stream()
                .map(usage -> usage.range().from())
                .filter(day -> !day.isBefore(pricedFrom))
                .findFirst()
                .filter(day -> day.isBefore(gapBegins))
                .orElse(gapBegins);
    }

    /// The quantities of the file counted up on a dial that begins at zero, but for the days in the gap.
    private static List<Reading> readings(MeteredPast past) {
        Set<LocalDate> unread = new HashSet<>();
        past.gap().stream()
                .map(DateRange::to)
                .filter(day -> !day.equals(past.closed()))
                .forEach(unread::add);
        List<Reading> readings = new ArrayList<>();
        Decimal value = Decimal.ZERO;
        readings.add(new Reading.ActualReading(past.periods().getFirst().range().from(), value, "file"));
        for (Usage usage : past.periods()) {
            value = value.plus(usage.quantity());
            LocalDate at = usage.range().to();
            if (!unread.contains(at)) {
                readings.add(new Reading.ActualReading(at, value, "file"));
            }
        }
        return readings;
    }

    private static List<Usage> trueUse(MeteredPast past) {
        return past.periods().stream()
                .map(usage -> new Usage(usage.range(), usage.quantity(), UsageQuality.ACTUAL))
                .toList();
    }
}
