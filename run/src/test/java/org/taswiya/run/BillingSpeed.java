package org.taswiya.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.taswiya.run.BillingListener.Progress;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.run.RunTotals;

/// Measures by hand: `BillingSpeed ACCOUNTS READ_EVERY_MONTH ACCOUNTS_PER_BATCH`, on the class path of the tests.
///
/// Beside the bills a second it says the processor time that a bill takes, ours and PostgreSQL's, which means something
/// on a busy machine too.
final class BillingSpeed {
    private static final double TICKS_PER_SECOND = 100;

    private BillingSpeed() {}

    public static void main(String[] args) throws IOException {
        Home home = TestDatabases.home("speed");
        try (Database database = Database.openEmbedded(home, 0)) {
            new SampleUtility(Integer.parseInt(args[0]), 1, Boolean.parseBoolean(args[1]), false).fill(database);
            for (String cycle : List.of("2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01")) {
                double ours = ourSeconds();
                double theirs = serverSeconds(home);
                Last last = new Last();
                RunTotals totals = BillingRun.execute(
                                database, SampleUtility.settings(cycle, Integer.parseInt(args[2])), last)
                        .totals();
                System.out.printf(
                        "%s %d bills, %.0f bills/s, processor us a bill: ours %.0f, PostgreSQL %.0f;"
                                + " heap in use %d MB%n",
                        cycle,
                        totals.bills(),
                        last.billsPerSecond,
                        (ourSeconds() - ours) * 1e6 / totals.bills(),
                        (serverSeconds(home) - theirs) * 1e6 / totals.bills(),
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20);
            }
        }
    }

    private static final class Last implements BillingListener {
        private double billsPerSecond;

        @Override
        public void committed(Progress progress) {
            billsPerSecond = progress.billsPerSecond();
        }
    }

    private static double ourSeconds() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /// Of the server and all its processes that ended.
    private static double serverSeconds(Home home) throws IOException {
        String pid =
                Files.readAllLines(home.database().resolve("postmaster.pid")).getFirst();
        String stat = Files.readString(Path.of("/proc", pid.strip(), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
    }
}
