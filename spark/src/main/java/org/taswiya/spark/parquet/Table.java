package org.taswiya.spark.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/// The columns of a file, as Spark and as Parquet see them.
public record Table(StructType columns, MessageType message) {
    /// Where Spark looks for the columns with their comments.
    static final String COLUMNS_KEY = "org.apache.spark.sql.parquet.row.metadata";

    public static Table of(StructType columns) {
        return new Table(columns, new SparkToParquetSchemaConverter(new SQLConf()).convert(columns));
    }

    /// The table that a file beside a class states as SQL, such as `account STRING NOT NULL COMMENT 'its reference'`.
    public static Table stated(Class<?> beside, String name) {
        try (InputStream statement = beside.getResourceAsStream(name)) {
            if (statement == null) {
                throw new IllegalStateException(name + " is not there beside " + beside);
            }
            return of(StructType.fromDDL(new String(statement.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
