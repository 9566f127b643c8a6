package org.taswiya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void aHomeIsUnfinishedUntilItsMakerSaysOtherwise() {
        Home home = Home.at(folder.resolve("home")).begin("demo");
        assertThat(home.madeBy()).contains("demo");
        assertThat(home.isUnfinished()).isTrue();
        home.finish("demo");
        assertThat(home.madeBy()).contains("demo");
        assertThat(home.isUnfinished()).isFalse();
    }

    @Test
    void aHomeThatIsMadeAtOnceIsWhole() {
        Home home = Home.at(folder.resolve("home")).create("test");
        assertThat(home.madeBy()).contains("test");
        assertThat(home.isUnfinished()).isFalse();
        assertThatThrownBy(() -> home.begin("demo")).hasMessageContaining("was made by test");
    }

    @Test
    void onlyItsOwnerMayLookIntoAHome() throws IOException {
        Home home = Home.at(folder.resolve("below/home")).create("test");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void anUnfinishedHomeIsReplacedByItsMaker() throws IOException {
        Home home = Home.at(folder.resolve("home")).begin("demo");
        Path old = Files.writeString(home.documents().resolve("old.json"), "{}");
        assertThatThrownBy(() -> home.begin("bench")).hasMessageContaining("was made by demo");
        assertThat(old).exists();
        home.begin("demo");
        assertThat(old).doesNotExist();
        assertThat(home.isUnfinished()).isTrue();
    }

    @Test
    void aFolderWithFilesOfSomebodyElseIsNotReplaced() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        Path photo = Files.writeString(photos.resolve("cat.jpg"), "cat");
        assertThat(Home.at(photos).isFree()).isFalse();
        assertThat(Home.at(photo).isFree()).isFalse();
        assertThatThrownBy(() -> Home.at(photos).begin("demo")).hasMessageContaining("no home of Taswiya");
        assertThatThrownBy(() -> Home.at(photos).remove("demo")).hasMessageContaining("no home of Taswiya");
        assertThat(photo).exists();
    }

    /// What ends a maker in the middle of its work.
    private static final class Kill extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Dies before a step, counted from zero.
    private static Home dying(Path folder, int step) {
        int[] steps = new int[1];
        return Home.at(folder, () -> {
            if (steps[0]++ == step) {
                throw new Kill();
            }
        });
    }

    private interface Making {
        void of(Home home);
    }

    /// Kills it before its first step, its second one, and so on until it comes to its end; each time the next maker
    /// has to be able to begin.
    ///
    /// @return how many steps there were
    private int killAtEachStep(String name, boolean isThere, Making making) throws IOException {
        for (int step = 0; ; step++) {
            Path at = folder.resolve(name + step);
            if (isThere) {
                Home before = Home.at(at).create("demo");
                Files.createDirectories(at.resolve("postgresql/18/bin"));
                Files.createDirectories(before.database().resolve("base"));
                Files.writeString(before.database().resolve("base").resolve("1"), "rows");
                Files.writeString(before.documents().resolve("1.json"), "{}");
            }
            try {
                making.of(dying(at, step));
                return step;
            } catch (Kill _) {
                Home left = Home.at(at);
                assertThat(left.madeBy().orElse("").equals("demo") || left.isFree())
                        .as("killed before step %s", step)
                        .isTrue();
                Home next = left.begin("demo");
                assertThat(next.madeBy()).contains("demo");
                assertThat(next.isUnfinished()).isTrue();
                assertThat(next.database()).doesNotExist();
                assertThat(next.documents()).isEmptyDirectory();
                assertThat(next.logs()).isEmptyDirectory();
            }
        }
    }

    @Test
    void killedAtAnyStepAHomeIsReplacedByTheNextOfItsMaker() throws IOException {
        assertThat(killAtEachStep("fresh", false, home -> home.begin("demo"))).isEqualTo(5);
        assertThat(killAtEachStep("created", false, home -> home.create("demo")))
                .isEqualTo(5);
        assertThat(killAtEachStep("again", true, home -> home.begin("demo"))).isEqualTo(10);
        assertThat(killAtEachStep("finished", true, home -> home.begin("demo").finish("demo")))
                .isEqualTo(12);
        assertThat(killAtEachStep("removed", true, home -> home.remove("demo"))).isGreaterThan(10);
    }

    /// The server's programs were left once, and the next one to come found a folder that was nobody's.
    @Test
    void ofARemovedHomeNothingIsLeftAndTheNextMayBegin() throws IOException {
        Home home = Home.at(folder.resolve("home")).create("bench");
        Files.createDirectories(home.folder().resolve("postgresql/18/bin"));
        Files.writeString(home.folder().resolve("in-use"), "1");
        assertThatThrownBy(() -> home.remove("demo")).hasMessageContaining("was made by bench");
        home.remove("bench");
        assertThat(home.folder()).doesNotExist();
        home.remove("bench");
        assertThat(home.begin("bench").madeBy()).contains("bench");
    }
}
