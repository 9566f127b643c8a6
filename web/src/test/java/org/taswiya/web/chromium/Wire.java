package org.taswiya.web.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What lies between a browser and a server. Cut, it is as where no network is; the server knows nothing of it.
public final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    /// @param server the port where it listens
    public Wire(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void cut() {
        isCut = true;
        open.forEach(Wire::end);
    }

    public void mend() {
        isCut = false;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                if (isCut) {
                    caller.close();
                } else {
                    Socket called = new Socket(InetAddress.getLoopbackAddress(), server);
                    carry(caller, called);
                    carry(called, caller);
                }
            } catch (IOException _) {
                // closed, or the server has gone: whoever called finds out
            }
        }
    }

    private void carry(Socket from, Socket to) {
        open.add(from);
        Thread.startVirtualThread(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // cut
            } finally {
                end(from);
                end(to);
                open.remove(from);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is closed
        }
    }

    @Override
    public void close() {
        cut();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
