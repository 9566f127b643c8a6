package org.taswiya.spark;

import java.io.IOException;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.taswiya.spark.billing.RunInput.FromFiles;
import org.taswiya.spark.billing.RunListener;
import org.taswiya.spark.billing.SparkRun;

/// A run to be killed: `RunChild ACCOUNTS OUTPUT CYCLE`. Says on standard output what it has done.
final class RunChild {
    private RunChild() {}

    public static void main(String[] args) throws IOException {
        SparkSession session = Sessions.local(2);
        FromFiles files = FromFiles.in(session.sparkContext().hadoopConfiguration(), args[0]);
        SparkRun.execute(
                session,
                files,
                SampleTown.terms(LocalDate.parse(args[2]).toString(), false),
                0,
                args[1],
                new RunListener() {
                    @Override
                    public void billed(int ranges, long accounts, long bills) {
                        System.out.println("billed " + ranges);
                    }

                    @Override
                    public void numbering(int open) {
                        System.out.println("numbering");
                    }
                });
        System.out.println("finished");
        System.exit(0);
    }
}
