package org.taswiya.deliver.xml;

import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a document element by element, each on a line of its own.
public final class XmlText {
    private final StringWriter text = new StringWriter();
    private final Map<String, String> namespaces;
    private final XMLStreamWriter xml;

    /// What is written inside an element.
    public interface Inside {
        void write() throws XMLStreamException;
    }

    /// What a document is made of.
    public interface Content {
        void write(XmlText xml) throws XMLStreamException;
    }

    private XmlText(Map<String, String> namespaces) throws XMLStreamException {
        this.namespaces = namespaces;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /// A whole document.
    ///
    /// @param namespaces by prefix, in the order in which they are declared; the empty prefix for the root's own
    /// @param root with its prefix, where it has one
    public static String of(Map<String, String> namespaces, String root, Content content) {
        try {
            XmlText file = new XmlText(namespaces);
            file.xml.writeStartDocument("UTF-8", "1.0");
            file.line();
            file.start(root);
            for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
                if (namespace.getKey().isEmpty()) {
                    file.xml.writeDefaultNamespace(namespace.getValue());
                } else {
                    file.xml.writeNamespace(namespace.getKey(), namespace.getValue());
                }
            }
            file.line();
            content.write(file);
            file.xml.writeEndElement();
            file.line();
            file.xml.writeEndDocument();
            return file.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
    }

    private void start(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String namespace = Objects.requireNonNull(namespaces.get(prefix), prefix);
        xml.writeStartElement(prefix, name.substring(colon + 1), namespace);
    }

    /// Elements within each other, such as `cac:Party/cac:Contact`, and what is inside the last of them.
    public void in(String path, Inside inside) throws XMLStreamException {
        int depth = begin(path);
        line();
        inside.write();
        end(depth);
    }

    /// An element of text, within others where the path says so.
    public void leaf(String path, String value) throws XMLStreamException {
        int depth = begin(path);
        xml.writeCharacters(value);
        end(depth);
    }

    /// An element of text with an attribute.
    public void leaf(String path, String attribute, String attributeValue, String value) throws XMLStreamException {
        int depth = begin(path);
        xml.writeAttribute(attribute, attributeValue);
        xml.writeCharacters(value);
        end(depth);
    }

    /// @return how many elements were begun
    private int begin(String path) throws XMLStreamException {
        String[] names = path.split("/");
        for (String name : names) {
            start(name);
        }
        return names.length;
    }

    private void end(int depth) throws XMLStreamException {
        for (int i = 0; i < depth; i++) {
            xml.writeEndElement();
        }
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /// A text without what XML cannot hold, and without blanks around it.
    public static String plain(String value) {
        return value.codePoints()
                .map(c -> Character.isISOControl(c)
                                || c >= 0xFFFE && c <= 0xFFFF
                                || Character.getType(c) == Character.SURROGATE
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
