package org.taswiya.spark;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.taswiya.spark.load.LoadRun;
import org.taswiya.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `taswiya spark load`: writes the bills of a run into tables of PostgreSQL.
@Command(
        name = "load",
        description = {
            "Loads the bills of a finished run into tables of PostgreSQL, in a schema of their own.",
            "",
            "The tables are there to be asked; they are not the books. The load may be killed at any moment: the same"
                    + " command goes on where it was.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./taswiya spark load --local --input /tmp/bills --database postgresql://USER@HOST/NAME",
            "  ./taswiya spark load --local --input /tmp/bills --schema july"
        })
final class LoadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SessionOption session;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--input", paramLabel = "FOLDER", required = true, description = "What the run wrote.")
    private String input = "";

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "Where the tables are; made where it is not there. Default: ${DEFAULT-VALUE}.")
    private String schema = "cluster";

    @Override
    public Integer call() throws Exception {
        try (SparkSession spark = session.open();
                Database used = database.open()) {
            int files = LoadRun.execute(spark, input, used, schema);
            PrintWriter out = spec.commandLine().getOut();
            out.println("bills of " + input + " in schema " + schema + " of " + database.shown(used)
                    + ", files read now: " + files);
            out.flush();
            return TaswiyaSpark.GOOD;
        }
    }
}
