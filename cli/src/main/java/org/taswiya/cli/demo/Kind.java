package org.taswiya.cli.demo;

import java.util.List;
import java.util.Locale;
import org.taswiya.core.customer.CustomerClass;

/// What kind of customer someone is in the story, and how much its like uses.
///
/// Levels are units a month in the middle of the kind: kWh, and thousandths of a m3.
enum Kind {
    FAMILY(520, "family", 125, 9_000),
    FAMILY_AT_HOME(230, "family at home", 130, 9_500),
    SHARED_METER(60, "shared meter", 95, 8_000),
    OWNER_ABROAD(40, "owner abroad", 110, 7_500),
    LEAK(10, "leak", 135, 10_000),
    SHOP(70, "shop", 260, 5_000),
    CAFE(25, "café", 880, 46_000),
    HAIRDRESSER(10, "hairdresser", 340, 18_000),
    OFFICE(35, "office", 620, 9_000);

    /// Kinds in the order in which the first customers of every population take them, so that none is ever missing.
    static final List<Kind> ROSTER = List.of(
            HAIRDRESSER,
            OWNER_ABROAD,
            FAMILY_AT_HOME,
            CAFE,
            SHARED_METER,
            LEAK,
            SHOP,
            OFFICE,
            FAMILY,
            FAMILY,
            FAMILY,
            FAMILY_AT_HOME);

    private final int share;
    private final String label;
    private final int electricityLevel;
    private final int waterLevel;

    Kind(int share, String label, int electricityLevel, int waterLevel) {
        this.share = share;
        this.label = label;
        this.electricityLevel = electricityLevel;
        this.waterLevel = waterLevel;
    }

    /// A kind by its share of the population.
    static Kind drawn(Dice dice) {
        int left = dice.below(1000);
        for (Kind kind : values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("The shares of all kinds sum to less than 1000");
    }

    /// How screens write it.
    String label() {
        return label;
    }

    CustomerClass customerClass() {
        return switch (this) {
            case FAMILY, FAMILY_AT_HOME, SHARED_METER, OWNER_ABROAD, LEAK -> CustomerClass.HOUSEHOLD;
            case SHOP, CAFE, HAIRDRESSER, OFFICE -> CustomerClass.PROFESSIONAL;
        };
    }

    boolean isHousehold() {
        return customerClass() == CustomerClass.HOUSEHOLD;
    }

    /// In thousandths of a kWh or m3 a month, for each household.
    long level(Service service) {
        return switch (service) {
            case ELECTRICITY -> 1000L * electricityLevel;
            case WATER -> waterLevel;
        };
    }

    /// The price book of its class.
    String tariff(Service service) {
        return "casablanca/" + service.code() + "-" + customerClass().name().toLowerCase(Locale.ROOT);
    }
}
