package org.taswiya.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.pricebook.PriceBooks;

/// The price books in force in a home: those that it has published, the folder's of all other ids.
///
/// Whoever rates, bills or decides by them asks for them anew when the work begins, also in a server that runs for
/// months: another program may have published one since. Where none was, that is one look at one number.
///
/// @param library of the folder; what is published stands before it there from the first look on
public record BooksInForce(Database database, TariffLibrary library) {

    /// As they are now.
    public TariffLibrary now() {
        try (Connection connection = database.connect()) {
            return in(connection);
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// As a transaction sees them. Counted before they are read: one that is published between the two is taken again
    /// at the next look.
    public TariffLibrary in(Connection connection) throws SQLException {
        if (PriceBooks.publications(connection) != library.publications()) {
            synchronized (this) {
                long publications = PriceBooks.publications(connection);
                library.publish(publications, PriceBooks.inUse(connection));
            }
        }
        return library;
    }
}
