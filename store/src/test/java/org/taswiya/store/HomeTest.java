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
        assertThatThrownBy(() -> home.clear("demo")).hasMessageContaining("was made by test");
    }

    @Test
    void onlyItsOwnerMayLookIntoAHome() throws IOException {
        Home home = Home.at(folder.resolve("below/home")).create("test");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void anUnfinishedHomeIsReplacedByItsMaker() {
        Home home = Home.at(folder.resolve("home")).begin("demo");
        home.clear("demo");
        assertThat(home.exists()).isFalse();
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
        home.clear("bench");
        assertThat(home.create("bench").madeBy()).contains("bench");
    }
}
