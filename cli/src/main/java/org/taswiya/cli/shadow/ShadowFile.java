package org.taswiya.cli.shadow;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerOutput;
import org.taswiya.run.ShadowBill;

/// The bills of a shadow run, a line each, for a spreadsheet. References and codes hold no comma, so nothing is quoted.
final class ShadowFile implements Consumer<ShadowBill>, AutoCloseable {
    private static final String HEAD = "account,agreement,class,tariff,usage,old total,new total,difference\n";

    private final Writer out;

    private ShadowFile(Writer out) {
        this.out = out;
    }

    /// @param file null when nobody wants one
    static ShadowFile to(@Nullable Path file) throws IOException {
        if (file == null) {
            return new ShadowFile(Writer.nullWriter());
        }
        Writer out = new BufferedWriter(new OutputStreamWriter(AnswerOutput.to(file), StandardCharsets.UTF_8));
        out.write(HEAD);
        return new ShadowFile(out);
    }

    @Override
    public void accept(ShadowBill bill) {
        try {
            out.write(String.join(
                    ",",
                    bill.account(),
                    bill.agreement(),
                    bill.customerClass(),
                    bill.tariff(),
                    bill.usage().toString(),
                    bill.before().toString(),
                    bill.after().toString(),
                    bill.difference().toString()));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
