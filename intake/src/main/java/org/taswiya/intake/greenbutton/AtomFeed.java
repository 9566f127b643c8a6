package org.taswiya.intake.greenbutton;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.greenbutton.EspiShape.Form;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.xml.XmlFile;

/// Walks through the entries of a feed, once.
final class AtomFeed {
    private static final Pattern MOMENT =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.[0-9]+)?"
                    + "(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?");

    private final XmlFile xml;
    private final Receiver receiver;
    private long entries;

    /// Who is told what is met.
    interface Receiver {
        /// A reading of a block.
        void reading(AtomEntry soFar, EspiNode reading);

        /// The content of an entry, at its end.
        void content(AtomEntry soFar, EspiNode content);

        void end(AtomEntry entry);
    }

    private AtomFeed(XmlFile xml, Receiver receiver) {
        this.xml = xml;
        this.receiver = receiver;
    }

    /// @throws FeedRefused where the schema would refuse the feed
    static void read(Path path, Receiver receiver) throws IOException {
        try (XmlFile xml = FeedXml.open(path)) {
            new AtomFeed(xml, receiver).read();
        }
    }

    private void read() {
        if (!xml.nextChild(false) || !xml.isIn(FeedXml.ATOM) || !xml.name().equals("feed")) {
            throw new FeedRefused(
                    xml.line(), FeedFault.NOT_A_FEED, "found " + Quoted.of(xml.name()) + ", expected the feed of Atom");
        }
        while (xml.nextChild(false)) {
            requireAtom("feed");
            switch (xml.name()) {
                case "entry" -> entry();
                case "updated" -> moment();
                case "id",
                        "title",
                        "link",
                        "author",
                        "category",
                        "contributor",
                        "generator",
                        "icon",
                        "logo",
                        "rights",
                        "subtitle" -> {
                    if (xml.name().equals("link")) {
                        link(null);
                    } else {
                        xml.skip();
                    }
                }
                default -> throw unexpected("feed");
            }
        }
        xml.end();
    }

    private void entry() {
        AtomEntry entry = new AtomEntry(entries++);
        while (xml.nextChild(false)) {
            requireAtom("entry");
            switch (xml.name()) {
                case "link" -> link(entry);
                case "updated", "published" -> moment();
                case "content" -> content(entry);
                case "id", "title", "author", "category", "contributor", "rights", "source", "summary" -> xml.skip();
                default -> throw unexpected("entry");
            }
        }
        receiver.end(entry);
    }

    private void content(AtomEntry entry) {
        entry.content();
        while (xml.nextChild(true)) {
            Form form = EspiForms.ENTRIES.get(xml.name());
            if (!xml.isIn(FeedXml.ESPI) || (form == null && !EspiShape.UNREAD.contains(xml.name()))) {
                throw unexpected("content");
            }
            if (form == null) {
                xml.skip();
            } else {
                receiver.content(entry, EspiNode.read(xml, form, reading -> receiver.reading(entry, reading)));
            }
        }
    }

    private void link(@Nullable AtomEntry entry) {
        String address = xml.attribute("href");
        String relation = xml.attribute("rel");
        if (address == null || relation == null) {
            throw new FeedRefused(xml.line(), FeedFault.MISSING_FIELD, "found a link without its href or its rel");
        }
        if (entry != null) {
            entry.link(relation, address);
        }
        xml.skip();
    }

    private void moment() {
        long at = xml.line();
        String name = xml.name();
        String text = xml.text().strip();
        Matcher parts = MOMENT.matcher(text);
        try {
            if (parts.matches() && LocalDateTime.parse(parts.group(1)).getYear() > 0) {
                return;
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        throw new FeedRefused(
                at,
                FeedFault.BAD_VALUE,
                "found " + name + " " + Quoted.of(text) + ", expected a moment such as 2024-01-31T00:00:00Z");
    }

    private void requireAtom(String in) {
        if (!xml.isIn(FeedXml.ATOM)) {
            throw unexpected(in);
        }
    }

    private FeedRefused unexpected(String in) {
        return new FeedRefused(
                xml.line(),
                FeedFault.UNEXPECTED_ELEMENT,
                "found " + Quoted.of(xml.name()) + " in " + in + ", where the schema knows none of that name");
    }
}
