package org.taswiya.spark;

import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where Spark runs.
final class SessionOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--local", description = "On the cores of this machine; otherwise as spark-submit was told.")
    private boolean isLocal;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "How many cores, with --local. Default: all of them.")
    private int threads = Runtime.getRuntime().availableProcessors();

    SparkSession open() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads is " + threads + "; expected 1 or more");
        }
        if (isLocal) {
            return Sessions.local(threads);
        }
        if (System.getProperty("spark.master") == null) {
            throw new ParameterException(
                    spec.commandLine(), "no cluster is named; add --local, or start it through spark-submit");
        }
        return Sessions.submitted();
    }
}
