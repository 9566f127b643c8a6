package org.taswiya.intake.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.taswiya.intake.feed.FeedRefusal;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Samples are spoilt in every place and in every way below: whatever the published schema says of the spoilt file, we
/// say too.
final class EspiFormsTest {
    private static final int TIMES_OF_A_PATH = 1;
    private static final List<String> TEXTS =
            List.of("", "x", "-1", "1.5", " 7 ", "+3", "70000", "5000000000", "99999999999999999999", "ABCDEF01");

    @TempDir
    private Path folder;

    private final Transformer writer;
    private final List<String> differences = new ArrayList<>();
    private long accepted;
    private long refused;

    EspiFormsTest() throws TransformerConfigurationException {
        writer = TransformerFactory.newInstance().newTransformer();
    }

    @ParameterizedTest
    @CsvSource({
        "sdk-Gas.xml,                         100, 300",
        "gba-test_usage_data_01.xml,          100, 300",
        "sdk-BatchFeedThreeUsagePoints_M.xml, 100, 200"
    })
    void weRefuseWhatTheSchemaRefusesAndNothingElse(String name, long acceptedLeast, long refusedLeast)
            throws Exception {
        Schema schema = EspiSchema.of(EspiSchema.samples(), "gba-espi-4.0.xsd");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder()
                .parse(EspiSchema.samples().resolve(name).toFile());
        shorten(document);
        Map<String, Integer> met = new HashMap<>();
        for (Element element : elements(document)) {
            if (met.merge(path(element), 1, Integer::sum) <= TIMES_OF_A_PATH) {
                spoil(document, element, schema);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(accepted).isGreaterThan(acceptedLeast);
        assertThat(refused).isGreaterThan(refusedLeast);
    }

    /// More readings of a block would only take longer.
    private static void shorten(Document document) {
        for (Element element : elements(document)) {
            Node before = element.getPreviousSibling();
            int readings = 0;
            for (; before != null; before = before.getPreviousSibling()) {
                readings += element.getLocalName().equals(before.getLocalName()) ? 1 : 0;
            }
            if (element.getLocalName().equals("IntervalReading") && readings >= TIMES_OF_A_PATH) {
                element.setAttribute("drop", "1");
            }
        }
        elements(document).stream()
                .filter(element -> element.hasAttribute("drop"))
                .forEach(element -> element.getParentNode().removeChild(element));
    }

    private void spoil(Document document, Element element, Schema schema) throws Exception {
        Node parent = element.getParentNode();
        Node next = element.getNextSibling();
        parent.removeChild(element);
        compare(document, schema, "without " + path(parent) + "/" + element.getLocalName());
        parent.insertBefore(element, parent.getFirstChild());
        compare(document, schema, "first in its parent: " + path(element));
        parent.removeChild(element);
        parent.insertBefore(element, next);
        Node again = parent.insertBefore(element.cloneNode(true), element);
        compare(document, schema, "twice: " + path(element));
        parent.removeChild(again);
        if (Objects.equals(element.getNamespaceURI(), FeedXml.ESPI)) {
            element.setAttribute("more", "1");
            compare(document, schema, "with an attribute: " + path(element));
            element.removeAttribute("more");
            Node text = element.insertBefore(document.createTextNode("7"), element.getFirstChild());
            compare(document, schema, "with a text before: " + path(element));
            element.removeChild(text);
            Node child = element.appendChild(document.createElementNS(FeedXml.ESPI, "other"));
            compare(document, schema, "with a child behind: " + path(element));
            element.removeChild(child);
        }
        if (element.getElementsByTagName("*").getLength() == 0
                && !element.getLocalName().equals("MeterReading")) {
            String before = element.getTextContent();
            for (String text : TEXTS) {
                element.setTextContent(text);
                compare(document, schema, path(element) + " '" + text + "'");
            }
            element.setTextContent(before);
        }
    }

    private void compare(Document document, Schema schema, String what) throws Exception {
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(document), new StreamResult(text));
        boolean isAccepted = EspiSchema.accepts(schema, text.toString());
        FeedRefusal whole = ours(text.toString());
        accepted += isAccepted ? 1 : 0;
        refused += isAccepted ? 0 : 1;
        if (isAccepted != (whole == null)) {
            differences.add(what + ": the schema " + (isAccepted ? "accepts" : "refuses") + " it, we say " + whole);
        }
    }

    private @Nullable FeedRefusal ours(String text) throws IOException {
        Path file = folder.resolve("spoilt.xml");
        Files.writeString(file, text);
        return new GreenButtonFile(file, ZoneOffset.UTC).read(_ -> {}).whole();
    }

    private static List<Element> elements(Document document) {
        List<Element> elements = new ArrayList<>();
        var nodes = document.getDocumentElement().getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String path(Node node) {
        return node.getParentNode() == null ? "" : path(node.getParentNode()) + "/" + node.getLocalName();
    }
}
