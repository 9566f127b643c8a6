package org.taswiya.store;

import java.nio.file.Path;

/// A process of its own that opens a home and says what kept it from that.
final class OpenChild {
    private OpenChild() {}

    public static void main(String[] args) {
        try (Database database = Database.openEmbedded(Home.at(Path.of(args[0])), 0)) {
            System.out.println("opened " + database);
        } catch (DatabaseException e) {
            System.out.println(e.fault() + " " + e.getMessage());
        }
    }
}
