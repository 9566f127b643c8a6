package org.taswiya.web.first;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.taswiya.cli.online.KeyFile;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.sandbox.Sandbox;
import org.taswiya.server.sandbox.SandboxPages;

/// The sandbox of card payments, served beside the demo: elsewhere it is a program of its own (`online sandbox`).
public final class DemoSandbox implements AutoCloseable {
    private final Path keyFile;
    private final Sandbox sandbox;
    private final HttpPages pages;

    private DemoSandbox(Path keyFile, Sandbox sandbox, HttpPages pages) {
        this.keyFile = keyFile;
        this.sandbox = sandbox;
        this.pages = pages;
    }

    /// @param folder where its key and what it was told are kept
    /// @param currency the ISO code of the money that it would be
    public static DemoSandbox open(Path folder, String currency, Clock clock) throws IOException {
        Path keyFile = folder.resolve("sandbox.key");
        Sandbox sandbox = new Sandbox(folder.resolve("sandbox.log"), KeyFile.readOrMake(keyFile), clock);
        HttpPages pages = HttpPages.at(InetAddress.getLoopbackAddress(), 0);
        pages.serve(new SandboxPages(sandbox, currency));
        return new DemoSandbox(keyFile, sandbox, pages);
    }

    /// Holds the key that it shares with the utility.
    public Path keyFile() {
        return keyFile;
    }

    public URI at() {
        return URI.create("http://127.0.0.1:" + pages.port());
    }

    @Override
    public void close() throws IOException {
        pages.close();
        sandbox.close();
    }
}
