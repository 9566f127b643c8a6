package org.taswiya.deliver.einvoice;

import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.taswiya.deliver.xml.XmlText;

/// Writes elements of several namespaces: the same bytes for the same invoice.
final class InvoiceXml {
    private static final Pattern DIRECTIONS = Pattern.compile("[\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private final XmlText xml;

    /// What a document is made of.
    interface Content {
        void write(InvoiceXml xml) throws XMLStreamException;
    }

    private InvoiceXml(XmlText xml) {
        this.xml = xml;
    }

    /// A whole document.
    ///
    /// @param namespaces by prefix, in the order in which they are declared; the empty prefix for the root's own
    /// @param root with its prefix, where it has one
    static String of(Map<String, String> namespaces, String root, Content content) {
        return XmlText.of(namespaces, root, xml -> content.write(new InvoiceXml(xml)));
    }

    /// Elements within each other, such as `cac:Party/cac:Contact`, and what is inside the last of them.
    void in(String path, XmlText.Inside inside) throws XMLStreamException {
        xml.in(path, inside);
    }

    /// An element of text, within others where the path says so.
    void leaf(String path, String value) throws XMLStreamException {
        xml.leaf(path, plain(value));
    }

    /// The same where there is something to say.
    void optional(String path, String value) throws XMLStreamException {
        if (!value.isBlank()) {
            leaf(path, value);
        }
    }

    /// An element of text with an attribute.
    void leaf(String path, String attribute, String attributeValue, String value) throws XMLStreamException {
        xml.leaf(path, attribute, attributeValue, plain(value));
    }

    /// None of the marks that keep directions apart on a page.
    private static String plain(String value) {
        return XmlText.plain(DIRECTIONS.matcher(value).replaceAll(""));
    }
}
