package org.taswiya.intake.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.intake.feed.FeedCount;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedRefusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Every published sample that its schema accepts comes in with the sums of its own file; every other is refused.
final class GreenButtonSamplesTest {
    private final List<FeedDay> days = new ArrayList<>();

    @Test
    void everySampleIsInOneOfTheTablesBelow() throws Exception {
        try (var files = Files.list(EspiSchema.samples())) {
            assertThat(files.filter(file -> file.toString().endsWith(".xml"))).hasSize(8 + 6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cew821-sample_greenbutton_data.xml,  362",
        "gba-test_usage_data_01.xml,          96",
        "sdk-1dayLP_45Days.xml,               45",
        "sdk-1hrLP_32Days.xml,                768",
        "sdk-BatchFeedThreeUsagePoints_M.xml, 384",
        "sdk-Electric.xml,                    2",
        "sdk-Gas.xml,                         13",
        "sdk-MonthlyOnlyElectricData.xml,     14"
    })
    void whatTheSchemaAcceptsComesInWithTheSumsOfItsFile(String name, long intervals) throws Exception {
        Path file = EspiSchema.samples().resolve(name);
        String text = Files.readString(file);
        for (String schema : List.of("sdk-usage.xsd", "sdk-espiDerived.xsd", "gba-espi-4.0.xsd")) {
            assertThat(EspiSchema.accepts(EspiSchema.of(EspiSchema.samples(), schema), text))
                    .as(schema)
                    .isTrue();
        }
        FeedCount count = new GreenButtonFile(file, ZoneOffset.UTC).read(days::add);
        assertThat(count.isAllTaken()).as(count.toString()).isTrue();
        assertThat(count.intervals()).isEqualTo(intervals);
        Sums sums = Sums.of(file);
        assertThat(sums.intervals).isEqualTo(intervals);
        assertThat(ours(sums)).isEqualTo(sums.byPointAndType);
    }

    @ParameterizedTest
    @CsvSource({
        "gba-Customer-Subscription-Feed-Anonymized.xml, unexpected-element, 16",
        "gba-Usage-Subscription-Feed-Anonymized.xml,    unexpected-element, 51",
        "vladistan-gas_direct.xml,                      bad-value,          7"
    })
    void whatTheSchemaRefusesIsRefused(String name, String fault, long line) throws Exception {
        Path file = EspiSchema.samples().resolve(name);
        for (String schema : List.of("sdk-usage.xsd", "sdk-espiDerived.xsd", "gba-espi-4.0.xsd")) {
            assertThat(EspiSchema.accepts(EspiSchema.of(EspiSchema.samples(), schema), Files.readString(file)))
                    .isFalse();
        }
        requireRefused(file, fault, line);
    }

    /// Their own schema accepts them, but they are prices: nothing of them is usage.
    @ParameterizedTest
    @CsvSource({
        "sdk-TariffSample.xml,                  not-a-feed, 4",
        "sdk-TariffSampleTEST_FIXED_TARIFF.xml, not-a-feed, 4",
        "sdk-TariffSampleTEST_VARY_TARIFF.xml,  not-a-feed, 4"
    })
    void pricesAreNoUsage(String name, String fault, long line) throws Exception {
        Path file = EspiSchema.samples().resolve(name);
        assertThat(EspiSchema.accepts(EspiSchema.of(EspiSchema.samples(), "sdk-tariff.xsd"), Files.readString(file)))
                .isTrue();
        requireRefused(file, fault, line);
    }

    /// In the local time that their feeds state, and never cut: 24 hours, a day, or the whole of a month.
    @ParameterizedTest
    @CsvSource({
        "cew821-sample_greenbutton_data.xml, 2011-01-01/2011-01-02, 16, 15",
        "sdk-1dayLP_45Days.xml,              2012-03-01/2012-03-02, 45, 45",
        "sdk-1hrLP_32Days.xml,               2012-04-01/2012-04-02, 32, 32",
        "sdk-Electric.xml,                   2012-04-01/2012-05-01, 2, 2",
        "sdk-Gas.xml,                        2011-04-01/2011-05-01, 13, 13",
        "sdk-MonthlyOnlyElectricData.xml,    2011-08-26/2011-09-26, 14, 14"
    })
    void daysAreThoseOfTheFeedsLocalTime(String name, String first, int all, int complete) throws Exception {
        new GreenButtonFile(EspiSchema.samples().resolve(name), ZoneOffset.UTC).read(days::add);
        assertThat(days.getFirst().days()).hasToString(first);
        assertThat(days).hasSize(all);
        assertThat(days.stream().filter(FeedDay::isComplete)).hasSize(complete);
    }

    private void requireRefused(Path file, String fault, long line) throws Exception {
        FeedCount count = new GreenButtonFile(file, ZoneOffset.UTC).read(days::add);
        FeedRefusal whole = Objects.requireNonNull(count.whole());
        assertThat(whole.fault().code()).as(whole.toString()).isEqualTo(fault);
        assertThat(whole.line()).isEqualTo(line);
        assertThat(days).isEmpty();
    }

    private Map<String, Fraction> ours(Sums sums) {
        Map<String, Fraction> ours = new TreeMap<>();
        for (FeedDay day : days) {
            String type =
                    Objects.requireNonNull(sums.typeOfReading.get(day.series().register()));
            ours.merge(day.series().point() + " " + type, day.quantity(), Fraction::plus);
        }
        return ours;
    }

    /// A plain reading of the same file, with nothing of ours but the exact ratio.
    private static final class Sums {
        private final Map<String, Fraction> byPointAndType = new TreeMap<>();
        private final Map<String, String> typeOfReading = new HashMap<>();
        private long intervals;

        static Sums of(Path file) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            List<Element> entries = below(document.getDocumentElement(), "entry");
            Sums sums = new Sums();
            for (Element reading : holding(entries, "MeterReading")) {
                Element point = only(holding(entries, "UsagePoint").stream()
                        .filter(entry -> links(entry, "related")
                                .contains(links(reading, "up").getFirst()))
                        .toList());
                Element type = only(holding(entries, "ReadingType").stream()
                        .filter(entry -> links(reading, "related")
                                .contains(links(entry, "self").getFirst()))
                        .toList());
                List<Element> blocks = holding(entries, "IntervalBlock").stream()
                        .filter(entry -> links(reading, "related")
                                .contains(links(entry, "up").getFirst()))
                        .toList();
                sums.add(links(point, "self").getFirst(), links(reading, "self").getFirst(), type, blocks);
            }
            return sums;
        }

        private void add(String point, String reading, Element type, List<Element> blocks) {
            String typeName = links(type, "self").getFirst();
            typeOfReading.put(reading, typeName);
            BigDecimal sum = BigDecimal.ZERO;
            for (Element block : blocks) {
                for (Element interval : below(block, "IntervalReading")) {
                    sum = sum.add(new BigDecimal(only(below(interval, "value")).getTextContent()));
                    intervals++;
                }
            }
            if (blocks.isEmpty()) {
                return;
            }
            sum = sum.scaleByPowerOfTen(
                    Integer.parseInt(only(below(type, "powerOfTenMultiplier")).getTextContent()));
            Fraction ofAUnit = switch (only(below(type, "uom")).getTextContent()) {
                case "72" -> Fraction.of(1, 1000);
                // 105,480,400 J of a therm over 3,600,000 J of a kWh.
                case "169" -> Fraction.of(263_701, 9_000);
                default -> throw new IllegalStateException("another unit");
            };
            Fraction quantity = Fraction.of(Decimal.parse(sum.toPlainString())).times(ofAUnit);
            byPointAndType.merge(point + " " + typeName, quantity, Fraction::plus);
        }

        private static List<Element> holding(List<Element> entries, String name) {
            return entries.stream()
                    .filter(entry -> !below(entry, name).isEmpty())
                    .toList();
        }

        private static List<String> links(Element entry, String relation) {
            return below(entry, "link").stream()
                    .filter(link -> link.getAttribute("rel").equals(relation))
                    .map(link -> link.getAttribute("href").replaceAll("/$", ""))
                    .toList();
        }

        private static List<Element> below(Element element, String name) {
            List<Element> found = new ArrayList<>();
            var nodes = element.getElementsByTagNameNS("*", name);
            for (int i = 0; i < nodes.getLength(); i++) {
                Node node = nodes.item(i);
                found.add((Element) node);
            }
            return found;
        }

        private static Element only(List<Element> elements) {
            assertThat(new TreeSet<>(elements.stream().map(Node::getTextContent).toList()))
                    .hasSize(1);
            return elements.getFirst();
        }
    }
}
