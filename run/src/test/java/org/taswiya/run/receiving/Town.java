package org.taswiya.run.receiving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.policy.ReadingChecksParser;
import org.taswiya.intake.policy.ValidationReading;
import org.taswiya.intake.source.MappingParser;
import org.taswiya.intake.source.MappingReading;
import org.taswiya.intake.source.SourceMapping;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.Rows;
import org.taswiya.store.receiving.ImportReport;

/// A town that comes by files, read by the mappings that the utility ships.
final class Town {
    static final LocalDate ON = LocalDate.of(2020, 7, 1);
    static final Change WHY = new Change(Instant.parse("2020-07-01T08:00:00Z"), "test", "files");

    private final Database database;
    private final Path folder;
    private int files;

    Town(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    static SourceMapping shipped(String name) throws IOException {
        return read(MappingParser.parse(Path.of("..", "utilities", "casablanca", "sources", name + ".yaml")));
    }

    static SourceMapping mapping(String yaml) {
        return read(MappingParser.parse("test.yaml", "test", yaml));
    }

    private static SourceMapping read(MappingReading reading) {
        return switch (reading) {
            case MappingReading.Read(var mapping) -> mapping;
            case MappingReading.Faulty(var findings) -> throw new IllegalArgumentException(findings.toString());
        };
    }

    static ReadingChecks limits(Path file) throws IOException {
        return switch (ReadingChecksParser.parse(file)) {
            case ValidationReading.Read(var limits) -> limits;
            case ValidationReading.Faulty(var findings) -> throw new IllegalArgumentException(findings.toString());
        };
    }

    Path file(String text) throws IOException {
        return Files.write(folder.resolve("file" + ++files + ".csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    ImportReport take(String mapping, String text) throws IOException {
        return take(shipped(mapping), file(text), 10_000);
    }

    ImportReport take(SourceMapping mapping, Path file, int rowsPerBatch) throws IOException {
        return ImportRun.execute(
                database, new ImportSettings(file, mapping, ON, rowsPerBatch, null, WHY), new ImportListener() {});
    }

    /// Premises L1 and so on, each with a point E1 and a meter M1 of five digits since 2018.
    void build(String prefix, int from, int to) throws IOException {
        StringBuilder premises = new StringBuilder("LOCAL;ADRESSE;QUARTIER\n");
        StringBuilder points = new StringBuilder("POINT;LOCAL;FLUIDE\n");
        StringBuilder meters = new StringBuilder(METERS);
        for (int i = from; i <= to; i++) {
            String name = prefix + i;
            premises.append("L%s;%s, rue Atlas;Maarif\n".formatted(name, name));
            points.append("E%s;L%s;ELEC\n".formatted(name, name));
            meters.append("E%s;M%s;01/01/2018;;5;0;1;ELEC;0\n".formatted(name, name));
        }
        take("premises", premises.toString());
        take("usage-points", points.toString());
        take("meters", meters.toString());
    }

    static final String METERS = "POINT;COMPTEUR;POSE;DEPOSE;ROUES;DECIMALES;COEFFICIENT;FLUIDE;INDEX_POSE\n";
    static final String EXCHANGES = "POINT;DATE;ANCIEN;INDEX_DEPOSE;NOUVEAU;INDEX_POSE\n";
    static final String READINGS = "usagePoint,at,value\n";

    /// The readings that count at points with a prefix.
    List<String> counting(String prefix) {
        return query("""
                select distinct on (usage_point, at) usage_point || ' ' || at || ' ' || kind || ' ' || trim_scale(value)
                from reading where usage_point like '%s%%'
                order by usage_point, at, revision desc""".formatted(prefix));
    }

    List<String> query(String sql) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            return Rows.list(query, row -> row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
