package org.taswiya.cli.demo;

import java.util.List;
import java.util.Locale;
import org.taswiya.core.customer.CustomerClass;

/// What kind of customer someone is in the story, and what spring 2020 did to what they use.
///
/// Levels are units a month in the middle of the kind: kWh, and thousandths of a m3.
enum Kind {
    FAMILY(520, "family", 125, 9_000, Effect.of(1030, 1080, 1060, 1040), Effect.of(1040, 1110, 1100, 1060)),
    FAMILY_AT_HOME(
            230, "family at home", 130, 9_500, Effect.of(1130, 1380, 1350, 1160), Effect.of(1150, 1430, 1400, 1200)),
    SHARED_METER(60, "shared meter", 95, 8_000, Effect.of(1060, 1180, 1160, 1080), Effect.of(1060, 1170, 1150, 1080)),
    OWNER_ABROAD(40, "owner abroad", 110, 7_500, Effect.of(90, 50, 50, 50), Effect.of(60, 0, 0, 0)),
    LEAK(10, "leak", 135, 10_000, Effect.of(1100, 1300, 1300, 1150), Effect.of(1150, 2300, 5200, 4700)),
    SHOP(70, "shop", 260, 5_000, Effect.of(780, 400, 460, 850), Effect.of(780, 380, 440, 820)),
    CAFE(25, "café", 880, 46_000, Effect.of(620, 70, 70, 430), Effect.of(600, 20, 20, 400)),
    HAIRDRESSER(10, "hairdresser", 340, 18_000, Effect.of(0, 0, 0, 0), Effect.of(0, 0, 0, 0)),
    OFFICE(35, "office", 620, 9_000, Effect.of(800, 400, 440, 700), Effect.of(780, 250, 280, 600));

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

    /// What of the usual use was left in March, April, May and June of 2020, in thousandths.
    record Effect(List<Integer> permille) {
        static Effect of(int march, int april, int may, int june) {
            return new Effect(List.of(march, april, may, june));
        }
    }

    private final int share;
    private final String label;
    private final int electricityLevel;
    private final int waterLevel;
    private final Effect electricityEffect;
    private final Effect waterEffect;

    Kind(int share, String label, int electricityLevel, int waterLevel, Effect electricityEffect, Effect waterEffect) {
        this.share = share;
        this.label = label;
        this.electricityLevel = electricityLevel;
        this.waterLevel = waterLevel;
        this.electricityEffect = electricityEffect;
        this.waterEffect = waterEffect;
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

    Effect effect(Service service) {
        return switch (service) {
            case ELECTRICITY -> electricityEffect;
            case WATER -> waterEffect;
        };
    }

    /// The price book of its class.
    String tariff(Service service) {
        return "casablanca/" + service.code() + "-" + customerClass().name().toLowerCase(Locale.ROOT);
    }
}
