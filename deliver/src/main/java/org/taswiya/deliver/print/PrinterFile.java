package org.taswiya.deliver.print;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Sheet;
import org.taswiya.deliver.pdf.Titled;

/// One file for a printer: the bills of a batch in the order in which they are carried out or sent, and an index.
///
/// Bills may come in any order. Their sheets wait in a file beside, so that memory holds a line for each bill and no
/// more; then they are put in order. Nothing is at the file's own name before all of it is there.
public final class PrinterFile implements Closeable {
    private static final String HEAD =
            "position,first_page,pages,bill,account,route,stop,area,post_code,name,address,amount,due_on";

    private static final Pattern POST_CODE = Pattern.compile("(?<![0-9])[0-9]{5}(?![0-9])");

    private final Path target;
    private final Path partial;
    private final Path waiting;
    private final FileChannel spool;
    private final DigestOutputStream out;
    private final PdfDocument pdf;
    private final PrintTerms terms;
    private final Order order;
    private final List<Printed> printed = new ArrayList<>();

    /// In which order bills stand.
    public enum Order {
        /// As they are carried out by who walks the route.
        ROUTE,
        /// As the post wants them: by post code, those without one last, and within one as they are carried out.
        POST_CODE;

        private Comparator<Printed> comparator() {
            Comparator<Printed> carried = Comparator.comparing(Printed::carried).thenComparing(Printed::bill);
            return switch (this) {
                case ROUTE -> carried;
                case POST_CODE ->
                    Comparator.comparing((Printed printed) -> printed.postCode().isEmpty())
                            .thenComparing(Printed::postCode)
                            .thenComparing(carried);
            };
        }
    }

    /// Where a bill is carried to.
    ///
    /// @param route empty where the premise is on none
    /// @param stop on the route; zero where there is none
    public record Carried(String route, int stop, String area) implements Comparable<Carried> {
        private static final Comparator<Carried> ORDER = Comparator.comparing(
                        (Carried carried) -> carried.route.isEmpty())
                .thenComparing(Carried::route)
                .thenComparingInt(Carried::stop)
                .thenComparing(Carried::area);

        @Override
        public int compareTo(Carried other) {
            return ORDER.compare(this, other);
        }
    }

    /// A bill whose sheets wait.
    ///
    /// @param at where in the file beside
    /// @param lengths of its sheets, in bytes
    private record Printed(Carried carried, String postCode, String bill, String row, long at, List<Integer> lengths) {}

    /// What was made.
    ///
    /// @param digest of the file, SHA-256 in hexadecimal
    public record Made(long bills, long pages, String digest, Path index) {}

    /// @param target the file for the printer; the index goes beside it, as `.csv`
    public PrinterFile(Path target, PrintTerms terms, Order order) throws IOException {
        this.target = target.toAbsolutePath();
        this.terms = terms;
        this.order = order;
        partial = beside(".part");
        waiting = beside(".sheets");
        spool = FileChannel.open(
                waiting,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16), sha256());
        pdf = PdfDocument.sheets(out);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Path beside(String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /// Draws one more bill.
    public void add(BillToPrint bill, Carried carried) {
        BillDocument document = bill.document();
        try {
            PrintedBill.draw(pdf, bill, terms);
            long at = spool.position();
            List<Sheet> sheets = pdf.take();
            List<Integer> lengths = new ArrayList<>(sheets.size());
            for (Sheet sheet : sheets) {
                ByteBuffer bytes = ByteBuffer.wrap(sheet.bytes());
                lengths.add(bytes.remaining());
                while (bytes.hasRemaining()) {
                    spool.write(bytes);
                }
            }
            String postCode = postCode(document);
            printed.add(
                    new Printed(carried, postCode, number(document), row(document, carried, postCode), at, lengths));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(BillDocument document) {
        return document.number() == null ? "" : document.number().toString();
    }

    /// The last five digits that stand by themselves in the address, as Morocco writes its codes; empty when there are
    /// none. Addresses are one line of text, and no better place for it is known.
    private static String postCode(BillDocument document) {
        var addressee = document.addressee();
        String found = "";
        if (addressee != null) {
            Matcher codes = POST_CODE.matcher(addressee.address());
            while (codes.find()) {
                found = codes.group();
            }
        }
        return found;
    }

    private static String row(BillDocument document, Carried carried, String postCode) {
        var addressee = document.addressee();
        String name = addressee == null ? "" : addressee.latinName();
        if (addressee != null && name.isBlank()) {
            name = addressee.arabicName();
        }
        return String.join(
                ",",
                number(document),
                quoted(document.bill().customerAccount()),
                quoted(carried.route()),
                carried.stop() == 0 ? "" : Integer.toString(carried.stop()),
                quoted(carried.area()),
                postCode,
                quoted(name),
                quoted(addressee == null ? "" : addressee.address()),
                document.bill().total().toString(),
                document.bill().dueOn().toString());
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Puts all in order and gives the file its name.
    public Made finish() throws IOException {
        printed.sort(order.comparator());
        Path index = beside(".csv");
        long position = 0;
        try (var rows = Files.newBufferedWriter(index)) {
            rows.write(HEAD + "\n");
            for (Printed bill : printed) {
                position++;
                rows.write(position + "," + (pdf.pages() + 1) + ","
                        + bill.lengths().size() + "," + bill.row() + "\n");
                write(bill);
            }
        }
        pdf.close(new Titled("", "", "", false, LocalDate.EPOCH, ""), List.of());
        out.close();
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        String digest = HexFormat.of().formatHex(out.getMessageDigest().digest());
        return new Made(printed.size(), pdf.pages(), digest, index);
    }

    private void write(Printed bill) throws IOException {
        long at = bill.at();
        for (int length : bill.lengths()) {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (spool.read(bytes, at + bytes.position()) < 0) {
                    throw new IOException("the sheets of bill " + bill.bill() + " are cut short in " + waiting);
                }
            }
            pdf.write(new Sheet(bytes.array()));
            at += length;
        }
    }

    @Override
    public void close() throws IOException {
        try (spool;
                out) {
            // both are closed, whatever the other says
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
