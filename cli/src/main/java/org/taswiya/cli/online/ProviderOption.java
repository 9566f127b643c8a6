package org.taswiya.cli.online;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.taswiya.cli.command.UtilityOption;
import org.taswiya.cli.terminal.Currency;
import org.taswiya.server.online.Takings;
import org.taswiya.server.sandbox.SandboxProvider;
import org.taswiya.store.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the provider is, and what we share with it.
final class ProviderOption {
    @Mixin
    private UtilityOption utility;

    @Option(
            names = "--sandbox",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8091",
            description = "Where the sandbox is. Default: ${DEFAULT-VALUE}.")
    private URI sandbox = URI.create("");

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            required = true,
            description = "The key that both share, in its first line.")
    private Path keyFile = Path.of("");

    /// In which the amounts of a database are.
    Currency currency(Database database) {
        return utility.currency(database);
    }

    /// The provider has to be among the collectors of the utility, whose fees and remittances are its own too.
    Takings takings(Database database) throws IOException {
        utility.collector(SandboxProvider.NAME);
        return new Takings(
                database,
                utility.name(),
                new SandboxProvider(sandbox, utility.name(), KeyFile.read(keyFile)),
                Clock.system(ZoneId.systemDefault()));
    }
}
