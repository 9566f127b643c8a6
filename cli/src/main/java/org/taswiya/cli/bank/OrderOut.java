package org.taswiya.cli.bank;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankOrders;
import org.taswiya.store.bank.BankOrders.OrderFile;
import org.taswiya.store.bank.SentAnswer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Writes a file for a bank: whole or not at all, and then marks it.
final class OrderOut {
    private OrderOut() {}

    /// @throws ParameterException where something lies there already, which may be what a bank has got
    static void requireFree(CommandSpec spec, Path file) {
        if (Files.exists(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is there already; name a file that is not, so that none is lost");
        }
    }

    static int write(CommandSpec spec, Database database, SentAnswer answer, Path file, Change why, Currency currency)
            throws IOException {
        return switch (answer) {
            case SentAnswer.Refused(var refused) -> Decided.say(spec, "", refused);
            case SentAnswer.Made(var order) -> {
                write(order.text(), file);
                BankOrders.written(
                        database, order, file.toAbsolutePath().normalize().toString(), why);
                say(spec.commandLine().getOut(), order, file, currency);
                yield ExitCode.GOOD;
            }
        };
    }

    private static void say(PrintWriter out, OrderFile order, Path file, Currency currency) {
        out.println((order.isNew() ? "Order " : "Order made before, to the letter: ") + order.name() + ", "
                + order.orders() + " for " + currency.money(order.total()) + " together, in " + file);
        out.flush();
    }

    private static void write(String text, Path file) throws IOException {
        Path unfinished = Path.of(file + ".unfinished");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
