package org.taswiya.run;

import java.nio.file.Path;
import java.util.List;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// A billing run in a process of its own, to be killed. It says on standard output where it is.
final class RunChild {
    private RunChild() {}

    public static void main(String[] args) {
        BillingListener telling = new BillingListener() {
            @Override
            public void issued(List<IssuedAccount> accounts) {
                System.out.println("issued");
            }

            @Override
            public void committed(Progress progress) {
                System.out.println("committed");
            }
        };
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            System.out.println("opened");
            BillingRun.execute(database, SampleUtility.settings(args[1], Integer.parseInt(args[2])), telling);
            System.out.println("finished");
        }
    }
}
