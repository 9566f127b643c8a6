package org.taswiya.intake.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.taswiya.intake.yaml.YamlNode.Mapping;
import org.taswiya.intake.yaml.YamlNode.Scalar;
import org.taswiya.intake.yaml.YamlNode.Sequence;

/// Reads the one YAML document of a book.
///
/// It takes the plain part of YAML only: no anchors and aliases (so nothing can unfold), no tags, no second document,
/// nesting up to [#DEPTH_MAX]. A key that stands twice is a finding; so is YAML that cannot be read.
public final class YamlDocument {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int DEPTH_MAX = 12;
    private static final int CHARACTERS_MAX = 1_000_000;
    private static final int BYTES_MAX = 4 * (CHARACTERS_MAX + 1);

    private final Findings findings;
    private final Iterator<Event> events;

    private YamlDocument(String text, Findings findings) {
        this.findings = findings;
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(CHARACTERS_MAX)
                .setParseComments(false)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /// The text of a file, to be read as a document. Bytes that are no text become U+FFFD, which is then a finding.
    ///
    /// Of a file that is too long there is enough of it to be found too long.
    ///
    /// @throws IOException when the file cannot be read
    public static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
        }
    }

    /// The root of the document; empty when it cannot be read at all, which is then a finding.
    public static Optional<YamlNode> read(String text, Findings findings) {
        int noText = noText(text);
        if (noText >= 0) {
            int line = (int) text.substring(0, noText)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            int column = noText - text.lastIndexOf('\n', noText);
            findings.add(line, column, "bytes that are no text in UTF-8", "a text file, saved as UTF-8");
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new YamlDocument(text, findings).root());
        } catch (Unreadable unreadable) {
            findings.add(unreadable.line, unreadable.column, unreadable.found, unreadable.expected);
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark().or(broken::getContextMark).orElse(null);
            findings.add(
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "YAML that cannot be read (" + oneLine(broken.getProblem()) + ")",
                    "well-formed YAML");
        } catch (YamlEngineException broken) {
            findings.add(1, 1, "YAML that cannot be read (" + oneLine(broken.getMessage()) + ")", "well-formed YAML");
        }
        return Optional.empty();
    }

    /// Where the first character stands that no text has; below zero when there is none.
    private static int noText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == REPLACEMENT || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return i;
            }
        }
        return -1;
    }

    private static String oneLine(@Nullable String problem) {
        return problem == null ? "no reason given" : problem.strip().replaceAll("\\s+", " ");
    }

    private @Nullable YamlNode root() {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent && root != null) {
                throw unreadable(event, "a second document", "one document in a file");
            } else if (event instanceof NodeEvent) {
                root = node(event, 0);
            }
        }
        if (root == null) {
            findings.add(1, 1, "an empty file", "fields such as 'name: value'");
        }
        return root;
    }

    private YamlNode node(Event event, int depth) {
        refuseAnchors(event);
        if (depth > DEPTH_MAX) {
            throw unreadable(event, "more than " + DEPTH_MAX + " levels of nesting", "fewer");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent start -> sequence(start, depth);
            case MappingStartEvent start -> mapping(start, depth);
            default -> throw unreadable(event, "something unknown", "a value, a list or fields");
        };
    }

    private void refuseAnchors(Event event) {
        if (event instanceof AliasEvent alias) {
            throw unreadable(event, "the alias *" + alias.getAlias(), "the value written out");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw unreadable(event, "the anchor &" + node.getAnchor().get(), "values written out, without anchors");
        }
        Optional<String> tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        if (tag.isPresent()) {
            throw unreadable(event, "the tag " + tag.get(), "a value without a tag");
        }
    }

    private static Scalar scalar(ScalarEvent event) {
        return new Scalar(line(event), column(event), event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private Sequence sequence(SequenceStartEvent start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, depth + 1));
            event = events.next();
        }
        return new Sequence(line(start), column(start), items);
    }

    private Mapping mapping(MappingStartEvent start, int depth) {
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            refuseAnchors(event);
            if (!(event instanceof ScalarEvent key)) {
                throw unreadable(event, "a key that is not a word", "the name of a field");
            }
            Mapping.Entry entry = new Mapping.Entry(scalar(key), node(events.next(), depth + 1));
            Mapping.Entry first = entries.putIfAbsent(key.getValue(), entry);
            if (first != null) {
                findings.add(
                        entry.key(),
                        "'" + key.getValue() + "' a second time",
                        "each field once (first on line " + first.key().line() + ")");
            }
            event = events.next();
        }
        return new Mapping(line(start), column(start), entries);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    private static Unreadable unreadable(Event event, String found, String expected) {
        return new Unreadable(line(event), column(event), found, expected);
    }

    /// Ends the reading of a document whose rest would make no sense.
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int line;
        private final int column;
        private final String found;
        private final String expected;

        Unreadable(int line, int column, String found, String expected) {
            super(found, null, false, false);
            this.line = line;
            this.column = column;
            this.found = found;
            this.expected = expected;
        }
    }
}
