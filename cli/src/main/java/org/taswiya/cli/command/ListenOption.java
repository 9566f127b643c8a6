package org.taswiya.cli.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Where a command that serves others listens.
public final class ListenOption {
    private static final int PORT_MOST = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    /// @param port where nobody says otherwise
    public ListenOption(int port) {
        this.port = port;
    }

    public InetAddress address() throws UnknownHostException {
        return InetAddress.getByName(host);
    }

    public int port() {
        return port(spec, "--port", port);
    }

    /// The same of another option.
    public static int port(CommandSpec spec, String option, int port) {
        if (port < 0 || port > PORT_MOST) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + port + "; expected a port, from 0 to " + PORT_MOST);
        }
        return port;
    }

    /// As people call it.
    ///
    /// @param taken the port that it came to
    public String url(int taken) {
        return "http://" + host + ":" + taken;
    }
}
