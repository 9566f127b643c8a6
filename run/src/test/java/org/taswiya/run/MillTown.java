package org.taswiya.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.taswiya.core.calendar.TimeBands;
import org.taswiya.core.calendar.TimeBands.BandDay;
import org.taswiya.core.calendar.TimeBands.BandSeason;
import org.taswiya.core.calendar.TimeBands.BandWindow;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Reading.ActualReading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.BandLadder;
import org.taswiya.core.tariff.BlockMode;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.BoundBasis;
import org.taswiya.core.tariff.DemandBands;
import org.taswiya.core.tariff.Proration;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BandCharge;
import org.taswiya.core.tariff.TariffComponent.DemandCharge;
import org.taswiya.core.tariff.TariffComponent.UnitCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.core.tariff.Tax.DatedRate;
import org.taswiya.core.tariff.Tax.ValueAddedTax;
import org.taswiya.core.tariff.TaxBasis;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.feed.FeedFormat;
import org.taswiya.run.receiving.FeedPoints;
import org.taswiya.run.receiving.IntervalLoad;
import org.taswiya.run.receiving.IntervalOrder;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.population.PopulationWriter;

/// Mills that pay the same at every hour, by time band, and for their demand; beside each a twin that used as much and
/// pays without bands. Nobody reads them in spring 2020, but intervals count.
///
/// Mill `n` has agreement `C910000n` at usage point `MILL00000n`, its twin `C920000n`.
record MillTown(int mills) {
    /// How agreements of mills begin, and those of twins.
    static final String MILL = "C91";

    static final String TWIN = "C92";

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate SPRING = LocalDate.of(2020, 2, 1);
    private static final LocalDate READ_AGAIN = LocalDate.of(2020, 6, 1);
    private static final ZoneId ZONE = ZoneId.of("+10:00");
    private static final Change WHY = new Change(Instant.parse("2020-02-15T08:00:00Z"), "sample", "mills");
    private static final int HALF_HOURS = 48;
    private static final int AT_NIGHT = 4;
    private static final int AT_PEAK = 36;

    static Optional<Tariff> tariff(String id) {
        return switch (id) {
            case "mill/bands" -> Optional.of(BANDS);
            case "mill/plain" -> Optional.of(PLAIN);
            default -> Optional.empty();
        };
    }

    private static final List<BlockTier> PRICE = tiers("0.9");
    private static final Tariff BANDS = tariff(
                    "mill/bands",
                    new BandCharge(
                            "energy",
                            Unit.KILOWATT_HOUR,
                            List.of(
                                    new BandLadder("low", BoundBasis.MONTH, PRICE),
                                    new BandLadder("peak", BoundBasis.MONTH, PRICE)),
                            "all",
                            ""),
                    new DemandCharge(
                            "demand",
                            Unit.KILOWATT,
                            DemandBands.of("peak"),
                            EnumSet.allOf(Month.class),
                            tiers("12"),
                            "all",
                            ""))
            .with(new TreeMap<>(Map.of(LocalDate.MIN, calendar())));
    private static final Tariff PLAIN = tariff(
            "mill/plain",
            new UnitCharge("energy", Unit.KILOWATT_HOUR, EnumSet.allOf(Month.class), Decimal.parse("0.9"), "all", ""));

    private static List<BlockTier> tiers(String price) {
        return List.of(new BlockTier(null, Decimal.ZERO, BlockMode.PROGRESSIVE, Decimal.parse(price)));
    }

    private static Tariff tariff(String id, TariffComponent... components) {
        return new Tariff(
                id,
                "electricity",
                "MAD",
                Unit.KILOWATT_HOUR,
                TaxBasis.BEFORE_TAX,
                18,
                List.of(new TariffVersion(LocalDate.MIN, null, Proration.NONE, false, List.of(components))),
                List.of(new ValueAddedTax(
                        "VAT", "all", List.of(new DatedRate(LocalDate.MIN, Decimal.parse("0.2"))), "")));
    }

    private static TimeBands calendar() {
        List<BandWindow> windows = List.of(window("low", 0, 17), window("peak", 17, 22), window("low", 22, 24));
        return new TimeBands(ZONE, List.of(new BandSeason("year", MonthDay.of(1, 1), windows)), Set.of(), Set.of());
    }

