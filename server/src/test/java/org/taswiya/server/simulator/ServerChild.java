package org.taswiya.server.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.taswiya.server.Town;
import org.taswiya.server.collect.CollectDoor;
import org.taswiya.server.http.HttpDoor;
import org.taswiya.store.Database;
import org.taswiya.store.Home;
import org.taswiya.store.collector.CollectorSecret;

/// Serves a home in a process of its own, to be killed. Says `serving` with its port on standard output.
final class ServerChild {
    private ServerChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Home home = Home.at(Path.of(args[0]));
        Database database = Database.openEmbedded(home, 0);
        CollectDoor door = new CollectDoor(
                database,
                "casablanca",
                Town.collectors(),
                CollectorSecret.ofOrNew(home),
                _ -> Optional.empty(),
                Clock.systemUTC());
        HttpDoor http = HttpDoor.open(door, InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
        System.out.println("serving " + http.port());
        new CountDownLatch(1).await(); // until it is killed
    }
}
