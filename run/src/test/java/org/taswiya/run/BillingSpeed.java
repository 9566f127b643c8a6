package org.taswiya.run;

import org.taswiya.store.Database;

/// Measures by hand how many bills a second are made durable; see the class path in `run/target`.
final class BillingSpeed {
    private BillingSpeed() {}

    public static void main(String[] args) {
        int accounts = Integer.parseInt(args[0]);
        boolean everyMonth = Boolean.parseBoolean(args[1]);
        try (Database database = Database.openEmbedded(TestDatabases.home("speed"), 0)) {
            long start = System.nanoTime();
            new SampleUtility(accounts, 1, everyMonth).fill(database);
            System.out.printf("population %.1f s%n", (System.nanoTime() - start) / 1e9);
            for (String cycle : new String[] {"2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01"}) {
                BillingListener.Progress[] last = new BillingListener.Progress[1];
                var totals = BillingRun.execute(
                        database, SampleUtility.settings(cycle, Integer.parseInt(args[2])), new BillingListener() {
                            @Override
                            public void committed(Progress progress) {
                                last[0] = progress;
                            }
                        });
                long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
                System.out.printf("%s %.0f bills/s %s %d MB%n", cycle, last[0].billsPerSecond(), totals, used >> 20);
            }
        }
    }
}
