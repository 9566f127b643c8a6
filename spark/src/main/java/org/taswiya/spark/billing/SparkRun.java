package org.taswiya.spark.billing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.taswiya.spark.parquet.TextFile;

/// Bills all ranges of a cycle on a cluster, in two steps.
///
/// First every range is billed into a staged file, ranges side by side in any order. When the bills of all of them are
/// counted, every staged file gets its numbers, again side by side. A range whose file is there already is passed over,
/// so the same run again goes on where it was.
public final class SparkRun {
    private final SparkSession session;
    private final JavaSparkContext context;
    private final Configuration configuration;
    private final RunInput input;
    private final Terms terms;
    private final long lastBefore;
    private final OutputFolder folder;
    private final RunListener listener;

    private SparkRun(
            SparkSession session,
            RunInput input,
            Terms terms,
            long lastBefore,
            OutputFolder folder,
            RunListener listener) {
        this.session = session;
        this.context = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.configuration = context.hadoopConfiguration();
        this.input = input;
        this.terms = terms;
        this.lastBefore = lastBefore;
        this.folder = folder;
        this.listener = listener;
    }

    /// Begins the run, or goes on with it.
    ///
    /// @param lastBefore the number of the last bill before the run
    /// @param output the folder that takes the bills; empty, or that of the same run
    /// @throws RunRefused when the folder holds another run
    public static RunReport execute(
            SparkSession session, RunInput input, Terms terms, long lastBefore, String output, RunListener listener)
            throws IOException {
        Rules.of(terms);
        return new SparkRun(session, input, terms, lastBefore, new OutputFolder(output), listener).execute();
    }

    private RunReport execute() throws IOException {
        new RunMark(folder.root(), new TextFile(configuration, folder.passing(), folder.mark()))
                .require(input, terms, lastBefore);
        int done = bill();
        List<RangeTally> tallies = tallies();
        number(tallies);
        RangeTally all = tallies.stream().reduce(RangeTally.NOTHING, RangeTally::plus);
        RunReport report =
                new RunReport(input.ranges().size(), done, all, lastBefore, terms.withDigests() ? digest() : null);
        // Without what this call did: the same whether the run was disturbed or not.
        new TextFile(configuration, folder.passing(), folder.report()).write(List.of(report.json(false)));
        folder.work().getFileSystem(configuration).delete(folder.work(), true);
        return report;
    }

    /// @return how many ranges were billed now
    private int bill() throws IOException {
        Set<String> there = present(folder.bills("x").getParent());
        there.addAll(present(folder.staged("x").getParent()));
        List<String> open =
                input.ranges().stream().filter(range -> !there.contains(range)).toList();
        if (!open.isEmpty()) {
            listener.billing(open.size(), input.ranges().size());
            new BillingJob(session, terms, folder, listener).bill(input, open);
        }
        return open.size();
    }

    /// The files of a folder; none where it is not there.
    private Set<String> present(Path of) throws IOException {
        FileSystem system = of.getFileSystem(configuration);
        Set<String> names = new HashSet<>();
        if (system.exists(of)) {
            for (FileStatus file : system.listStatus(of)) {
                names.add(file.getPath().getName());
            }
        }
        return names;
    }

    /// What every range came to, in their order: each file of bills says it of itself.
    private List<RangeTally> tallies() throws IOException {
        Set<String> numbered = present(folder.bills("x").getParent());
        List<Path> files = input.ranges().stream()
                .map(range -> numbered.contains(range) ? folder.bills(range) : folder.staged(range))
                .toList();
        return new FilesJob(context).tallies(files);
    }

    private void number(List<RangeTally> tallies) throws IOException {
        Set<String> numbered = present(folder.bills("x").getParent());
        List<FilesJob.Numbering> open = new ArrayList<>();
        long before = lastBefore;
        for (int i = 0; i < tallies.size(); i++) {
            String range = input.ranges().get(i);
            if (!numbered.contains(range)) {
                open.add(new FilesJob.Numbering(range, before));
            }
            before += tallies.get(i).bills();
        }
        listener.numbering(open.size());
        new FilesJob(context).number(folder, open);
    }

    private String digest() {
        BillsDigest digest = new BillsDigest();
        Dataset<Row> bills = session.read()
                .parquet(folder.bills("x").getParent().toString())
                .select("number", "agreement", "digest", "serial")
                .orderBy("serial");
        bills.toLocalIterator()
                .forEachRemaining(row -> digest.add(row.getString(0), row.getString(1), row.getString(2)));
        return digest.value();
    }
}
