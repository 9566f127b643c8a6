package org.taswiya.intake.greenbutton;

import java.util.List;

/// Entries of a Green Button feed, to build feeds from.
final class GreenButtonText {
    /// Eastern Standard Time, with the summer time of the United States.
    static final String EASTERN = localTime("1", "B40E2000", 3600, "360E2000", -18_000);

    static final String ELECTRICITY = type("1", "<flowDirection>1</flowDirection><uom>72</uom>");

    private GreenButtonText() {}

    static String feed(String... entries) {
        return feed(List.of(entries));
    }

    static String feed(List<String> entries) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
                + "<id>urn:1</id>\n<title/>\n<updated>2024-01-31T00:00:00Z</updated>\n"
                + String.join("\n", entries) + "\n</feed>\n";
    }

    static String entry(String links, String content) {
        return "<entry>\n" + links + "<title/>\n<content>\n" + content + "\n</content>\n</entry>";
    }

    static String link(String relation, String address) {
        return "<link rel=\"" + relation + "\" href=\"" + address + "\"/>\n";
    }

    static String espi(String name, String fields) {
        return "<" + name + " xmlns=\"http://naesb.org/espi\">" + fields + "</" + name + ">";
    }

    static String point(String name, int service) {
        return point(name, "<ServiceCategory><kind>" + service + "</kind></ServiceCategory>", "");
    }

    static String point(String name, String fields, String links) {
        return entry(
                link("self", "UsagePoint/" + name) + link("related", "UsagePoint/" + name + "/MeterReading") + links,
                espi("UsagePoint", fields));
    }

    static String meterReading(String point, String name, String type) {
        String self = "UsagePoint/" + point + "/MeterReading/" + name;
        return entry(
                link("self", self)
                        + link("up", "UsagePoint/" + point + "/MeterReading")
                        + link("related", self + "/IntervalBlock")
                        + link("related", "ReadingType/" + type),
                espi("MeterReading", ""));
    }

    static String type(String name, String fields) {
        return entry(link("self", "ReadingType/" + name), espi("ReadingType", fields));
    }

    static String localTime(String name, String end, long summer, String start, long zone) {
        return entry(
                link("self", "LocalTimeParameters/" + name),
                espi(
                        "LocalTimeParameters",
                        "<dstEndRule>" + end + "</dstEndRule><dstOffset>" + summer + "</dstOffset><dstStartRule>"
                                + start + "</dstStartRule><tzOffset>" + zone + "</tzOffset>"));
    }

    static String block(String point, String reading, String... readings) {
        return entry(
                link("up", "UsagePoint/" + point + "/MeterReading/" + reading + "/IntervalBlock"),
                espi("IntervalBlock", String.join("\n", readings)));
    }

    static String reading(long start, long duration, long value) {
        return reading(start, duration, value, "");
    }

    /// @param more what follows the value
    static String reading(long start, long duration, long value, String more) {
        return "<IntervalReading><timePeriod><duration>" + duration + "</duration><start>" + start
                + "</start></timePeriod><value>" + value + "</value>" + more + "</IntervalReading>";
    }

    /// Intervals that follow each other, all of one value.
    static String[] readings(long start, long duration, int count, long value) {
        String[] readings = new String[count];
        for (int i = 0; i < count; i++) {
            readings[i] = reading(start + i * duration, duration, value);
        }
        return readings;
    }
}
