package org.taswiya.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerOutput;

/// What a command says with a [java.io.PrintWriter], which keeps silent when it cannot write. This remembers it until
/// the command has done its work, so that the end can tell.
final class SpokenOutput extends OutputStream {
    private final OutputStream answers;
    private @Nullable IOException failure;
    private boolean isReaderGone;

    SpokenOutput(OutputStream answers) {
        this.answers = answers;
    }

    /// Why some of it could not be written; null when all of it was, or when its reader wanted no more.
    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        attempt(() -> answers.write(bytes, offset, length));
    }

    @Override
    public void flush() {
        attempt(answers::flush);
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) {
        if (isReaderGone || failure != null) {
            return;
        }
        try {
            step.run();
        } catch (IOException e) {
            failure = e;
        } catch (AnswerOutput.ReaderGone _) {
            isReaderGone = true;
        }
    }
}
