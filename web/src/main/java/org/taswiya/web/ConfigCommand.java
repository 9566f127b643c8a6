package org.taswiya.web;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `taswiya config`: what `serve` is set to.
@Command(
        name = "config",
        description = {"What `serve` is set to, by options, the environment and a file of settings.", ""},
        subcommands = ConfigCheckCommand.class,
        footer = {"", "Examples:", "  ./taswiya config check --settings taswiya.yaml"})
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "config what? There is: check");
    }
}
