package org.taswiya.deliver.bank;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.taswiya.core.bank.BankOrder;
import org.taswiya.deliver.xml.XmlText;

/// Writes what messages to banks have in common.
final class OrderXml {
    /// What the schemas allow of a name and of a text.
    private static final int TEXT_MAX = 140;

    private static final String NOTHING = "-";

    /// With its seconds, also where there are none: the schema wants them.
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final XmlText xml;

    private OrderXml(XmlText xml) {
        this.xml = xml;
    }

    /// What a message is made of.
    interface Message {
        void write(OrderXml xml) throws XMLStreamException;
    }

    /// A whole file.
    static String of(String namespace, Message message) {
        return XmlText.of(Map.of("", namespace), "Document", xml -> message.write(new OrderXml(xml)));
    }

    void in(String path, XmlText.Inside inside) throws XMLStreamException {
        xml.in(path, inside);
    }

    /// An element of text, within others where the path says so.
    void leaf(String path, String value) throws XMLStreamException {
        xml.leaf(path, plain(value));
    }

    void amount(String name, String currency, String value) throws XMLStreamException {
        xml.leaf(name, "Ccy", currency, value);
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

    /// No more than the schema takes, and at least one character.
    private static String plain(String value) {
        String visible = XmlText.plain(value);
        if (visible.isEmpty()) {
            return NOTHING;
        }
        if (visible.length() <= TEXT_MAX) {
            return visible;
        }
        return visible.substring(0, Character.isHighSurrogate(visible.charAt(TEXT_MAX - 1)) ? TEXT_MAX - 1 : TEXT_MAX);
    }
}
