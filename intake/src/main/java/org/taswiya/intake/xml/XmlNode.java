package org.taswiya.intake.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An element with all that is in it, for parts of a file that are small.
///
/// @param text of an element without others in it
/// @param currency its attribute `Ccy`, the only one that the formats read so have; null where it has none
public record XmlNode(
        String name, long line, String text, @Nullable String currency, List<XmlNode> children) {
    /// Elements in one: a part that is larger is no part of anything that banks send.
    private static final int ELEMENTS_MAX = 20_000;

    public XmlNode {
        children = List.copyOf(children);
    }

    /// Reads the current element of a file and moves to its end.
    public static XmlNode read(XmlFile xml) {
        return read(xml, new int[1]);
    }

    private static XmlNode read(XmlFile xml, int[] count) {
        if (++count[0] > ELEMENTS_MAX) {
            throw xml.refused(XmlFault.TOO_LONG, "found more than " + ELEMENTS_MAX + " elements in one");
        }
        String name = xml.name();
        long line = xml.line();
        String currency = xml.attribute("Ccy");
        List<XmlNode> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.nextChild(text)) {
            children.add(read(xml, count));
        }
        return new XmlNode(name, line, children.isEmpty() ? text.toString().strip() : "", currency, children);
    }

    /// The first element on a path such as `Acct/Id/IBAN`; null where there is none.
    public @Nullable XmlNode find(String path) {
        XmlNode at = this;
        for (String step : path.split("/")) {
            at = at == null ? null : at.child(step);
        }
        return at;
    }

    private @Nullable XmlNode child(String wanted) {
        return children.stream()
                .filter(child -> child.name.equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /// The text of the first of several paths that is there; empty where none is.
    public String text(String... paths) {
        for (String path : paths) {
            XmlNode found = find(path);
            if (found != null && !found.text.isEmpty()) {
                return found.text;
            }
        }
        return "";
    }

    /// All elements directly in this one that have a name.
    public List<XmlNode> all(String wanted) {
        return children.stream()
                .filter(child -> Objects.equals(child.name, wanted))
                .toList();
    }
}
