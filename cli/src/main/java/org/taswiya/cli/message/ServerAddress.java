package org.taswiya.cli.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A server, as commands name it.
record ServerAddress(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(?<host>[^\\s:/@]+|\\[[0-9a-fA-F:]+]):(?<port>[0-9]{1,5})");

    /// What an option was given.
    static ServerAddress of(CommandLine command, String option, String text) {
        Matcher server = FORM.matcher(text);
        if (!server.matches() || Integer.parseInt(server.group("port")) > 65_535) {
            throw new ParameterException(command, option + " takes HOST:PORT, found '" + text + "'");
        }
        return new ServerAddress(server.group("host"), Integer.parseInt(server.group("port")));
    }
}
