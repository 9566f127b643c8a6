package org.taswiya.cli.bank;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.ExitCode;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.bank.BankOrders;
import org.taswiya.store.bank.BankOrders.OrderFile;
import org.taswiya.store.bank.SentAnswer;
import picocli.CommandLine.Model.CommandSpec;

/// Writes a file for a bank: whole or not at all, and then marks it.
final class OrderOut {
    private OrderOut() {}

    static int write(CommandSpec spec, Database database, SentAnswer answer, Path file, Change why, Currency currency)
            throws IOException {
        return switch (answer) {
            case SentAnswer.Refused(var refused) -> Decided.say(spec, "", refused);
            case SentAnswer.Made(var order) -> {
                byte[] text = order.text().getBytes(StandardCharsets.UTF_8);
                AnswerFile.write(file, to -> to.write(text));
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
}
