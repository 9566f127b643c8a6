package org.taswiya.intake.source;

import java.time.ZoneId;
import java.util.Map;

/// How the files of one source are read.
///
/// @param name of its file, without `.yaml`
/// @param decimal between whole digits and decimals
/// @param thousands between groups of whole digits; 0 for none
/// @param zone of the times of visits
/// @param isCorrecting whether a row takes the place of another value that the books have for the same day
/// @param columns by field
/// @param text as it was read, so that a run can go on with it
public record SourceMapping(
        String name,
        RecordKind brings,
        SourceForm form,
        char decimal,
        char thousands,
        ZoneId zone,
        boolean isCorrecting,
        Map<SourceField, SourceColumn> columns,
        String text) {

    public SourceMapping {
        columns = Map.copyOf(columns);
    }
}
