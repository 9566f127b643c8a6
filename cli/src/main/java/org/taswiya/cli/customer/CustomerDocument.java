package org.taswiya.cli.customer;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.privacy.IdentityNumber;
import org.taswiya.store.privacy.CustomerExport;
import org.taswiya.store.privacy.ExportPart;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The document of an export, written as its rows come.
final class CustomerDocument implements CustomerExport.Listener {
    private static final int FORMAT = 1;

    private final JsonGenerator json;
    private boolean isInPart;
    private boolean isInTable;

    /// @param to stays open
    /// @param number null where it is not to be told, or none is kept
    CustomerDocument(Writer to, String customer, @Nullable IdentityNumber number) {
        json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), to);
        json.writeStartObject();
        json.writeNumberProperty("format", FORMAT);
        json.writeStringProperty("customer", customer);
        if (number != null) {
            json.writeStringProperty("identityNumber", number.digits());
        }
        json.writeObjectPropertyStart("parts");
    }

    @Override
    public void part(ExportPart part) {
        endPart();
        json.writeObjectPropertyStart(part.code());
        isInPart = true;
    }

    @Override
    public void table(String table) {
        endTable();
        json.writeArrayPropertyStart(table);
        isInTable = true;
    }

    @Override
    public void row(String object) {
        json.writeRawValue(object);
    }

    private void endTable() {
        if (isInTable) {
            json.writeEndArray();
            isInTable = false;
        }
    }

    private void endPart() {
        endTable();
        if (isInPart) {
            json.writeEndObject();
            isInPart = false;
        }
    }

    @Override
    public void changesFollow() {
        endPart();
        json.writeEndObject();
        json.writeArrayPropertyStart("changes");
    }

    @Override
    public void end() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
