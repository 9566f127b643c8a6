package org.taswiya.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.taswiya.store.DatabaseException.Fault;
import org.taswiya.store.server.EmbeddedServer;

/// The database in use, at this program's version.
///
/// Either the PostgreSQL that comes with the program, on the home's own data folder and running for as long as this
/// object is open, or a server elsewhere. Safe for use by several threads; a connection is used by one.
public final class Database implements AutoCloseable {
    private static final String EMBEDDED_NAME = "taswiya";
    private static final String NO_SUCH_DATABASE = "3D000";

    private final ServerAddress address;
    private final @Nullable EmbeddedServer server;
    private final PGConnectionPoolDataSource source;
    private final @Nullable ConnectionPools pools;
    private final @Nullable KeptConnections kept;
    private final @Nullable Seen seen;
    private final boolean isAsking;
    private final @Nullable Connection within;
    private CustomerWall.State wall = new CustomerWall.State.Down("It was not raised.");

    private Database(ServerAddress address, @Nullable EmbeddedServer server, boolean isKeeping) {
        this.address = address;
        this.server = server;
        this.source = source(address);
        this.pools = isKeeping ? new ConnectionPools(source) : null;
        this.kept = pools == null ? null : pools.of(false, false);
        this.seen = null;
        this.isAsking = false;
        this.within = null;
    }

    /// Of whom something is shown.
    private record Seen(List<String> accounts, List<String> held) {}

    private Database(Database whole, @Nullable Seen seen, boolean isAsking, @Nullable Connection within) {
        this.address = whole.address;
        this.server = whole.server;
        this.source = whole.source;
        this.pools = whole.pools;
        this.kept = pools == null ? null : pools.of(seen != null, isAsking);
        this.seen = seen;
        this.isAsking = isAsking;
        this.within = within;
        this.wall = whole.wall();
    }

    /// The same for whoever asks one question and sets nothing: the next is given the connection as it is, which saves
    /// both the way to the database and back. Never to be closed.
    public Database asking() {
        return new Database(this, seen, true, within);
    }

    /// The same for whoever has begun a transaction in which others are to do what they do in one of their own: what
    /// they would keep stands when it does, what they would take back is taken back, and what they ask beside it is
    /// asked as ever. Never to be closed.
    public Database within(Connection connection) {
        return new Database(this, seen, isAsking, connection);
    }

    /// The transaction in which things are to be done; null where each is one of its own.
    public @Nullable Connection within() {
        return within;
    }

    /// From now on [#seenBy] shows no more than that.
    public synchronized CustomerWall.State raiseWall() {
        wall = CustomerWall.raise(this);
        return wall;
    }

    /// Whether it stands.
    public synchronized CustomerWall.State wall() {
        return wall;
    }

    /// The same database as whoever holds these accounts may see it: to be read only, and never to be closed. Where the
    /// wall is not raised it is this one.
    ///
    /// @param accounts by their references; of none other is anything shown
    public Database seenBy(Collection<String> accounts) {
        return seenBy(accounts, accounts);
    }

    /// The same for a delegate, who sees accounts that are not theirs.
    ///
    /// @param held those of them that are their own: of others nothing is shown of how their holders are reached
    public synchronized Database seenBy(Collection<String> accounts, Collection<String> held) {
        return switch (wall) {
            case CustomerWall.State.Up _ ->
                new Database(this, new Seen(List.copyOf(accounts), List.copyOf(held)), isAsking, within);
            case CustomerWall.State.Down _ -> this;
        };
    }

    private static PGConnectionPoolDataSource source(ServerAddress address) {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("taswiya");
        source.setConnectTimeout(10);
        source.setBinaryTransferEnable("date,numeric");
        return source;
    }

    /// Opens the database of a home: the server that TASWIYA_DATABASE names, else the home's own.
    ///
    /// @throws DatabaseException with what was found and what to do
    public static Database open(Home home) {
        return open(home, null);
    }

    /// Opens the server named, else the one that TASWIYA_DATABASE names, else the home's own.
    ///
    /// @param url `postgresql://USER:PASSWORD@HOST:PORT/NAME`; user and password may come from TASWIYA_DATABASE_USER
    ///     and TASWIYA_DATABASE_PASSWORD instead
    /// @throws DatabaseException with what was found and what to do
    public static Database open(Home home, @Nullable String url) {
        return open(home, url, Migrations::bringUp);
    }

    /// The same with a database in which tables of a version are made, where there are none yet: to fill them.
    ///
    /// @throws DatabaseException also when there are tables of another version
    public static Database openNew(Home home, @Nullable String url, int version) {
        return open(home, url, database -> Migrations.make(database, version));
    }

    /// The same with tables of this version, which are not changed, and also while another program works on the home.
    ///
    /// @throws DatabaseException also when its tables are of another version
    public static Database openAsItIs(Home home, @Nullable String url) {
        try {
            return open(home, url, Migrations::requireNewest);
        } catch (DatabaseException e) {
            Optional<EmbeddedServer.Running> running =
                    e.fault() == Fault.HOME_IN_USE ? EmbeddedServer.running(home) : Optional.empty();
            if (running.isEmpty()) {
                throw e;
            }
            ServerAddress address = new ServerAddress(
                    "127.0.0.1",
                    running.get().port(),
                    EMBEDDED_NAME,
                    EmbeddedServer.USER,
                    running.get().password());
            Database database = new Database(address, null, true);
            Migrations.requireNewest(database);
            return database;
        }
    }

