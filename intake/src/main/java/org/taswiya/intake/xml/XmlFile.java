package org.taswiya.intake.xml;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.json.Quoted;

/// An XML file, element by element. Nothing outside it is read, and nothing of it is kept.
public final class XmlFile implements Closeable {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int BUFFER_LENGTH = 1 << 16;
    private static final int DEPTH_MAX = 64;
    private static final int TEXT_MAX = 4096;
    private static final int SKIPPED_MAX = 100_000;
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "US-ASCII", "ASCII");

    private final XmlRefusals refusals;
    private final BoundedMarkup characters;
    private final XMLStreamReader reader;
    private int depth;

    /// Opens a file.
    ///
    /// @param refusals what is thrown where it is not taken
    public XmlFile(Path path, XmlRefusals refusals) throws IOException {
        this.refusals = refusals;
        characters = new BoundedMarkup(
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path),
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)),
                        BUFFER_LENGTH),
                refusals);
        boolean isOpen = false;
        try {
            reader = factory().createXMLStreamReader(characters);
            requireEncoding(reader.getCharacterEncodingScheme());
            isOpen = true;
        } catch (XMLStreamException broken) {
            throw refused(broken);
        } finally {
            if (!isOpen) {
                characters.close();
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("no other file is read");
        });
        return factory;
    }

    private void requireEncoding(@Nullable String stated) {
        if (stated != null && !ENCODINGS.contains(stated.toUpperCase(Locale.ROOT))) {
            throw refusals.refused(
                    1, XmlFault.BAD_ENCODING, "found the encoding " + Quoted.of(stated) + ", expected UTF-8");
        }
    }

    /// Moves to the next element inside the current one; false at the end of the current one.
    ///
    /// @param mayHoldText whether text between the elements is no fault
    public boolean nextChild(boolean mayHoldText) {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    depth--;
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!mayHoldText && !reader.isWhiteSpace()) {
                        throw refusals.refused(
                                line(),
                                XmlFault.UNEXPECTED_ELEMENT,
                                "found the text " + Quoted.of(reader.getText().strip())
                                        + " where only elements may stand");
                    }
                }
                default -> {}
            }
        }
    }

    /// Moves as [#nextChild] does, and keeps the text that it passes.
    boolean nextChild(StringBuilder text) {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    depth--;
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text);
                default -> {}
            }
        }
    }

    private void append(StringBuilder text) {
        if (text.length() + reader.getTextLength() > TEXT_MAX) {
            throw refused(XmlFault.TOO_LONG, "found more than " + TEXT_MAX + " characters in one element");
        }
        text.append(reader.getText());
    }

    /// What is to be thrown for what is wrong here.
    RuntimeException refused(XmlFault fault, String found) {
        return refusals.refused(line(), fault, found);
    }

    private void enter() {
        if (++depth > DEPTH_MAX) {
            throw refusals.refused(line(), XmlFault.TOO_LONG, "found elements nested more than " + DEPTH_MAX + " deep");
        }
    }

    /// The text of the current element, which holds no other; moves to its end.
    public String text() {
        String name = name();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (text.length() + reader.getTextLength() > TEXT_MAX) {
                        throw refusals.refused(
                                line(), XmlFault.TOO_LONG, "found more than " + TEXT_MAX + " characters in " + name);
                    }
                    text.append(reader.getText());
                }
                case XMLStreamConstants.START_ELEMENT ->
                    throw refusals.refused(
                            line(),
                            XmlFault.UNEXPECTED_ELEMENT,
                            "found " + Quoted.of(name()) + " in " + name + ", expected text");
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return text.toString();
                }
                default -> {}
            }
        }
    }

    /// Passes over the current element, whatever is in it.
    public void skip() {
        int skipped = 0;
        int open = 1;
        while (open > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open++;
                    enter();
                    if (++skipped > SKIPPED_MAX) {
                        throw refusals.refused(
                                line(), XmlFault.TOO_LONG, "found more than " + SKIPPED_MAX + " elements in one");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open--;
                    depth--;
                }
                default -> {}
            }
        }
    }

    /// Reads to the end of the file, behind its root.
    public void end() {
        while (hasNext()) {
            next();
        }
    }

    private boolean hasNext() {
        try {
            return reader.hasNext();
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private int next() {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refused(
                        XmlFault.NOT_WELL_FORMED,
                        "found the entity " + Quoted.of(reader.getLocalName()) + ", which nothing defines");
            }
            return event;
        } catch (XMLStreamException broken) {
            throw refused(broken);
        }
    }

    private RuntimeException refused(XMLStreamException broken) {
        long at = broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNumber());
        if (characters.isAtEnd()) {
            return refusals.refused(
                    at, XmlFault.TRUNCATED, "found the end of the file before that of its first element");
        }
        String message = String.valueOf(broken.getMessage());
        int told = message.indexOf("Message: ");
        return refusals.refused(
                at,
                XmlFault.NOT_WELL_FORMED,
                "found XML that does not hold together: "
                        + Quoted.of(told < 0 ? message : message.substring(told + "Message: ".length())));
    }

    public long line() {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    public String name() {
        return reader.getLocalName();
    }

    /// The namespace of the current element; empty where it has none.
    public String namespace() {
        return Objects.requireNonNullElse(reader.getNamespaceURI(), "");
    }

    public boolean isIn(String namespace) {
        return namespace.equals(reader.getNamespaceURI());
    }

    public @Nullable String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /// Where the schema has no attributes, none stand but those that any schema instance may have.
    public void requireNoAttributes() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!INSTANCE.equals(reader.getAttributeNamespace(i))) {
                throw refusals.refused(
                        line(),
                        XmlFault.UNEXPECTED_ELEMENT,
                        "found the attribute " + Quoted.of(reader.getAttributeLocalName(i)) + " of " + name());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        } finally {
            characters.close();
        }
    }
}
