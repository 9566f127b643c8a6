package org.taswiya.spark;

import java.sql.Connection;
import java.util.SortedMap;
import org.taswiya.spark.billing.RunInput.FromBooks;
import org.taswiya.spark.billing.RunRefused;
import org.taswiya.store.Database;
import org.taswiya.store.bill.BillNumbering;
import org.taswiya.store.input.AccountRange;
import org.taswiya.store.pricebook.PriceBooks;
import org.taswiya.store.run.RunTable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which books the accounts are read from, and how they are cut.
final class BooksOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private DatabaseOption option;

    @Option(
            names = "--range",
            paramLabel = "ACCOUNTS",
            description = "Accounts of one range, which is one task and one file. Default: ${DEFAULT-VALUE}.")
    private int accountsPerRange = 20_000;

    /// What is done with the accounts of a database and the price books that were published there.
    interface Use<T> {
        T with(FromBooks books, long lastNumber, SortedMap<String, String> published) throws Exception;
    }

    /// Opens the database, in which nobody bills until this is done: all ranges are of one state of the books.
    ///
    /// @throws RunRefused when somebody is billing there
    <T> T use(Use<T> use) throws Exception {
        if (accountsPerRange < 1) {
            throw new ParameterException(spec.commandLine(), "--range is " + accountsPerRange + "; expected 1 or more");
        }
        try (Database database = option.open();
                Connection connection = database.connect()) {
            if (!RunTable.lock(connection)) {
                throw new RunRefused("Another billing run is at work on the database " + database
                        + ". Wait until it ends, then start again.");
            }
            long last = BillNumbering.lastIssued(connection);
            return use.with(
                    new FromBooks(
                            database.url(), option.shown(database), AccountRange.cut(connection, accountsPerRange)),
                    last,
                    PriceBooks.inUse(connection));
        }
    }
}
