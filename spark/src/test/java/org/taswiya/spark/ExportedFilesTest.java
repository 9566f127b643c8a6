package org.taswiya.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.spark.billing.ExportedFiles;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.RunRefused;

/// A folder is billed as it was exported, or not at all.
final class ExportedFilesTest {
    private final Configuration configuration = new Configuration();

    @TempDir
    private Path folder;

    @BeforeEach
    void anExport() throws IOException {
        Files.createDirectories(folder.resolve("accounts"));
        Files.createDirectories(folder.resolve("withheld"));
        Files.writeString(folder.resolve("_export.txt"), "3 ranges\n");
        for (int i = 0; i < 3; i++) {
            Files.writeString(folder.resolve("accounts/part-0000" + i + ".parquet"), "rows".repeat(i + 1));
            Files.writeString(folder.resolve("withheld/part-0000" + i + ".parquet"), "rows");
        }
    }

    private FromFiles input() throws IOException {
        return FromFiles.in(configuration, folder.toString());
    }

    @Test
    void asExportedItIsBilled() throws IOException {
        ExportedFiles.keep(configuration, folder.toString());
        assertThat(input().ranges()).containsExactly("part-00000.parquet", "part-00001.parquet", "part-00002.parquet");
    }

    @Test
    void anExportThatDidNotEndIsRefused() {
        assertThatThrownBy(this::input)
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("The export into " + folder + " has not ended");
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        ExportedFiles.keep(configuration, folder.toString());
        Files.delete(folder.resolve("accounts/part-00002.parquet"));
        Files.delete(folder.resolve("withheld/part-00001.parquet"));
        assertThatThrownBy(this::input)
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("lacks, or has cut short, files of its export:")
                .hasMessageContaining("accounts/part-00002.parquet")
                .hasMessageContaining("withheld/part-00001.parquet");
    }

    @Test
    void whatIsCutShortIsNamed() throws IOException {
        ExportedFiles.keep(configuration, folder.toString());
        Files.writeString(folder.resolve("accounts/part-00001.parquet"), "row");
        assertThatThrownBy(this::input)
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("cut short, files of its export: accounts/part-00001.parquet.");
    }

    @Test
    void whatIsAddedIsNamed() throws IOException {
        ExportedFiles.keep(configuration, folder.toString());
        Files.writeString(folder.resolve("accounts/part-00007.parquet"), "rows");
        assertThatThrownBy(this::input)
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("besides, files of its export: accounts/part-00007.parquet.");
    }

    @Test
    void exportingAgainDoesNotMakeDamageRight() throws IOException {
        ExportedFiles.keep(configuration, folder.toString());
        ExportedFiles.keep(configuration, folder.toString());
        Files.writeString(folder.resolve("accounts/part-00001.parquet"), "row");
        assertThatThrownBy(() -> ExportedFiles.keep(configuration, folder.toString()))
                .isInstanceOf(RunRefused.class)
                .hasMessageContaining("cut short, files of its export: accounts/part-00001.parquet.");
        assertThatThrownBy(this::input).isInstanceOf(RunRefused.class);
    }

    /// Other programs write no list: what is there is what they have.
    @Test
    void filesOfOthersAreBilledAsTheyAre() throws IOException {
        Files.delete(folder.resolve("_export.txt"));
        Files.delete(folder.resolve("accounts/part-00002.parquet"));
        assertThat(input().ranges()).hasSize(2);
    }
}
