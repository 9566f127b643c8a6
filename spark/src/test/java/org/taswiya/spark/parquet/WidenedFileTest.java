package org.taswiya.spark.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.taswiya.spark.LocalSpark;

/// A file of several groups of rows is written, widened, and read by Spark.
final class WidenedFileTest {
    private static final int ROWS = 10_001;
    private static final Table NARROW = Table.of(StructType.fromDDL(
            "word STRING NOT NULL, big BIGINT, list ARRAY<STRUCT<flag: BOOLEAN NOT NULL, text: STRING>> NOT NULL"));
    private static final Table ADDED = Table.of(StructType.fromDDL("place BIGINT NOT NULL, name STRING NOT NULL"));
    private static final Table WIDE = Table.of(
            StructType.fromDDL(ADDED.columns().toDDL() + ", " + NARROW.columns().toDDL()));

    private final SparkSession spark = LocalSpark.session();
    private final Configuration configuration = spark.sparkContext().hadoopConfiguration();

    @TempDir
    private Path folder;

    private long place;

    @Test
    void everyGroupKeepsItsRowsAndGetsTheNewColumns() throws IOException {
        var narrow = new org.apache.hadoop.fs.Path(folder + "/narrow.parquet");
        var wide = new org.apache.hadoop.fs.Path(folder + "/wide.parquet");
        write(narrow);
        try (WidenedFile file = new WidenedFile(configuration, narrow, wide, ADDED, WIDE)) {
            BigColumn places = file.row().big("place");
            TextColumn names = file.row().text("name");
            file.write(() -> {
                places.put(++place);
                names.put("row " + place);
            });
        }
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(wide, configuration))) {
            assertThat(reader.getRowGroups()).hasSize(3);
            assertThat(reader.getRecordCount()).isEqualTo(ROWS);
            assertThat(reader.getFileMetaData().getKeyValueMetaData()).containsEntry("about", "a test");
        }
        List<Row> rows = spark.read().parquet(wide.toString()).collectAsList();
        assertThat(rows).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            assertThat(rows.get(i).getLong(0)).isEqualTo(i + 1);
            assertThat(rows.get(i).getString(1)).isEqualTo("row " + (i + 1));
            assertThat(rows.get(i).getString(2)).isEqualTo("word " + i % 1_000);
            assertThat(rows.get(i).isNullAt(3)).isEqualTo(i % 5 == 0);
            assertThat(rows.get(i).getList(4)).hasSize(i % 3);
        }
    }

    @Test
    void rowsAreFoundByTheLeastAndTheGreatestOfAGroup() throws IOException {
        var file = new org.apache.hadoop.fs.Path(folder + "/texts.parquet");
        Table texts = Table.of(StructType.fromDDL("text STRING NOT NULL"));
        try (TableWriter writer = new TableWriter(texts, configuration, file, 2_000)) {
            TextColumn text = writer.row().text("text");
            for (int i = 0; i < ROWS; i++) {
                text.put(Integer.toString(1_000_000 + i));
                writer.endRow();
            }
            writer.finish(Map.of());
        }
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
            var statistics =
                    reader.getRowGroups().getFirst().getColumns().getFirst().getStatistics();
            assertThat(statistics.minAsString()).isEqualTo("1000000");
            assertThat(reader.getRowGroups()).hasSizeGreaterThan(1);
        }
        assertThat(spark.read()
                        .parquet(file.toString())
                        .where("text = '1010000'")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        var first = new org.apache.hadoop.fs.Path(folder + "/first.parquet");
        var second = new org.apache.hadoop.fs.Path(folder + "/second.parquet");
        write(first);
        write(second);
        assertThat(Files.mismatch(Path.of(first.toString()), Path.of(second.toString())))
                .isEqualTo(-1);
    }

    private void write(org.apache.hadoop.fs.Path path) throws IOException {
        try (TableWriter writer = new TableWriter(NARROW, configuration, path, 20_000)) {
            WordColumn word = writer.row().word("word");
            BigColumn big = writer.row().big("big");
            Group list = writer.row().list("list");
            FlagColumn flag = list.flag("flag");
            TextColumn text = list.text("text");
            for (int i = 0; i < ROWS; i++) {
                word.put("word " + i % 1_000);
                if (i % 5 == 0) {
                    big.none();
                } else {
                    big.put(i * 1_000_003L);
                }
                boolean isOdd = i % 2 == 1;
                list.each(Collections.nCopies(i % 3, i), element -> {
                    flag.put(isOdd);
                    if (isOdd) {
                        text.none();
                    } else {
                        text.put("text " + element);
                    }
                });
                writer.endRow();
            }
            writer.finish(Map.of("about", "a test"));
        }
    }
}
