package org.taswiya.intake.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.taswiya.intake.greenbutton.GreenButtonText.EASTERN;
import static org.taswiya.intake.greenbutton.GreenButtonText.ELECTRICITY;
import static org.taswiya.intake.greenbutton.GreenButtonText.block;
import static org.taswiya.intake.greenbutton.GreenButtonText.feed;
import static org.taswiya.intake.greenbutton.GreenButtonText.meterReading;
import static org.taswiya.intake.greenbutton.GreenButtonText.point;
import static org.taswiya.intake.greenbutton.GreenButtonText.readings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.intake.feed.FeedDay;
import org.taswiya.intake.feed.FeedRefusal;

/// Files that mean harm, or that somebody broke, are refused as a whole with a reason, in little memory.
final class HostileFeedTest {
    private static final String GOOD = feed(
            EASTERN,
            point("1", 0),
            meterReading("1", "1", "1"),
            ELECTRICITY,
            block("1", "1", readings(1_717_214_400, 3600, 24, 500)));

    private static final int MEGABYTES = 200;

    @TempDir
    private Path folder;

    private final List<FeedDay> days = new ArrayList<>();

    @Test
    void theGoodOneIsGood() throws IOException {
        Files.writeString(folder.resolve("feed.xml"), GOOD);
        assertThat(new GreenButtonFile(folder.resolve("feed.xml"), ZoneOffset.UTC)
                        .read(days::add)
                        .isAllTaken())
                .isTrue();
        assertThat(days).hasSize(1);
    }

    /// In the good feed, what is between the first pair of quotes becomes what is between the second.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "has-document-type;  <feed ; <!DOCTYPE feed [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><feed ",
                "has-document-type;  <feed ; <!DOCTYPE feed SYSTEM \"file:///etc/passwd\"><feed ",
                "has-document-type;  <feed ; <!DOCTYPE feed><feed ",
                "not-well-formed;    <title/>; <title>&secret;</title>",
                "not-well-formed;    </title>; </tilte>",
                "not-well-formed;    <title/>; <title>&#0;</title>",
                "not-well-formed;    <?xml ; hello <?xml ",
                "not-a-feed;         http://www.w3.org/2005/Atom; http://www.w3.org/2005/Atoms",
                "unexpected-element; <title/>; <titel/>",
                "unexpected-element; http://naesb.org/espi; http://naesb.org/aspi",
                "unexpected-element; <flowDirection>1</flowDirection>; <flow>1</flow>",
                "unexpected-element; <uom>72</uom>; <uom>72</uom><uom>72</uom>",
                "unexpected-element; <uom>72</uom>; <uom>72</uom> Wh",
                "unexpected-element; <uom>72</uom>; <uom kind=\"x\">72</uom>",
                "unexpected-element; <uom>72</uom>; <uom><b>72</b></uom>",
                "missing-field;      <kind>0</kind>; ",
                "missing-field;      rel=\"self\"; ",
                "bad-value;          <value>500<; <value>1e3<",
                "bad-value;          <value>500<; <value>140737488355329<",
                "bad-value;          <value>500<; <value>-99999999999999999999999<",
                "bad-value;          <duration>3600<; <duration>-1<",
                "bad-value;          <uom>72<; <uom>Wh<",
                "bad-value;          2024-01-31T00:00:00Z; 2024-01-32T00:00:00Z",
                "bad-value;          2024-01-31T00:00:00Z; yesterday",
                "bad-encoding;       UTF-8; ISO-8859-1",
                "bad-encoding;       UTF-8; UTF-16"
            })
    void isRefusedAsAWhole(String fault, String good, String bad) throws IOException {
        String text = good.equals("</title>") ? GOOD.replaceFirst("<title/>", "<title></tilte>") : changed(good, bad);
        Files.writeString(folder.resolve("feed.xml"), text);
        require(fault);
    }

    private static String changed(String good, String bad) {
        String with = bad == null ? "" : bad;
        int at = GOOD.indexOf(good);
        assertThat(at).isNotNegative();
        return GOOD.substring(0, at) + with + GOOD.substring(at + good.length());
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, bad-encoding", "UTF-16BE, not-well-formed", "UTF-16, bad-encoding"})
    void anotherEncodingIsSeenWhateverTheFileSays(Charset charset, String fault) throws IOException {
        Files.writeString(folder.resolve("feed.xml"), GOOD, charset);
        assertThat(whole().fault().code()).isIn(fault, "bad-encoding", "not-well-formed");
        assertThat(days).isEmpty();
    }

    @Test
    void aLetterOfAnotherEncodingIsSeen() throws IOException {
        Files.writeString(
                folder.resolve("feed.xml"),
                changed("<title/>", "<title>Caf\u00e9</title>"),
                StandardCharsets.ISO_8859_1);
        require("bad-encoding");
    }

    @Test
    void aMarkOfTheEncodingDoesNotMatter() throws IOException {
        Files.writeString(folder.resolve("feed.xml"), "\uFEFF" + GOOD);
        assertThat(new GreenButtonFile(folder.resolve("feed.xml"), ZoneOffset.UTC)
                        .read(days::add)
                        .isAllTaken())
                .isTrue();
    }

    @Test
    void aFileThatEndsAnywhereIsNoFeed() throws IOException {
        for (int length = 0; length < GOOD.length() - 2; length += 7) {
            Files.writeString(folder.resolve("feed.xml"), GOOD.substring(0, length));
            require("truncated");
        }
    }

    /// `here` is the place of 200 MB of `piece`; none of it is kept, and a test has 512 MB.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "attribute;     too-long; <feed xmlns=\"http://www.w3.org/2005/Atom\" lang=\"here\"/>; x",
                "comment;       too-long; <!--here--><feed xmlns=\"http://www.w3.org/2005/Atom\"/>; <a>-",
                "instruction;   too-long; <?a here?><feed/>; <b ",
                "characters;    too-long; <feed xmlns=\"http://www.w3.org/2005/Atom\"><title><![CDATA[here]]>; <",
                "text;          too-long; <feed xmlns=\"http://www.w3.org/2005/Atom\"><title>here</title></feed>; x",
                "nesting;       too-long; <feed xmlns=\"http://www.w3.org/2005/Atom\"><title>here; <a>",
                "siblings;      too-long; <feed xmlns=\"http://www.w3.org/2005/Atom\"><title>here; <a/>",
                "names;         not-well-formed; <feed xmlns=\"http://www.w3.org/2005/Atom\"><here/></feed>; abc"
            })
    void twoHundredMegabytesOfOneThingAreNotKept(String name, String fault, String text, String piece)
            throws IOException {
        Path file = folder.resolve("feed.xml");
        int at = text.indexOf("here");
        byte[] megabyte = piece.repeat((1 << 20) / piece.length()).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text.substring(0, at).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(megabyte);
            }
            out.write(text.substring(at + "here".length()).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(whole().fault().code()).as(name + ": " + whole()).isEqualTo(fault);
    }

    private void require(String fault) throws IOException {
        FeedRefusal whole = whole();
        assertThat(whole.fault().code()).as(whole.toString()).isEqualTo(fault);
        assertThat(whole.line()).isPositive();
        assertThat(days).isEmpty();
    }

    private FeedRefusal whole() throws IOException {
        return Objects.requireNonNull(new GreenButtonFile(folder.resolve("feed.xml"), ZoneOffset.UTC)
                .read(days::add)
                .whole());
    }
}
