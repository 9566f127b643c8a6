package org.taswiya.acceptance.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Java sources of the project, as text.
final class Sources {
    /// What a word search must not see: comments, text blocks, strings, characters.
    private static final Pattern NOT_CODE = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    private Sources() {}

    /// The folder that holds the launcher, looked for from the working directory upwards.
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("taswiya")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("No folder with pom.xml and taswiya at or above " + here);
    }

    /// The modules that exist: folders of the root with a pom.
    static List<String> modules() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Path> of(String module, String kind) {
        return below(root().resolve(module).resolve("src").resolve(kind).resolve("java"));
    }

    /// All of them: every module's, with tests, and those of the build.
    static List<Path> all() {
        Stream<Path> modules = modules().stream()
                .flatMap(module -> Stream.of("main", "test").flatMap(kind -> of(module, kind).stream()));
        return Stream.concat(modules, below(root().resolve("build")).stream()).toList();
    }

    /// Those that declare types: neither pages nor module declarations.
    static List<Path> types(String module) {
        return of(module, "main").stream()
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The code alone; line breaks stay, so that line numbers do.
    static String code(String text) {
        return NOT_CODE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("[^\\n]+", " ")));
    }

    static String name(Path file) {
        return root().relativize(file).toString();
    }

    private static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
