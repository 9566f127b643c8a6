package org.taswiya.intake.greenbutton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.intake.feed.FeedFault;
import org.taswiya.intake.feed.FeedRefused;
import org.taswiya.intake.greenbutton.EspiShape.Field;
import org.taswiya.intake.greenbutton.EspiShape.Form;
import org.taswiya.intake.greenbutton.EspiShape.Leaf;
import org.taswiya.intake.greenbutton.EspiShape.Open;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.xml.XmlFile;

/// An element of ESPI that has the form that the schema demands.
final class EspiNode {
    private static final String READING = "IntervalReading";

    private final String name;
    private final long line;
    private final Form form;
    private final Map<String, List<EspiNode>> children = new HashMap<>(4);
    private final @Nullable String[] texts;

    private EspiNode(String name, long line, Form form) {
        this.name = name;
        this.line = line;
        this.form = form;
        this.texts = new String[form.fields().size()];
    }

    /// Reads the current element to its end.
    ///
    /// @param readings is given the readings of a block, which are not kept
    /// @throws FeedRefused where the schema would refuse it
    static EspiNode read(XmlFile xml, Form form, Consumer<EspiNode> readings) {
        xml.requireNoAttributes();
        EspiNode node = new EspiNode(xml.name(), xml.line(), form);
        int place = 0;
        int times = 0;
        while (xml.nextChild(false)) {
            int next = xml.isIn(FeedXml.ESPI) ? form.place(xml.name()) : -1;
            if (next < place
                    || (next == place && times >= form.fields().get(place).most())) {
                throw new FeedRefused(
                        xml.line(),
                        FeedFault.UNEXPECTED_ELEMENT,
                        "found " + Quoted.of(xml.name()) + " in " + node.name
                                + ", where the schema has none or has it earlier or once");
            }
            node.requireAll(place, next, times, xml.line());
            times = next == place ? times + 1 : 1;
            place = next;
            node.readField(xml, place, readings);
        }
        node.requireAll(place, form.fields().size(), times, xml.line());
        return node;
    }

    /// All fields from a place on, which came so many times, to another, which is not looked at.
    private void requireAll(int from, int to, int times, long at) {
        for (int i = from; i < to; i++) {
            Field field = form.fields().get(i);
            if ((i > from || times == 0) && field.least() > 0) {
                throw new FeedRefused(
                        at, FeedFault.MISSING_FIELD, "found no " + field.name() + " in " + name + ", expected one");
            }
        }
    }

    private void readField(XmlFile xml, int place, Consumer<EspiNode> readings) {
        switch (form.fields().get(place).shape()) {
            case Open _ -> xml.skip();
            case Leaf leaf -> {
                xml.requireNoAttributes();
                long at = xml.line();
                String text = xml.text();
                if (!leaf.accepts(text)) {
                    throw new FeedRefused(
                            at,
                            FeedFault.BAD_VALUE,
                            "found " + form.fields().get(place).name() + " " + Quoted.of(text) + ", which is no "
                                    + leaf.name());
                }
                texts[place] = text.strip();
            }
            case Form below -> {
                boolean isReading = xml.name().equals(READING);
                EspiNode child = read(xml, below, readings);
                if (isReading) {
                    readings.accept(child);
                } else {
                    children.computeIfAbsent(child.name, _ -> new ArrayList<>(1))
                            .add(child);
                }
            }
        }
    }

    String name() {
        return name;
    }

    long line() {
        return line;
    }

    @Nullable String text(String field) {
        return texts[form.place(field)];
    }

    @Nullable Long number(String field) {
        String text = text(field);
        return text == null ? null : Long.valueOf(text);
    }

    /// The number of a field; where it is missing, what that stands for.
    long number(String field, long otherwise) {
        Long number = number(field);
        return number == null ? otherwise : number;
    }

    List<EspiNode> children(String field) {
        return children.getOrDefault(field, List.of());
    }

    @Nullable EspiNode child(String field) {
        List<EspiNode> kept = children(field);
        return kept.isEmpty() ? null : kept.getFirst();
    }

    /// Whether two elements say the same.
    boolean saysAs(EspiNode other) {
        return name.equals(other.name)
                && Arrays.equals(texts, other.texts)
                && children.keySet().equals(other.children.keySet())
                && children.keySet().stream().allMatch(field -> saySame(children(field), other.children(field)));
    }

    private static boolean saySame(List<EspiNode> some, List<EspiNode> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            if (!some.get(i).saysAs(others.get(i))) {
                return false;
            }
        }
        return some.size() == others.size();
    }
}
