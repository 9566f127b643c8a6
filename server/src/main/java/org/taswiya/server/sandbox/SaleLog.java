package org.taswiya.server.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.taswiya.server.page.Fields;

/// The transactions of the sandbox, in memory and on the disk. Many threads may use it at once.
final class SaleLog implements AutoCloseable {
    private final FileChannel file;
    private final Map<String, Sale> sales = new TreeMap<>();

    /// Goes on with a log, or begins it. A last line that was not written to its end was never told to anybody.
    SaleLog(Path path) throws IOException {
        if (Files.exists(path)) {
            String text = Files.readString(path);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::read);
        }
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long whole = 0;
        if (file.size() > 0) {
            byte[] bytes = Files.readAllBytes(path);
            for (int i = 0; i < bytes.length; i++) {
                whole = bytes[i] == '\n' ? i + 1 : whole;
            }
        }
        file.truncate(whole);
        file.position(whole);
    }

    private void read(String line) {
        Fields fields = Fields.parse(line);
        if (!fields.get("sale").isEmpty()) {
            Sale sale = Sale.ofLine(fields);
            sales.put(sale.number(), sale);
        }
        sales.computeIfPresent(fields.get("told"), (_, sale) -> sale.told());
        sales.computeIfPresent(fields.get("back"), (_, sale) -> sale.sentBack(fields.get("refund")));
    }

    /// What a sale becomes under its number.
    interface Numbered {
        Sale of(String number);
    }

    synchronized Sale add(Numbered numbered) {
        Sale sale = numbered.of("S%08d".formatted(sales.size() + 1));
        write(sale.line());
        return sale;
    }

    synchronized void told(Sale sale) {
        if (!current(sale).isTold()) {
            write(Fields.of("told", sale.number()).text());
        }
    }

    /// @return why not; empty when it is done, now or before
    synchronized Optional<String> sendBack(String number, String amount, String refund) {
        Sale sale = sales.get(number);
        if (sale == null || !sale.isPaid()) {
            return Optional.of("no money was taken by '" + number + "'");
        }
        if (sale.refund().equals(refund)) {
            return Optional.empty();
        }
        if (!sale.refund().isEmpty() || !sale.amount().toString().equals(amount)) {
            return Optional.of("sent back by " + sale.refund() + ", or not " + amount);
        }
        write(Fields.of("back", number, "refund", refund).text());
        return Optional.empty();
    }

    synchronized Sale current(Sale sale) {
        return sales.getOrDefault(sale.number(), sale);
    }

    /// By number.
    synchronized List<Sale> all() {
        return new ArrayList<>(sales.values());
    }

    private void write(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the sandbox's log", e);
        }
        read(line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
