package org.taswiya.web.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What options have that are not on the command line: the environment says it, else the file, else their own default.
public final class Settings implements IDefaultValueProvider {
    /// The option that names the file.
    public static final String FILE = "--settings";

    private static final String PREFIX = "TASWIYA_";

    private final Map<String, String> environment;
    private final @Nullable SettingsFile file;

    private Settings(Map<String, String> environment, @Nullable SettingsFile file) {
        this.environment = environment;
        this.file = file;
    }

    /// @param command whose options may be set
    /// @param words of the command line, which may name the file
    /// @throws IOException when the file cannot be read
    public static Settings of(CommandSpec command, Map<String, String> environment, String... words)
            throws IOException {
        String named = named(words).orElseGet(() -> environment.getOrDefault(variable(FILE.substring(2)), ""));
        return new Settings(environment, named.isEmpty() ? null : SettingsFile.read(Path.of(named), names(command)));
    }

    private static Optional<String> named(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (words[i].startsWith(FILE + "=")) {
                return Optional.of(words[i].substring(FILE.length() + 1));
            }
            if (words[i].equals(FILE) && i + 1 < words.length) {
                return Optional.of(words[i + 1]);
            }
        }
        return Optional.empty();
    }

    /// All that may be set, as files name them.
    static Set<String> names(CommandSpec command) {
        Set<String> names = new TreeSet<>();
        for (OptionSpec option : command.options()) {
            String name = name(option);
            if (!option.usageHelp() && !option.versionHelp() && !name.equals(FILE.substring(2))) {
                names.add(name);
            }
        }
        return names;
    }

    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /// The variable of the environment for a setting.
    static String variable(String name) {
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// What is wrong with the file; empty for nothing.
    public String faults() {
        return file == null ? "" : file.faults();
    }

    @Nullable Path path() {
        return file == null ? null : file.path();
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = name(option);
        String said = environment.getOrDefault(variable(name), "");
        if (!said.isEmpty()) {
            return said;
        }
        return file == null ? null : file.values().get(name);
    }

    /// Where a setting comes from that is not on the command line.
    String origin(OptionSpec option) {
        String name = name(option);
        if (!environment.getOrDefault(variable(name), "").isEmpty()) {
            return variable(name);
        }
        return file != null && file.values().containsKey(name) ? file.path().toString() : "default";
    }

    Map<String, String> environment() {
        return environment;
    }
}
