package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.taswiya.store.staff.StaffRole;
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Tab;
import org.taswiya.web.chromium.Wire;

/// A town whose readers walk with telephones, and the network between them.
final class ReadersTown implements AutoCloseable {
    private static final int METERS = 4;

    private final Path folder;
    private final Path program;
    private final PageTown pages;
    private final Wire wire;
    private final Wire elsewhere;
    private final List<Chromium> telephones = new ArrayList<>();
    private int hired;
    private int walked;
    private int tests;

    private ReadersTown(Path folder, Path program) {
        this.folder = folder;
        this.program = program;
        pages = PageTown.play(folder.resolve("home"));
        wire = new Wire(pages.port());
        elsewhere = new Wire(pages.port());
    }

    static ReadersTown served(Path folder) {
        return new ReadersTown(folder, BrowsedTown.program());
    }

    PageTown pages() {
        return pages;
    }

    Wire wire() {
        return wire;
    }

    /// One that no test before has had.
    Tab newTelephone(String name) {
        tests++;
        return telephone(name);
    }

    /// @param name of the telephone; the same one again knows what it knew
    Tab telephone(String name) {
        return start(program, name);
    }

    /// One that works on for a page that was closed, and that no test before has had.
    Tab wholeTelephone() {
        return start(BrowsedTown.wholeProgram(), "whole");
    }

    private Tab start(Path browser, String name) {
        Chromium chromium = Chromium.start(browser, folder.resolve(name + tests));
        telephones.add(chromium);
        return anotherTab();
    }

    /// Of the telephone that was taken last.
    Tab anotherTab() {
        Tab opened = telephones.getLast().tab();
        opened.size(360, 740);
        return opened;
    }

    /// The battery of the telephone that was taken last dies.
    void kill() {
        telephones.getLast().kill();
        telephones.removeLast();
    }

    /// All of them.
    void off() {
        wire.mend();
        telephones.forEach(Chromium::close);
        telephones.clear();
    }

    StaffBrowser reader() {
        hired++;
        return pages.staff("reader" + hired, StaffRole.READER);
    }

    /// With meters that no other reader walks past: one that was read is passed over.
    ///
    /// @return its number
    long round(StaffBrowser reader) {
        List<String> points = WalkedTown.points(pages).subList(walked, walked + METERS);
        walked += METERS;
        return round(reader, points);
    }

    /// With meters that others may have read.
    void anyRound(StaffBrowser reader) {
        round(reader, WalkedTown.points(pages).subList(0, METERS));
    }

    private long round(StaffBrowser reader, List<String> points) {
        long round = WalkedTown.plan(pages, "MAARIF-" + reader.name(), points);
        WalkedTown.assign(pages, round, reader.name());
        return round;
    }

    void go(Tab on, String path) {
        go(wire, on, path);
    }

    private static void go(Wire by, Tab on, String path) {
        on.go("http://127.0.0.1:" + by.port() + path);
    }

    void signIn(Tab on, StaffBrowser reader) {
        signIn(wire, on, reader);
    }

    /// Where there is a network though [#wire()] is cut.
    void signInElsewhere(Tab on, StaffBrowser reader) {
        signIn(elsewhere, on, reader);
    }

    private static void signIn(Wire by, Tab on, StaffBrowser reader) {
        go(by, on, "/staff/login");
        BrowsedTown.enter(on, reader);
        assertThat(on.path()).isEqualTo("/staff/round/");
    }

    /// What came in of a round, in the order in which it was typed.
    String entries(long round) {
        return pages.texts("select coalesce(string_agg(coalesce(value::text, remark), ' ' order by said_at), '')"
                        + " from round_entry where round = " + round)
                .getFirst();
    }

    void awaitEntries(long round, int count) {
        for (int i = 0; i < 300; i++) {
            if (pages.texts("select count(*)::text from round_entry where round = " + round)
                    .getFirst()
                    .equals(Integer.toString(count))) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError(count + " entries never came, only " + entries(round));
    }

    @Override
    public void close() {
        wire.close();
        elsewhere.close();
        pages.close();
    }
}
