package org.taswiya.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.taswiya.cli.demo.MeterStory.Events;
import org.taswiya.cli.demo.MeterStory.Exchange;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;

/// Synthetic customers of Casablanca: who they are, what they use, what their meters show and who reads them when.
///
/// A customer depends on the seed and on its own number alone, so the first customers of a larger population are those
/// of a smaller one. The first few have a kind and events of their own, so that everything is met in any population.
final class Casablanca {
    /// Below this, some kinds of customers and events would be missing.
    static final int ACCOUNTS_LEAST = 20;

    /// References have room for no more.
    static final int ACCOUNTS_MOST = 999_999;

    static final String CYCLE = "monthly";

    private static final LocalDate SERVED_SINCE = StoryMonths.FIRST;
    private static final int UNREAD_CHANCE = 4;
    private static final int OWN_READING_CHANCE = 30;
    private static final int ROLLOVER_CHANCE = 15;
    private static final int EXCHANGE_CHANCE = 10;
    private static final int LOCKED_CHANCE = 3;
    private static final int MISREAD_CHANCE = 2;

    /// Customers, by number, to whom a thing happens in every population.
    private static final int OWN_READING_AT = 8;
    private static final int ROLLOVER_AT = 9;
    private static final int EXCHANGE_AT = 10;
    private static final int LOCKED_AT = 12;
    private static final int MISREAD_AT = 13;

    private final long seed;

    private Casablanca(long seed) {
        this.seed = seed;
    }

    static List<Subscriber> population(int accounts, long seed) {
        Casablanca town = new Casablanca(seed);
        List<Subscriber> subscribers = new ArrayList<>(accounts);
        for (int number = 0; number < accounts; number++) {
            subscribers.add(town.subscriber(number));
        }
        return subscribers;
    }

    private Subscriber subscriber(int number) {
        Dice dice = Dice.of(seed, number);
        Kind kind = number < Kind.ROSTER.size() ? Kind.ROSTER.get(number) : Kind.drawn(dice);
        PersonName name = Names.of(kind, dice);
        int quarter = dice.below(Places.QUARTERS.size());
        String area = Places.QUARTERS.get(quarter);
        String serial = String.format(Locale.ROOT, "%06d", number + 1);
        Customer customer =
                new Customer("K" + serial, kind.customerClass(), name.arabic(), name.latin(), language(dice));
        CustomerAccount account = new CustomerAccount(accountReference(quarter, serial), customer.reference());
        Premise premise = new Premise("P" + serial, Places.address(dice, area), area);
        int households = kind == Kind.SHARED_METER ? dice.between(2, 6) : 1;
        int size = dice.below(16);
        List<Supply> supplies = new ArrayList<>();
        for (Service service : Service.values()) {
            supplies.add(supply(number, kind, service, account, premise, households, size));
        }
        return new Subscriber(kind.label(), customer, account, premise, CYCLE, supplies);
    }

    private static Language language(Dice dice) {
        int left = dice.below(100);
        return left < 58 ? Language.AR : left < 97 ? Language.FR : Language.EN;
    }

    /// Quarter, serial, and two digits that tell a mistyped one.
    private static String accountReference(int quarter, String serial) {
        String body = (10 + quarter) + serial;
        return body + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(body) * 100 % 97);
    }

    private Supply supply(
            int number,
            Kind kind,
            Service service,
            CustomerAccount account,
            Premise premise,
            int households,
            int size) {
        Dice dice = Dice.of(seed + 1 + service.number(), number);
        long[] use = TrueUse.of(kind, service, size, households, dice);
        String letter = service == Service.ELECTRICITY ? "E" : "W";
        UsagePoint point =
                new UsagePoint("U" + premise.reference().substring(1) + letter, premise.reference(), service.code());
        ServiceAgreement agreement = new ServiceAgreement(
                "C" + (1_000_000 + 2 * number + service.number()),
                account.reference(),
                point.reference(),
                kind.tariff(service),
                households,
                SERVED_SINCE,
                null);
        int digits = service == Service.ELECTRICITY && (!kind.isHousehold() || dice.inPermille(400)) ? 6 : 5;
        String serial =
                letter + dice.between(8, 17) + "-" + (100_000 + (number * 7919 + service.number() * 13) % 900_000);
        Events events = events(number, kind, service, dice);
        MeterStory meter = new MeterStory(service, serial, digits, use, dice.between(100, 60_000), events);
        return new Supply(
                agreement,
                point,
                meter.meters(point.reference()),
                meter.exchanges(),
                meter.readings(),
                meter.trueUse());
    }

    private static Events events(int number, Kind kind, Service service, Dice dice) {
        boolean electricity = service == Service.ELECTRICITY;
        boolean ordinary = number >= Kind.ROSTER.size() && kind.isHousehold();
        Integer rollover = happens(number, ROLLOVER_AT, ROLLOVER_CHANCE, ordinary, dice) && electricity
                ? (Integer) dice.between(3, 28)
                : null;
        Exchange exchange = happens(number, EXCHANGE_AT, EXCHANGE_CHANCE, ordinary, dice)
                ? new Exchange(number == EXCHANGE_AT ? 28 : dice.between(2, 29), dice.between(3, 26), dice.below(4))
                : null;
        Integer own = happens(number, OWN_READING_AT, OWN_READING_CHANCE, ordinary, dice)
                ? (Integer) (StoryMonths.GAP_FIRST + dice.between(1, 2))
                : null;
        boolean locked = happens(number, LOCKED_AT, LOCKED_CHANCE, ordinary, dice);
        boolean misread = happens(number, MISREAD_AT, MISREAD_CHANCE, ordinary, dice)
                && electricity
                && exchange == null
                && rollover == null;
        return new Events(rollover, exchange, unread(locked, dice), own, misread);
    }

    private static boolean happens(int number, int always, int chance, boolean ordinary, Dice dice) {
        boolean drawn = dice.inPermille(chance);
        return number == always || (drawn && ordinary);
    }

    /// Bounds at which nobody gets in: some alone, or all from November 2019 on.
    private static List<Integer> unread(boolean locked, Dice dice) {
        List<Integer> bounds = new ArrayList<>();
        for (int bound = 2; bound < StoryMonths.GAP_FIRST; bound++) {
            boolean shut = dice.inPermille(UNREAD_CHANCE);
            boolean sinceNovember = locked && bound >= StoryMonths.GAP_FIRST - 3;
            if (shut || sinceNovember) {
                bounds.add(bound);
            }
        }
        if (locked) {
            bounds.add(StoryMonths.GAP_FIRST);
        }
        return bounds;
    }
}
