package org.taswiya.store;

import java.util.List;
import org.postgresql.ds.PGConnectionPoolDataSource;

/// The connections of a database that are used again, apart for each use, with one limit for all: plans that PostgreSQL
/// keeps for a statement hold for one role, and who only asks leaves nothing behind that has to be put right.
final class ConnectionPools {
    private final KeptConnections.Limit limit = new KeptConnections.Limit();
    private final KeptConnections open;
    private final KeptConnections behindWall;
    private final KeptConnections asking;
    private final KeptConnections askingBehindWall;

    ConnectionPools(PGConnectionPoolDataSource source) {
        this.open = new KeptConnections(source, limit, true);
        this.behindWall = new KeptConnections(source, limit, true);
        this.asking = new KeptConnections(source, limit, false);
        this.askingBehindWall = new KeptConnections(source, limit, false);
    }

    KeptConnections of(boolean isBehindWall, boolean isAsking) {
        if (isAsking) {
            return isBehindWall ? askingBehindWall : asking;
        }
        return isBehindWall ? behindWall : open;
    }

    private List<KeptConnections> all() {
        return List.of(open, behindWall, asking, askingBehindWall);
    }

    void limit(int connections) {
        limit.set(connections);
    }

    int inUse() {
        return all().stream().mapToInt(KeptConnections::inUse).sum();
    }

    void dropIdle() {
        all().forEach(KeptConnections::dropIdle);
    }

    void close() {
        all().forEach(KeptConnections::close);
    }
}
