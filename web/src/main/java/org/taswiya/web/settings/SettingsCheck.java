package org.taswiya.web.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What settings come to, and what of them is wrong or risky. Nothing is opened or begun for that.
public final class SettingsCheck {
    /// Variables that are none of a command's options.
    private static final Set<String> OTHER_VARIABLES = Set.of(
            "TASWIYA_SETTINGS",
            "TASWIYA_DATABASE_USER",
            "TASWIYA_DATABASE_PASSWORD",
            "TASWIYA_DATABASE_PASSWORD_FILE",
            "TASWIYA_POSTGRESQL",
            "TASWIYA_AS_BUILT",
            "TASWIYA_JAVA_HOME",
            "TASWIYA_JAVA_OPTS",
            "TASWIYA_JDK_FOLDERS",
            "TASWIYA_MAVEN_ARGS");

    private final Map<String, Shown> shown = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private SettingsCheck() {}

    /// @param value secrets in it are masked; empty for none
    /// @param origin `option`, a variable, a file or `default`
    public record Shown(String name, String value, String origin) {}

    /// @param isWrong rather than risky
    public record Finding(boolean isWrong, String said) {}

    /// @param line of the program; it is parsed from its root, as if it ran
    /// @param command of it, as its users call it
    /// @param words that follow
    /// @param faults what the command itself, once it is set, finds wrong with what it is set to
    public static SettingsCheck of(
            CommandLine line,
            String command,
            Settings settings,
            List<String> words,
            Function<Object, List<String>> faults) {
        Objects.requireNonNull(line.getSubcommands().get(command)).setDefaultValueProvider(settings);
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(words);
        ParseResult parsed = line.parseArgs(all.toArray(String[]::new)).subcommand();
        SettingsCheck check = new SettingsCheck();
        check.show(parsed, settings);
        faults.apply(parsed.commandSpec().userObject()).forEach(check::wrong);
        check.mail();
        check.addresses();
        check.secrets(settings);
        check.provider();
        check.variables(settings);
        return check;
    }

    /// By their names.
    public List<Shown> shown() {
        return List.copyOf(shown.values());
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public boolean isWrong() {
        return findings.stream().anyMatch(Finding::isWrong);
    }

    private void show(ParseResult parsed, Settings settings) {
        Set<String> names = Settings.names(parsed.commandSpec());
        for (OptionSpec option : parsed.commandSpec().options()) {
            String name = Settings.name(option);
            if (names.contains(name)) {
                Object value = option.getValue();
                String origin = parsed.hasMatchedOption(option) ? "option" : settings.origin(option);
                shown.put(name, new Shown(name, masked(value == null ? "" : value.toString()), origin));
            }
        }
    }

    /// A password in an address is nobody's business.
    private static String masked(String value) {
        return value.replaceFirst("(://[^:/@]*):[^@]*@", "$1:***@");
    }

    private String value(String name) {
        Shown setting = shown.get(name);
        return setting == null ? "" : setting.value();
    }

    private void mail() {
        boolean isMailbox = !value("mailbox").isEmpty();
        boolean isSmtp = !value("smtp").isEmpty();
        if (!isMailbox && !isSmtp) {
            risky("no mail server (smtp): codes to sign in with wait until `deliver send` runs beside it");
        }
        if (isMailbox && !isSmtp && !isLoopback(value("host"))) {
            risky("mailbox: e-mails, those with codes too, are put into a folder and reach nobody");
        }
    }

    private void addresses() {
        boolean isOpen = !isLoopback(value("host"));
        String self = value("self");
        if (!self.isEmpty() && "http".equals(URI.create(self).getScheme())) {
            risky("self is " + self + ": without TLS (https) codes, passwords and bills are read on the way");
        }
        if (isOpen && self.isEmpty()) {
            risky("host " + value("host")
                    + " without self: put a proxy with TLS in front, and name its address as self");
        }
        if (!value("key-file").isEmpty() && self.isEmpty()) {
            risky("key-file without self: the card provider cannot send customers back here");
        }
        if (!value("metrics-port").isEmpty() && !isLoopback(value("metrics-host"))) {
            risky("metrics-host " + value("metrics-host") + ": whoever reaches it reads the metrics");
        }
    }

    private boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            wrong("host " + host + " is no address of this machine");
            return true;
        }
    }

    private void secrets(Settings settings) {
        if (!value("key-file").isEmpty()) {
            secretFile("key-file", Path.of(value("key-file")));
        }
        if (!value("oidc-secret-file").isEmpty()) {
            secretFile("oidc-secret-file", Path.of(value("oidc-secret-file")));
        }
        String passwordFile = settings.environment().getOrDefault("TASWIYA_DATABASE_PASSWORD_FILE", "");
        if (!passwordFile.isEmpty()) {
            Path file = Path.of(passwordFile);
            if (!Files.isReadable(file)) {
                wrong("TASWIYA_DATABASE_PASSWORD_FILE: " + file + " cannot be read");
            }
            secretFile("TASWIYA_DATABASE_PASSWORD_FILE", file);
        }
        Shown database = shown.get("database");
        if (database != null && database.value().contains(":***@")) {
            risky("database: the password stands in the address (" + database.origin()
                    + "); put it into a file and name that in TASWIYA_DATABASE_PASSWORD_FILE");
            Path file = settings.path();
            if (file != null && database.origin().equals(file.toString())) {
                secretFile("settings", file);
            }
        }
    }

    private void provider() {
        if (!value("oidc-issuer").isEmpty() && value("self").isEmpty()) {
            risky("oidc-issuer without self: the provider sends staff back to whatever address they came by");
        }
    }

    private void secretFile(String name, Path file) {
        try {
            if (!Files.isReadable(file)) {
                return; // whoever reads it says so
            }
            Set<PosixFilePermission> who = Files.getPosixFilePermissions(file);
            if (who.contains(PosixFilePermission.OTHERS_READ) || who.contains(PosixFilePermission.GROUP_READ)) {
                risky(name + ": " + file + " can be read by others than its owner; chmod 600 mends that");
            }
        } catch (IOException e) {
            wrong(name + ": " + file + " cannot be looked at (" + e + ")");
        }
    }

    private void variables(Settings settings) {
        settings.environment().keySet().stream()
                .filter(name -> name.startsWith("TASWIYA_"))
                .filter(name -> !OTHER_VARIABLES.contains(name))
                .filter(name -> shown.keySet().stream().map(Settings::variable).noneMatch(name::equals))
                .sorted()
                .forEach(name -> risky(name + " in the environment is no setting, and nothing listens to it"));
    }

    private void wrong(String said) {
        findings.add(new Finding(true, said));
    }

    private void risky(String said) {
        findings.add(new Finding(false, said));
    }
}
