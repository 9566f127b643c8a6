package org.taswiya.deliver.einvoice;

import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes elements of several namespaces, each on a line of its own: the same bytes for the same invoice.
final class InvoiceXml {
    private static final Pattern DIRECTIONS = Pattern.compile("[\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private final StringWriter text = new StringWriter();
    private final Map<String, String> namespaces;
    private final XMLStreamWriter xml;

    /// What is written inside an element.
    interface Inside {
        void write() throws XMLStreamException;
    }

    /// What a document is made of.
    interface Content {
        void write(InvoiceXml xml) throws XMLStreamException;
    }

    private InvoiceXml(Map<String, String> namespaces) throws XMLStreamException {
        this.namespaces = namespaces;
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /// A whole document.
    ///
    /// @param namespaces by prefix, in the order in which they are declared; the empty prefix for the root's own
    /// @param root with its prefix, where it has one
    static String of(Map<String, String> namespaces, String root, Content content) {
        try {
            InvoiceXml file = new InvoiceXml(namespaces);
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
    void in(String path, Inside inside) throws XMLStreamException {
        String[] names = path.split("/");
        for (String name : names) {
            start(name);
        }
        line();
        inside.write();
        for (int i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
        line();
    }

    /// An element of text, within others where the path says so.
    void leaf(String path, String value) throws XMLStreamException {
        leaf(path, "", "", value);
    }

    /// The same where there is something to say.
    void optional(String path, String value) throws XMLStreamException {
        if (!value.isBlank()) {
            leaf(path, value);
        }
    }

    /// An element of text with an attribute.
    ///
    /// @param attribute empty for none
    void leaf(String path, String attribute, String attributeValue, String value) throws XMLStreamException {
        String[] names = path.split("/");
        for (String name : names) {
            start(name);
        }
        if (!attribute.isEmpty()) {
            xml.writeAttribute(attribute, attributeValue);
        }
        xml.writeCharacters(plain(value));
        for (int i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
        line();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /// Nothing that XML cannot hold, and none of the marks that keep directions apart on a page.
    private static String plain(String value) {
        return DIRECTIONS
                .matcher(value)
                .replaceAll("")
                .codePoints()
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
