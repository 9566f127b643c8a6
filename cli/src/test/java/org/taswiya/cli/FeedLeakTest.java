package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// From the files of meters that never stand still to the words for their customers, by Casablanca's limits: water for
/// 7 days, electricity above 0.1 kWh in every hour of 30 days.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FeedLeakTest {
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);
    private static final String ON = "2020-07-01";
    private static final String NO_SUMMER_TIME = "<dstEndRule>FFFFFFFF</dstEndRule><dstOffset>0</dstOffset>"
            + "<dstStartRule>FFFFFFFF</dstStartRule><tzOffset>0</tzOffset>";

    @TempDir
    private static Path folder;

    private static CommandTown town = new CommandTown(Path.of("unset"));

    /// A tap of household 1 drips, a heater of household 2 is never off; the meters are read on 1 May 2020.
    @BeforeAll
    static void twoHouseholds() throws IOException {
        town = new CommandTown(folder);
        town.serve(2);
        town.take(
                "usage-points",
                CommandTown.rows(
                        "POINT;LOCAL;FLUIDE", "UsagePoint/1;L1;EAU", "HEATER0001;L2;ELEC", "HEATER0002;L1;ELEC"));
        town.take(
                "agreements",
                CommandTown.rows(
                        "CONTRAT;COMPTE;POINT;TARIF;FOYERS;DEBUT;FIN",
                        "C00011;0000000001;UsagePoint/1;EAU-DOM;1;01/02/2020;",
                        "C00012;0000000002;HEATER0001;BT-DOM;1;01/02/2020;"));
        town.take(
                "meters",
                CommandTown.rows(
                        CommandTown.METERS,
                        "UsagePoint/1;W1;01/02/2020;;5;3;1;EAU;0",
                        "HEATER0001;H1;01/02/2020;;6;1;1;ELEC;0",
                        "HEATER0002;H2;01/02/2020;;6;1;1;ELEC;0"));
        town.take(
                "readings",
                CommandTown.rows(
                        CommandTown.READINGS,
                        "UsagePoint/1,2020-05-01,12",
                        "HEATER0001,2020-05-01,300",
                        "HEATER0002,2020-05-01,300"),
                "--as-they-are");
    }

    /// Litres, hour by hour in the time of Greenwich; from three to four at night another value.
    private static String greenButton(int days, long litres, long atNight) {
        String point = "UsagePoint/1";
        String meter = point + "/MeterReading";
        String block = meter + "/1/IntervalBlock";
        String type = "ReadingType/1";
        String clock = "LocalTimeParameters/1";
        String links = link("self", meter + "/1") + link("up", meter) + link("related", block) + link("related", type);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:1</id>"
                + "<title/><updated>2020-06-01T00:00:00Z</updated>\n"
                + entry(
                        link("self", point) + link("related", meter) + link("related", clock),
                        "UsagePoint",
                        "<ServiceCategory><kind>2</kind></ServiceCategory>")
                + entry(link("self", clock), "LocalTimeParameters", NO_SUMMER_TIME)
                + entry(links, "MeterReading", "")
                + entry(link("self", type), "ReadingType", "<flowDirection>1</flowDirection><uom>134</uom>")
                + entry(link("up", block), "IntervalBlock", intervals(days, litres, atNight))
                + "</feed>\n";
    }

    private static String intervals(int days, long litres, long atNight) {
        StringBuilder readings = new StringBuilder();
        for (int hour = 0; hour < days * 24; hour++) {
            readings.append("<IntervalReading><timePeriod><duration>3600</duration><start>")
                    .append(MAY.atStartOfDay(ZoneOffset.UTC).toEpochSecond() + hour * 3600L)
                    .append("</start></timePeriod><value>")
                    .append(hour % 24 == 3 ? atNight : litres)
                    .append("</value></IntervalReading>\n");
        }
        return readings.toString();
    }

    private static String link(String relation, String address) {
        return "<link rel=\"" + relation + "\" href=\"" + address + "\"/>";
    }

    private static String entry(String links, String name, String fields) {
        return "<entry>" + links + "<title/><content><" + name + " xmlns=\"http://naesb.org/espi\">" + fields + "</"
                + name + "></content></entry>\n";
    }

    /// Half hours of 0.1 kWh, and of another value from two to three at night.
    private static String nem12(String point, int days, String atNight) {
        StringBuilder text = new StringBuilder("100,NEM12,202007010000,FROM,TO\n");
        text.append("200,%s,E1,E1,E1,N1,H1,KWH,30,\n".formatted(point));
        for (int day = 0; day < days; day++) {
            text.append("300,")
                    .append(MAY.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE))
                    .append(",0.1".repeat(4))
                    .append(("," + atNight).repeat(2))
                    .append(",0.1".repeat(42))
                    .append(",A,,,20200701000000,\n");
        }
        return text.append("900\n").toString();
    }

    @Test
    @Order(1)
    void tenDaysOfADrippingTapInGreenButton() throws IOException {
        town.take("feed", greenButton(10, 12, 5), "--on", ON);
        assertThat(town.good("notice", "list", "--kind", "continuous-flow"))
                .contains("UsagePoint/1", "C00011", "2020-05-01  2020-05-07  open")
                .contains(
                        "at least 0.005 m³ in every hour of 7 days, 1.967 m³ in all; the limit is 0 m³ an hour",
                        "1 open");
        assertThat(town.good("notice", "show", "1", "--lang", "ar"))
                .startsWith("notice 1: continuous-flow at UsagePoint/1, 2020-05-01 to 2020-05-07\n")
                .contains("لم يتوقف عدادكم قطّ", "أيام", "0,005", "1,967")
                .contains("قد يكون الماء يتسرب دون أن تروه");
        assertThat(town.good("notice", "show", "1", "--lang", "en"))
                .contains("in every hour of 7 days, by day and by night, it counted at least 0.005");
    }

    @Test
    @Order(2)
    void aHeaterThatIsNeverOffInNem12() throws IOException {
        town.take("feed", nem12("HEATER0001", 10, "0.06"), "--on", ON);
        assertThat(town.good("notice", "list", "--point", "HEATER0001")).contains("0 open");
        town.take("feed", nem12("HEATER0001", 32, "0.06"), "--on", ON);
        assertThat(town.good("notice", "list", "--point", "HEATER0001"))
                .contains("2020-05-01  2020-05-30  open", "at least 0.12 kWh in every hour of 30 days");
        assertThat(town.good("notice", "show", "2", "--lang", "ar")).contains("لم يتوقف عدادكم قطّ", "30", "0,12");
    }

    @Test
    @Order(3)
    void anHourOfRestInEveryNightIsNoLeak() throws IOException {
        town.take("feed", nem12("HEATER0002", 32, "0.05"), "--on", ON);
        assertThat(town.good("notice", "list", "--point", "HEATER0002")).contains("0 open");
    }

    @Test
    @Order(4)
    void theCustomerIsToldAndTheNoticeIsSent() {
        town.good("contact", "set", "0000000001", "--sms=+212612345678", "--lang=ar", "--since=2020-05-01", "--why=x");
        String told = town.good("deliver", "notify", "--kind=abnormal-use", "--on", ON, "--why=daily");
        assertThat(told)
                .contains("abnormal-use N2  0000000002  no channel: for the agency\n")
                .endsWith("1 queued (1 by sms), 1 for the agency, 0 not wanted\n3 segments of text messages\n");
        assertThat(town.good("notice", "list", "--decided")).contains("  sent").doesNotContain("  open");
        assertThat(town.good("deliver", "notify", "--kind=abnormal-use", "--on", ON, "--why=daily"))
                .startsWith("0 queued");
    }
}
