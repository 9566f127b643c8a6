package org.taswiya.cli.apikey;

import org.taswiya.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/// `taswiya api-key`: which other programs use the HTTP API.
@Command(
        name = "api-key",
        description = "Says which other programs use the HTTP API that `serve` has, and for what.",
        subcommands = {
            ApiKeyAddCommand.class,
            ApiKeyListCommand.class,
            ApiKeyTrailCommand.class,
            ApiKeyRevokeCommand.class
        },
        footer = {"", "Each tells more about itself:", "  ./taswiya api-key add --help"})
public final class ApiKeyCommand extends CommandGroup {}
