package org.taswiya.spark.input;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.taswiya.spark.parquet.UnreadableFile;

/// Looks whether a file has all columns that accounts are made of. Spark reads one that is not there as if it were
/// empty in every row, and whoever had no history would be estimated otherwise without a word.
public final class AccountColumns {
    private AccountColumns() {}

    /// @throws IllegalArgumentException when the file lacks a column of `accounts.sql` or has it in another type; more
    ///     columns than these do no harm
    /// @throws UnreadableFile when its bytes make no sense
    public static void require(Configuration configuration, Path file) throws IOException {
        String fault = fault("", AccountWriter.TABLE.columns(), columns(configuration, file));
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(file + fault + ". Export the accounts again.");
        }
    }

    private static StructType columns(Configuration configuration, Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
            return new ParquetToSparkSchemaConverter(new SQLConf())
                    .convert(reader.getFileMetaData().getSchema());
        } catch (IOException | RuntimeException e) {
            throw UnreadableFile.exported(file, e);
        }
    }

    /// What is wrong first; empty when nothing is.
    private static String fault(String name, DataType wanted, DataType found) {
        if (wanted instanceof StructType columns && found instanceof StructType there) {
            return fault(name, columns, there);
        }
        if (wanted instanceof ArrayType list && found instanceof ArrayType there) {
            return fault(name, list.elementType(), there.elementType());
        }
        return wanted.equals(found)
                ? ""
                : " has a column " + name + " of " + found.simpleString() + ", expected " + wanted.simpleString();
    }

    private static String fault(String name, StructType wanted, StructType found) {
        for (StructField column : wanted.fields()) {
            String whole = name.isEmpty() ? column.name() : name + "." + column.name();
            if (found.getFieldIndex(column.name()).isEmpty()) {
                return " has no column " + whole;
            }
            String fault =
                    fault(whole, column.dataType(), found.apply(column.name()).dataType());
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }
}
