package org.taswiya.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.taswiya.core.customer.Language;
import org.taswiya.web.chromium.Chromium;
import org.taswiya.web.chromium.Tab;
import org.taswiya.web.chromium.Wire;

/// A town, a real browser that looks at its pages, and the network between the two: once for all tests of a class.
///
/// @param site where the pages are, by the wire
record BrowsedTown(PageTown town, Chromium chromium, Wire wire, String site) implements AutoCloseable {
    /// Skips the tests where there is no browser.
    static BrowsedTown served(Path folder) {
        return served(folder, program());
    }

    /// The same, with [Chromium#whole].
    static BrowsedTown servedToAWholeBrowser(Path folder) {
        return served(folder, wholeProgram());
    }

    private static BrowsedTown served(Path folder, Path program) {
        PageTown town = PageTown.play(folder.resolve("home"));
        Wire wire = new Wire(town.port());
        Chromium chromium = Chromium.start(program, folder.resolve("profile"));
        return new BrowsedTown(town, chromium, wire, "http://127.0.0.1:" + wire.port());
    }

    /// Skips English where not every test runs: Arabic goes from right to left, and French has the longest words.
    static void assumeUsual(Language language) {
        assumeTrue(
                language != Language.EN || Boolean.getBoolean("taswiya.long"),
                "the long form runs with -Dtaswiya.long=true: the same screens in English");
    }

    static Path program() {
        return orSkip(Chromium.installed());
    }

    static Path wholeProgram() {
        return orSkip(Chromium.whole());
    }

    private static Path orSkip(Optional<Path> found) {
        assumeTrue(found.isPresent(), "no Chromium on this machine: apt-get install chromium");
        return found.get();
    }

    Tab tab() {
        return chromium.tab();
    }

    void go(Tab tab, String path) {
        tab.go(site + path);
    }

    /// A customer, by the code that is sent.
    void signIn(Tab tab, String account) {
        if (!tab.path().equals("/login")) {
            go(tab, "/login");
        }
        tab.type("#account", account);
        int before = town.codesSent();
        tab.follow("main button");
        town.awaitCode(before);
        tab.type("#code", town.code(account));
        tab.follow("main button");
        assertThat(tab.path()).isEqualTo("/home");
    }

    /// Somebody of the staff, on the page of their sign-in, an hour later.
    static void enter(Tab tab, StaffBrowser staff) {
        StaffBrowser now = staff.later();
        tab.type("#name", now.name());
        tab.type("#password", now.password());
        tab.type("#code", now.code());
        tab.follow("main button");
    }

    static void tick(Tab tab, String selector) {
        assertThat(tab.is("(document.querySelector(\"" + selector + "\").checked = true)"))
                .isTrue();
    }

    @Override
    public void close() {
        chromium.close();
        wire.close();
        town.close();
    }
}
