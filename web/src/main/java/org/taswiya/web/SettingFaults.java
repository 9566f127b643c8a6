package org.taswiya.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.cli.command.ExitCode;
import picocli.CommandLine.ParameterException;

/// What is wrong with settings, found by whoever uses them.
final class SettingFaults {
    private final List<String> found = new ArrayList<>();

    /// What makes something of a setting, and refuses one that is wrong.
    interface Use {
        void make() throws IOException;
    }

    /// @param option that names a file
    void ofFile(String option, Use use) {
        try {
            use.make();
        } catch (IOException e) {
            found.add(option + ": " + ExitCode.words(e));
        }
    }

    void of(Use use) {
        try {
            use.make();
        } catch (ParameterException | IOException e) {
            found.add(ExitCode.words(e));
        }
    }

    /// In the order in which they were looked for.
    List<String> found() {
        return List.copyOf(found);
    }
}
