package org.taswiya.web;

import java.util.List;
import org.taswiya.cli.Taswiya;
import org.taswiya.cli.command.AnswerOutput;

/// The program behind `./taswiya serve`: one command, with the exit codes and the words of all others.
final class TaswiyaWeb {
    private TaswiyaWeb() {}

    /// @param args begin with `serve`
    public static void main(String[] args) {
        System.exit(Taswiya.execute(Taswiya.commandLineOf(List.of(ServeCommand.class)), AnswerOutput.standard(), args));
    }
}
