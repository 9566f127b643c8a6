package org.taswiya.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.taswiya.spark.billing.EngineRate;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.RunListener;
import org.taswiya.spark.billing.SparkRun;
import org.taswiya.spark.billing.Terms;
import org.taswiya.spark.input.BooksFile;
import org.taswiya.spark.input.CycleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya spark measure`: Spark's rate over the engine's.
@Command(
        name = "measure",
        description = {
            "Bills exported accounts by Spark and in memory on plain threads, by turns, and compares the rates.",
            "",
            "The engine's time is for billing alone; Spark's is for everything from files of accounts to numbered bills"
                    + " in files. Bills a second of processor time are said too: they mean something on a busy"
                    + " machine.",
            ""
        },
        footer = {"", "Examples:", "  ./taswiya spark measure --input /tmp/accounts --threads 2 --rounds 5"})
final class MeasureCommand implements Callable<Integer> {
    private static final int WARMING = 4;

    /// Accounts for the engine, which has all of them in memory at once.
    private static final int IN_MEMORY = 50_000;

    /// With fewer, what a job costs to begin is most of what is measured.
    private static final int STEADY_BILLS = 100_000;

    /// How often the engine bills them in one round.
    private static final int TIMES = 8;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TermsOption terms;

    @Option(names = "--input", paramLabel = "FOLDER", required = true, description = "Exported accounts.")
    private String input = "";

    @Option(names = "--threads", paramLabel = "NUMBER", description = "How many cores. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(
            names = "--rounds",
            paramLabel = "NUMBER",
            description = "How often, after " + WARMING + " rounds to warm up. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    /// What one round came to.
    private record Rate(double perSecond, double perProcessorSecond) {}

    /// Bills once.
    private interface Work {
        long bill() throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        try (SparkSession spark = Sessions.local(threads)) {
            Configuration configuration = spark.sparkContext().hadoopConfiguration();
            FromFiles files = FromFiles.in(configuration, input);
            CycleFile exported = CycleFile.read(configuration, input)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), input + " does not say its cycle; export it to the end"));
            measure(spark, files, terms.terms(exported.cycle(), false).with(BooksFile.read(configuration, input)));
            return TaswiyaSpark.GOOD;
        }
    }

    private void measure(SparkSession spark, FromFiles files, Terms of) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        EngineRate engine = EngineRate.read(spark, files, of, IN_MEMORY);
        long bills = billBySpark(spark, files, of);
        if (bills < STEADY_BILLS) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "taswiya: only %,d bills; what every job of Spark's costs to begin counts most. For its"
                                    + " steady rate take %,d or more.%n",
                            bills,
                            STEADY_BILLS);
        }
        List<Rate> bySpark = new ArrayList<>();
        List<Rate> plain = new ArrayList<>();
        // By turns, so that whatever else the machine does meets both.
        for (int round = 1 - WARMING; round <= rounds; round++) {
            Rate sparkNow = rate(() -> billBySpark(spark, files, of));
            Rate plainNow = rate(() -> billInMemory(engine));
            say(out, round < 1 ? "warming up" : "round " + round, sparkNow, plainNow);
            if (round > 0) {
                bySpark.add(sparkNow);
                plain.add(plainNow);
            }
        }
        out.printf(
                Locale.ROOT,
                "median of the rounds: Spark over the engine %.2f by the clock, %.2f by processor time%n",
                medianRatio(bySpark, plain, Rate::perSecond),
                medianRatio(bySpark, plain, Rate::perProcessorSecond));
        out.flush();
    }

    private static void say(PrintWriter out, String round, Rate spark, Rate engine) {
        out.printf(
                Locale.ROOT,
                "%s: Spark %,.0f bills/s, %,.0f a processor second; engine %,.0f, %,.0f%n",
                round,
                spark.perSecond(),
                spark.perProcessorSecond(),
                engine.perSecond(),
                engine.perProcessorSecond());
        out.flush();
    }

    private static double medianRatio(List<Rate> spark, List<Rate> engine, ToDoubleFunction<Rate> of) {
        return IntStream.range(0, spark.size())
                .mapToDouble(i -> of.applyAsDouble(spark.get(i)) / of.applyAsDouble(engine.get(i)))
                .sorted()
                .toArray()[spark.size() / 2];
    }

    /// So often that the time of one round can be read off a clock of processor time.
    private long billInMemory(EngineRate engine) {
        long bills = 0;
        for (int time = 0; time < TIMES; time++) {
            bills += engine.bill(threads);
        }
        return bills;
    }

    private static long billBySpark(SparkSession spark, FromFiles files, Terms of) throws IOException {
        Path output = Files.createTempDirectory("taswiya-spark-");
        try {
            return SparkRun.execute(spark, files, of, 0, output.toString(), new RunListener() {})
                    .tally()
                    .bills();
        } finally {
            try (Stream<Path> all = Files.walk(output)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Rate rate(Work work) throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long clock = System.nanoTime();
        long bills = work.bill();
        double seconds = (System.nanoTime() - clock) / 1e9;
        return new Rate(bills / seconds, bills * 1e9 / (system.getProcessCpuTime() - processor));
    }
}
