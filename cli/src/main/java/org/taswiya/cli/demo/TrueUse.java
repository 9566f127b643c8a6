package org.taswiya.cli.demo;

import java.util.List;

/// What really flows through a meter each month of the story, known to nobody but the story.
///
/// Month's use = the kind's level x own level x season x slow change x chance x what spring 2020 left of it. All
/// factors are whole thousandths and each product is rounded half-up, so that the numbers are the same everywhere.
final class TrueUse {

    /// Own level of a household or a business, sixteen steps from small to large.
    private static final List<Integer> OWN_LEVEL =
            List.of(360, 470, 560, 640, 720, 790, 860, 930, 1010, 1090, 1190, 1320, 1490, 1730, 2150, 3000);

    private static final List<Integer> ELECTRICITY_SEASON =
            List.of(1060, 1020, 980, 940, 930, 980, 1070, 1110, 1030, 960, 940, 980);
    private static final List<Integer> WATER_SEASON =
            List.of(930, 920, 950, 970, 1010, 1060, 1120, 1140, 1060, 980, 940, 920);

    /// A home whose owner comes in spring, in summer and at the year's end.
    private static final List<Integer> VISITOR_SEASON =
            List.of(350, 120, 480, 1150, 720, 300, 1500, 1800, 650, 150, 120, 860);

    private static final int STEP_CHANCE = 70;
    private static final int AWAY_CHANCE = 25;
    private static final int NOISE = 45;

    private TrueUse() {}

    /// Thousandths of a unit for each month of the story.
    ///
    /// @param size a step of the own level, 0 to 15; the same for both services of a customer, give or take
    static long[] of(Kind kind, Service service, int size, int households, Dice dice) {
        int own = Math.clamp(size + dice.between(-2, 2), 0, OWN_LEVEL.size() - 1);
        long level = share(kind.level(service) * households, OWN_LEVEL.get(own));
        int changeInAYear = dice.between(-50, 50);
        boolean steps = dice.inPermille(STEP_CHANCE);
        int stepMonth = dice.between(10, 24);
        int step = dice.between(0, 1) == 0 ? dice.between(550, 750) : dice.between(1300, 1700);
        long[] use = new long[StoryMonths.MONTHS];
        for (int month = 0; month < use.length; month++) {
            long amount = share(level, season(kind, service).get(month % 12));
            amount = share(amount, 1000 + changeInAYear * month / 12);
            amount = share(amount, 1000 + dice.between(-NOISE, NOISE) + dice.between(-NOISE, NOISE));
            boolean away = dice.inPermille(AWAY_CHANCE) && month < StoryMonths.GAP_FIRST;
            amount = share(amount, away ? 450 : 1000);
            amount = share(amount, steps && month >= stepMonth ? step : 1000);
            int lockdown = month - StoryMonths.GAP_FIRST;
            use[month] =
                    lockdown < 0 ? amount : share(amount, left(kind, service).get(lockdown));
        }
        return use;
    }

    /// What of the usual use was left in March, April, May and June of 2020, in thousandths.
    private static List<Integer> left(Kind kind, Service service) {
        return switch (service) {
            case ELECTRICITY ->
                switch (kind) {
                    case FAMILY -> List.of(1000, 1030, 1010, 990);
                    case FAMILY_AT_HOME -> List.of(1130, 1380, 1350, 1160);
                    case SHARED_METER -> List.of(1060, 1180, 1160, 1080);
                    case OWNER_ABROAD -> List.of(90, 50, 50, 50);
                    case LEAK -> List.of(1100, 1300, 1300, 1150);
                    case SHOP -> List.of(780, 400, 460, 850);
                    case CAFE -> List.of(620, 70, 70, 430);
                    case HAIRDRESSER -> List.of(0, 0, 0, 0);
                    case OFFICE -> List.of(800, 400, 440, 700);
                };
            case WATER ->
                switch (kind) {
                    case FAMILY -> List.of(1010, 1040, 1020, 1000);
                    case FAMILY_AT_HOME -> List.of(1150, 1430, 1400, 1200);
                    case SHARED_METER -> List.of(1060, 1170, 1150, 1080);
                    case OWNER_ABROAD -> List.of(60, 0, 0, 0);
                    case LEAK -> List.of(1150, 2300, 5200, 4700);
                    case SHOP -> List.of(780, 380, 440, 820);
                    case CAFE -> List.of(600, 20, 20, 400);
                    case HAIRDRESSER -> List.of(0, 0, 0, 0);
                    case OFFICE -> List.of(780, 250, 280, 600);
                };
        };
    }

    private static List<Integer> season(Kind kind, Service service) {
        if (kind == Kind.OWNER_ABROAD) {
            return VISITOR_SEASON;
        }
        return switch (service) {
            case ELECTRICITY -> ELECTRICITY_SEASON;
            case WATER -> WATER_SEASON;
        };
    }

    private static long share(long amount, long permille) {
        return (amount * permille + 500) / 1000;
    }
}
