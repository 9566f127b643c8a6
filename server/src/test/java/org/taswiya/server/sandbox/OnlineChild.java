package org.taswiya.server.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.taswiya.server.http.HttpPages;
import org.taswiya.server.online.OnlineDoor;
import org.taswiya.server.online.Takings;
import org.taswiya.store.Database;
import org.taswiya.store.Home;

/// Serves customers who pay by card in a process of its own, to be killed. Says `serving` with its port.
final class OnlineChild {
    private OnlineChild() {}

    /// @param args the home, the port, the sandbox's address, the key
    public static void main(String[] args) throws IOException, InterruptedException {
        Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0);
        HttpPages http = HttpPages.at(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
        Takings takings = new Takings(
                database,
                "casablanca",
                new SandboxProvider(URI.create(args[2]), "casablanca", args[3]),
                Clock.systemUTC());
        URI self = URI.create("http://127.0.0.1:" + http.port());
        http.serve(new OnlineDoor(takings, new OnlineDoor.Terms(self, "MAD", Duration.ofMinutes(30))));
        System.out.println("serving " + http.port());
        new CountDownLatch(1).await(); // until it is killed
    }
}
