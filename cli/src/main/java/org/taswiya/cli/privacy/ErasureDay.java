package org.taswiya.cli.privacy;

import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// What commands that erase have in common.
public final class ErasureDay {
    private ErasureDay() {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    /// Why a day is refused: what is erased too early does not come back.
    public static String toCome(LocalDate day) {
        return day + " is still to come, and what is erased too early does not come back; name today or a day before,"
                + " or --dry-run";
    }

    /// Writes beside other words, and leaves the writer open.
    public static JsonGenerator json(Writer to) {
        return JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .createGenerator(ObjectWriteContext.empty(), to);
    }
}
