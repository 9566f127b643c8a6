package org.taswiya.intake.greenbutton;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/// The schemas of ESPI and of Atom as published, to check ours against. They are no part of this project.
final class EspiSchema {
    private static final String XML_ATTRIBUTES = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
            + " targetNamespace='http://www.w3.org/XML/1998/namespace'>"
            + "<xs:attribute name='lang' type='xs:language'/><xs:attribute name='base' type='xs:anyURI'/>"
            + "</xs:schema>";

    private EspiSchema() {}

    /// The folder of samples; the test is skipped where it is not there.
    static Path samples() {
        String named = System.getenv("TASWIYA_ORACLE");
        Path folder = (named == null ? Path.of("..", "..", "shared", "oracle") : Path.of(named)).resolve("greenbutton");
        assumeTrue(
                Files.isDirectory(folder),
                "no samples: " + folder + " is not there; TASWIYA_ORACLE names the folder above it");
        return folder;
    }

    /// @param names of schemas beside that of Atom
    static Schema of(Path folder, String... names) throws Exception {
        Path schemas = folder.resolve("xsd");
        DOMImplementationLS dom =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setResourceResolver((_, _, publicId, systemId, _) -> {
            LSInput input = dom.createLSInput();
            input.setPublicId(publicId);
            input.setSystemId(systemId);
            input.setStringData(text(systemId, schemas));
            return input;
        });
        Source[] sources = new Source[names.length + 1];
        sources[0] = new StreamSource(schemas.resolve("sdk-atom.xsd").toFile());
        for (int i = 0; i < names.length; i++) {
            sources[i + 1] = new StreamSource(schemas.resolve(names[i]).toFile());
        }
        return factory.newSchema(sources);
    }

    private static String text(String systemId, Path schemas) {
        try {
            return systemId.endsWith("/xml.xsd") ? XML_ATTRIBUTES : Files.readString(schemas.resolve("sdk-atom.xsd"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Whether a schema accepts a document.
    static boolean accepts(Schema schema, String document) throws IOException {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(document)));
            return true;
        } catch (SAXException _) {
            return false;
        }
    }
}
