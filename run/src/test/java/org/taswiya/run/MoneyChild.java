package org.taswiya.run;

import java.nio.file.Path;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Does things with money in a process of its own, to be killed. It says on standard output which step it begins, and
/// what came of it.
final class MoneyChild {
    static final String BEGINS = "step ";
    static final String TELLS = "told ";

    private MoneyChild() {}

    public static void main(String[] args) {
        MoneyWork work = MoneyWork.Subject.valueOf(args[1]).work();
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            for (int step = Integer.parseInt(args[2]); step < work.steps(); step++) {
                System.out.println(BEGINS + step);
                work.take(database, step, told -> System.out.println(TELLS + told));
            }
            System.out.println("finished");
        }
    }
}