    private static BandWindow window(String band, int from, int to) {
        return new BandWindow(band, EnumSet.allOf(BandDay.class), from * 60, to * 60);
    }

    void fill(Database database, Path folder) throws IOException {
        StringBuilder feed = new StringBuilder("100,NEM12,202007010000,FROM,TO\n");
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int i = 1; i <= mills; i++) {
                add(writer, i, feed);
            }
            writer.commit();
        }
        Path file = Files.writeString(folder.resolve("mills.csv"), feed.append("900\n"));
        IntervalLoad.execute(
                database,
                new IntervalOrder(
                        file,
                        FeedFormat.NEM12,
                        ZONE,
                        FeedPoints.BY_USAGE_POINT,
                        null,
                        false,
                        ReadingChecks.NONE,
                        LocalDate.of(2020, 7, 1),
                        WHY));
    }

    private static void add(PopulationWriter writer, int i, StringBuilder feed) {
        String mill = String.format(Locale.ROOT, "MILL%06d", i);
        String twin = String.format(Locale.ROOT, "TWIN%06d", i);
        writer.add(new Customer("Q" + i, CustomerClass.PROFESSIONAL, "مطحنة " + i, "Mill " + i, Language.FR));
        writer.add(new CustomerAccount(String.format(Locale.ROOT, "%010d", 900_000 + i), "Q" + i));
        writer.add(new Premise("Q" + i, i + ", rue des Moulins", "Anfa"));
        serve(writer, i, mill, MILL, "mill/bands");
        serve(writer, i, twin, TWIN, "mill/plain");
        Random random = new Random(i);
        long shown = 0;
        for (LocalDate month = FIRST; !month.isAfter(READ_AGAIN); month = month.plusMonths(1)) {
            boolean isRead = !month.isAfter(SPRING) || month.equals(READ_AGAIN);
            if (isRead) {
                writer.add(mill, new ActualReading(month, Decimal.of(shown), "round"));
                writer.add(twin, new ActualReading(month, Decimal.of(shown), "round"));
            }
            if (month.equals(SPRING)) {
                feed.append("200,").append(mill).append(",E1,1,E1,N1,MET1,KWH,30,\n");
            }
            LocalDate end = month.plusMonths(1);
            for (LocalDate day = month; day.isBefore(end) && day.isBefore(READ_AGAIN); day = day.plusDays(1)) {
                int low = 10 + random.nextInt(30);
                int peak = random.nextInt(20);
                shown += low + peak;
                if (!day.isBefore(SPRING)) {
                    addDay(feed, day, low, peak);
                }
            }
        }
    }

    private static void serve(PopulationWriter writer, int i, String point, String agreement, String tariff) {
        writer.add(new UsagePoint(point, "Q" + i, "electricity"));
        writer.add(
                new ServiceAgreement(
                        String.format(Locale.ROOT, "%s%05d", agreement, i),
                        String.format(Locale.ROOT, "%010d", 900_000 + i),
                        point,
                        tariff,
                        1,
                        FIRST,
                        null),
                SPRING);
        Register register = new Register(6, 0, Decimal.ONE, Unit.KILOWATT_HOUR);
        writer.add(new Meter("S" + point, point, register, FIRST, Decimal.ZERO, null));
    }

    private static void addDay(StringBuilder feed, LocalDate day, int low, int peak) {
        feed.append("300,").append(day.format(DateTimeFormatter.BASIC_ISO_DATE));
        for (int i = 0; i < HALF_HOURS; i++) {
            feed.append(',').append(i == AT_NIGHT ? low : i == AT_PEAK ? peak : 0);
        }
        feed.append(",A,,,20200701000000,\n");
    }

    /// What each agreement of mills or of twins was claimed for energy, in the order of their numbers.
    ///
    /// @param agreement [#MILL] or [#TWIN]
    List<String> energy(Database database, String agreement) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement("""
                        select sum(c.claimed) as energy from claimed_amount c join bill b on b.serial = c.bill
                        where b.agreement like ? and c.code = 'energy' group by b.agreement order by b.agreement""")) {
            query.setString(1, agreement + "%");
            return Rows.list(query, row -> row.getString(1));
        }
    }
}
