package org.taswiya.server.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Takes addresses to listen on. That one is taken is the commonest fault of a first start, so it is said in a sentence
/// that tells what to do.
public final class Listening {
    private static final int BACKLOG = 512;

    private Listening() {}

    /// @param port zero for any that is free
    static HttpServer on(InetAddress host, int port) throws IOException {
        settings();
        try {
            return HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        } catch (BindException e) {
            throw taken(host, port, e);
        }
    }

    /// The JDK's server reads these when it is first used. Without the first, small answers wait for the network's
    /// acknowledgement; without the others, whoever sends a byte a minute holds a connection.
    private static void settings() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxRspTime", "60");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    /// Finds out before anything is begun what would be found when all is.
    ///
    /// @param port zero for any that is free
    /// @throws BindException when nobody can be answered there
    public static void requireFree(InetAddress host, int port) throws IOException {
        try (ServerSocket _ = new ServerSocket(port, 1, host)) {
            // whoever listens takes it in a moment
        } catch (BindException e) {
            throw taken(host, port, e);
        }
    }

    private static BindException taken(InetAddress host, int port, BindException because) {
        BindException said = new BindException("nobody can be answered at " + host.getHostAddress() + ", port " + port
                + " (" + because.getMessage() + "): stop what listens there, or name another port or address");
        said.initCause(because);
        return said;
    }
}
