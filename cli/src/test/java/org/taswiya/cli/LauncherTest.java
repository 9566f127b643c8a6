package org.taswiya.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `taswiya` in a project that is built already, with a Java that only says what it was given.
final class LauncherTest {
    @TempDir
    private Path project;

    @BeforeEach
    void aBuiltProject() throws IOException {
        Files.copy(Path.of("..", "taswiya"), project.resolve("taswiya"));
        write("pom.xml", "");
        write(".mvn/none", "");
        write("cli/pom.xml", "");
        write("cli/src/main/none", "");
        write("build/rehearsal.txt", "");
        write("build/jdk.sh", "find_jdk() { jdk=$root/jdk; }\n");
        Path java = write("jdk/bin/java", "#!/bin/sh\nexec readlink /proc/self/fd/0\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        write("cli/target/dist/lib/none.jar", "");
        write("cli/target/dist/built", "");
    }

    @Test
    void aClosedStandardInputIsAnEmptyOne() throws Exception {
        assertThat(standardInputOf("bash taswiya rate <&-")).isEqualTo("/dev/null\n");
    }

    @Test
    void anOpenStandardInputReachesTheCommand() throws Exception {
        assertThat(standardInputOf("bash taswiya rate < pom.xml")).endsWith("/pom.xml\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String standardInputOf(String line) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", line)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
