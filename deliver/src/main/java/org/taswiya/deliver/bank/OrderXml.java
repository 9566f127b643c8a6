package org.taswiya.deliver.bank;

import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.taswiya.core.bank.BankOrder;

/// Writes a message element by element, each on a line of its own.
final class OrderXml {
    /// What the schemas allow of a name and of a text.
    private static final int TEXT_MAX = 140;

    private static final String NOTHING = "-";

    /// With its seconds, also where there are none: the schema wants them.
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /// What is written inside an element.
    interface Inside {
        void write() throws XMLStreamException;
    }

    private OrderXml(String namespace) throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(namespace);
    }

    /// What a message is made of.
    interface Message {
        void write(OrderXml xml) throws XMLStreamException;
    }

    /// A whole file.
    static String of(String namespace, Message message) {
        try {
            OrderXml file = new OrderXml(namespace);
            file.line();
            message.write(file);
            file.xml.writeEndElement();
            file.line();
            file.xml.writeEndDocument();
            return file.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML to memory", e);
        }
    }

    void in(String path, Inside inside) throws XMLStreamException {
        String[] names = path.split("/");
        for (String name : names) {
            xml.writeStartElement(name);
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
        String[] names = path.split("/");
        for (String name : names) {
            xml.writeStartElement(name);
        }
        xml.writeCharacters(plain(value));
        for (int i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
        line();
    }

    void amount(String name, String currency, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("Ccy", currency);
        xml.writeCharacters(value);
        xml.writeEndElement();
        line();
    }

    /// The head of a message; of its one batch the same sums stand again.
    void header(BankOrder order) throws XMLStreamException {
        in("GrpHdr", () -> {
            leaf("MsgId", order.name());
            leaf("CreDtTm", MOMENT.format(order.madeAt()));
            sums(order);
            leaf("InitgPty/Nm", order.holder().name());
        });
    }

    void sums(BankOrder order) throws XMLStreamException {
        leaf("NbOfTxs", Integer.toString(order.lines().size()));
        leaf("CtrlSum", order.total().toString());
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /// Nothing that XML cannot hold, and no more than the schema takes.
    private static String plain(String value) {
        String visible = value.codePoints()
                .map(c -> Character.isISOControl(c)
                                || c >= 0xFFFE && c <= 0xFFFF
                                || Character.getType(c) == Character.SURROGATE
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (visible.isEmpty()) {
            return NOTHING; // the schema wants at least one character
        }
        if (visible.length() <= TEXT_MAX) {
            return visible;
        }
        return visible.substring(0, Character.isHighSurrogate(visible.charAt(TEXT_MAX - 1)) ? TEXT_MAX - 1 : TEXT_MAX);
    }
}
