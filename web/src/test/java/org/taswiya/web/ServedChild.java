package org.taswiya.web;

import java.nio.file.Path;

/// Serves a town in a process of its own, to be killed.
final class ServedChild {
    private ServedChild() {}

    /// @param args its home
    public static void main(String[] args) throws InterruptedException {
        PageTown town = PageTown.open(Path.of(args[0]));
        System.out.println("serving " + town.port());
        Thread.sleep(600_000); // until it is killed
    }
}
