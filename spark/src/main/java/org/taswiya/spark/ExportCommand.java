package org.taswiya.spark;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.taswiya.spark.export.ExportRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya spark export`: writes the accounts of a cycle into files.
@Command(
        name = "export",
        description = {
            "Writes the accounts of a cycle from the database of a home into Parquet files.",
            "",
            "One row holds everything that the bills of an account depend on. The export may be killed at any moment:"
                    + " the same command goes on where it was.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya spark export --local --to 2020-07-01 --output /tmp/accounts",
            "  ./taswiya spark export --local --home /srv/taswiya --to 2020-07-01 --on 2020-07-03 --output accounts"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionOption session;

    @Mixin
    private BooksOption books;

    @Mixin
    private TermsOption terms;

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            required = true,
            description = "Takes the files: a new folder, or that of the same export.")
    private String output = "";

    @Override
    public Integer call() throws Exception {
        var cycle = terms.cycle();
        try (SparkSession spark = session.open()) {
            int written = books.use((cuts, last, published) ->
                    ExportRun.execute(spark, cuts, terms.terms(cycle, false).with(published), published, last, output));
            PrintWriter out = spec.commandLine().getOut();
            out.println("accounts of the " + cycle + " in " + output + ", files written now: " + written);
            out.flush();
            return TaswiyaSpark.GOOD;
        }
    }
}
