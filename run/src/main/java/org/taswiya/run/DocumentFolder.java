package org.taswiya.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.store.Database;
import org.taswiya.store.SqlFault;
import org.taswiya.store.bill.Addressees;

/// A folder of bill documents, each in a file named after its bill.
///
/// A file appears whole or not at all, whatever kills the program: it is written under another name, which no reader of
/// documents looks at, and then renamed. Whoever starts again writes the same bytes over what is there. A machine that
/// loses its power may lose files written just before; `bill reprint` writes them again. Safe for several threads.
///
/// @param notes what the price books say of prices that are placeholders
public record DocumentFolder(Path folder, PlaceholderNotes notes) {

    /// Why a price is a placeholder.
    public interface PlaceholderNotes {
        /// @param tariff the id of the book that prices the line
        /// @return empty when the price has a source
        Optional<String> why(String tariff, ChargeLine line);

        /// The document of a bill.
        default BillDocument document(IssuedBill bill, AccountInput input, @Nullable Addressee addressee) {
            return BillDocument.of(
                    bill, input, addressee, line -> why(bill.bill().tariff(), line));
        }
    }

    /// Makes the folder where it is not there yet.
    public DocumentFolder {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /// Writes every bill of some accounts to whom the books say they are sent.
    ///
    /// @return the digest of each document
    public SortedMap<BillNumber, String> write(Database database, List<IssuedAccount> accounts) {
        List<String> agreements = accounts.stream()
                .flatMap(account -> account.bills().stream())
                .map(bill -> bill.bill().agreement())
                .toList();
        try (Connection connection = database.connect()) {
            Map<String, Addressee> addressees = Addressees.read(connection, agreements);
            return write(accounts, bill -> addressees.get(bill.agreement()));
        } catch (SQLException e) {
            throw SqlFault.of(database, e);
        }
    }

    /// Writes every bill of some accounts.
    ///
    /// @return the digest of each document
    public SortedMap<BillNumber, String> write(
            List<IssuedAccount> accounts, Function<DraftBill, @Nullable Addressee> addressees) {
        SortedMap<BillNumber, String> digests = new ConcurrentSkipListMap<>();
        accounts.parallelStream()
                .forEach(account -> account.bills().forEach(bill -> {
                    byte[] bytes = notes.document(bill, account.input(), addressees.apply(bill.bill()))
                            .bytes();
                    write(bill.number(), bytes);
                    digests.put(bill.number(), DocumentSeal.stated(bytes).orElseThrow());
                }));
        return new TreeMap<>(digests);
    }

    /// Writes one document.
    public void write(BillNumber number, byte[] document) {
        Path file = file(number);
        Path unfinished = folder.resolve("." + number + ".part");
        try {
            Files.write(unfinished, document);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
            throw new UncheckedIOException("cannot write " + file + ": " + (reason == null ? e.toString() : reason), e);
        }
    }

    /// Where the document of a bill lies.
    public Path file(BillNumber number) {
        return folder.resolve(number + ".json");
    }
}