    /// Brings its tables to this program's version, as every opening does.
    public void bringUp() {
        Migrations.bringUp(this);
    }

    private static Database open(Home home, @Nullable String url, Consumer<Database> tables) {
        String named = url != null ? url : System.getenv("TASWIYA_DATABASE");
        if (named != null && !named.isEmpty()) {
            Database database = new Database(ServerAddress.parse(named), null, true);
            tables.accept(database);
            return database;
        }
        return openEmbedded(home, 0, tables);
    }

    /// A server elsewhere that another program has brought to this program's version: for the helpers of that program,
    /// on other machines.
    ///
    /// @param url as that program got it from [#url]
    public static Database at(String url) {
        return new Database(ServerAddress.parse(url), null, false);
    }

    /// Opens the home's own database on a stated port.
    ///
    /// @param port 0 for any that is free
    public static Database openEmbedded(Home home, int port) {
        return openEmbedded(home, port, Migrations::bringUp);
    }

    private static Database openEmbedded(Home home, int port, Consumer<Database> tables) {
        EmbeddedServer server = EmbeddedServer.start(home, port);
        try {
            ServerAddress maintenance =
                    new ServerAddress("127.0.0.1", server.port(), "postgres", EmbeddedServer.USER, server.password());
            Database database = new Database(maintenance.database(EMBEDDED_NAME), server, true);
            if (database.isMissing()) {
                database.createIfMissing(maintenance, "template template1");
            }
            tables.accept(database);
            return database;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /// Asked by connecting, since all but the first who open it go on with the connection.
    private boolean isMissing() {
        try (Connection _ = connect()) {
            return false;
        } catch (DatabaseException e) {
            if (e.getCause() instanceof SQLException refused && NO_SUCH_DATABASE.equals(refused.getSQLState())) {
                return true;
            }
            throw e;
        } catch (SQLException e) {
            throw SqlFault.of(this, e);
        }
    }

    private void createIfMissing(ServerAddress maintenance, String how) {
        try (Connection connection = new Database(maintenance, null, false).connect();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select from pg_database where datname = '" + address.name() + "'")) {
            if (!found.next()) {
                statement.execute("create database " + address.name() + " " + how);
            }
        } catch (SQLException e) {
            throw SqlFault.of(this, e);
        }
    }

    /// A database of its own on the same server, with the tables of this one and all that is in them now; closing it
    /// leaves the server running. Nobody may be connected to this one meanwhile.
    public Database copyBeside(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Name '" + name + "' is not small letters, digits and underscores");
        }
        Database beside = new Database(address.database(name), null, false);
        dropIdle();
        // File by file: page by page through the log costs three times as much.
        beside.createIfMissing(address.database("postgres"), "template " + address.name() + " strategy file_copy");
        return beside;
    }

    /// A connection as new, with automatic commit on.
    ///
    /// @throws DatabaseException with what was found and what to do
    public Connection connect() {
        try {
            Connection connection = kept != null ? kept.take() : connectAnew();
            if (seen != null) {
                enterWall(connection, seen);
            }
            return connection;
        } catch (SQLException e) {
            throw SqlFault.of(this, e);
        }
    }

    /// The same for a question that may not wait where connections are limited.
    Connection connectBeyondLimit() throws SQLException {
        return kept == null ? source.getConnection() : kept.takeBeyondLimit();
    }

    /// From now on threads work on this many connections at once, and others wait: for whoever serves more people than
    /// the server takes.
    public void limitConnections(int most) {
        if (pools != null) {
            pools.limit(most);
        }
    }

    /// How many connections are in use now by this program; -1 where they are not counted.
    public int connectionsInUse() {
        return pools == null ? -1 : pools.inUse();
    }

    /// Has something done when the home's own server ends by itself: it comes back with the next opening only. Nothing
    /// for a server elsewhere, which others bring back.
    public void whenItEnds(Runnable what) {
        if (server != null) {
            server.whenItEnds(what);
        }
    }

    /// Leaves the stopping of the home's own server to [#close], also when the program is being ended. For whoever
    /// keeps the program from ending before that. Nothing for a server elsewhere.
    public void keepUntilClosed() {
        if (server != null) {
            server.keepUntilClosed();
        }
    }

    private static void enterWall(Connection connection, Seen seen) throws SQLException {
        try {
            CustomerWall.enter(connection, seen.accounts(), seen.held());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connectAnew() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(KeptConnections.SETTINGS);
        }
        return connection;
    }

    /// Whose own database this is; empty for a server elsewhere.
    Optional<Home> home() {
        return Optional.ofNullable(server).map(EmbeddedServer::home);
    }

    /// How another program of ours gets here. It holds user and password: to be handed over, never to be shown.
    public String url() {
        return address.url();
    }

    /// Host, port and name, never user or password.
    @Override
    public String toString() {
        return address.toString();
    }

    private void dropIdle() {
        if (pools != null) {
            pools.dropIdle();
        }
    }

    @Override
    public void close() {
        if (seen != null || isAsking || within != null) {
            throw new IllegalStateException("only the whole of a database is closed");
        }
        if (pools != null) {
            pools.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
