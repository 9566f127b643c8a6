package org.taswiya.cli.command;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/// Where a command that serves others listens.
public final class ListenOption {
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
        return port;
    }

    /// As people call it.
    ///
    /// @param taken the port that it came to
    public String url(int taken) {
        return "http://" + host + ":" + taken;
    }
}
