package org.taswiya.acceptance.einvoice;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.zugferd.ZugferdValidation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/// The published rules: the schema of a syntax and the Schematron of EN 16931 for it, or those of Factur-X, profile
/// EN 16931.
enum Standard {
    UBL_INVOICE,
    UBL_CREDIT_NOTE,
    CII,
    FACTUR_X;

    private IValidationExecutorSet<IValidationSourceXML> rules() {
        DVRCoordinate coordinate = switch (this) {
            case UBL_INVOICE -> EN16931Validation.VID_UBL_INVOICE_1315;
            case UBL_CREDIT_NOTE -> EN16931Validation.VID_UBL_CREDIT_NOTE_1315;
            case CII -> EN16931Validation.VID_CII_1315;
            case FACTUR_X -> ZugferdValidation.VID_ZUGFERD_2_4_EN16931;
        };
        return Objects.requireNonNull(Registry.RULES.getOfID(coordinate), coordinate.toString());
    }

    private static final class Registry {
        static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES = new ValidationExecutorSetRegistry<>();

        static {
            EN16931Validation.initEN16931(RULES);
            ZugferdValidation.initZugferd(RULES);
        }
    }

    /// What breaks the rules, warnings too; nothing where all hold.
    List<String> broken(String xml) {
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                rules(),
                ValidationSourceXML.create("invoice.xml", document(xml)));
        List<String> broken = new ArrayList<>();
        results.getAllFailures().forEach(error -> broken.add(error.getAsStringLocaleIndepdent()));
        return broken;
    }

    static Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
