package org.taswiya.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What every source file looks like.
///
/// - Every package has a page: a `package-info.java` that is `@NullMarked` and says in at least five lines what the
///   package is for, its words, what always holds, and what it does not do.
/// - A line has at most 120 columns; the formatter sees to it, except in `///` comments, which it must not touch.
/// - A file has at most 400 lines; past that, ask which second thing it holds.
/// - Nothing is left for later in the sources: what is to be done is an issue.
final class SourceFormTest {
    private static final int PAGE_LINES = 5;
    private static final int FILE_LINES = 400;
    private static final int COLUMNS = 120;
    private static final Pattern LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern PAGE_LINE = Pattern.compile("^(///|\\s*\\*)\\s*[^\\s*/].*", Pattern.MULTILINE);
    private static final Pattern NULL_MARKED = Pattern.compile("^@NullMarked$", Pattern.MULTILINE);

    @Test
    void everyPackageHasAPage() {
        TreeSet<Path> packages = new TreeSet<>();
        for (String module : Sources.modules()) {
            Sources.of(module, "main").stream()
                    .filter(file -> !file.endsWith("module-info.java"))
                    .forEach(file -> packages.add(file.resolveSibling("package-info.java")));
        }
        assertThat(packages).isNotEmpty().allSatisfy(page -> {
            assertThat(Files.exists(page)).as("exists").isTrue();
            assertThat(faultsOfPage(Sources.text(page))).isEmpty();
        });
    }

    @Test
    void aPageIsFiveLinesOfDocumentationAndNullMarked() {
        String page = "/// A.\n///\n/// B.\n/// C.\n/// D.\n/// E.\n@NullMarked\npackage org.taswiya.x;\n";
        assertThat(faultsOfPage(page)).isEmpty();
        assertThat(faultsOfPage(page.replace("@NullMarked", "// @NullMarked"))).hasSize(1);
        assertThat(faultsOfPage(page.replace("/// C.\n", ""))).hasSize(1);
    }

    @Test
    void filesFitTheEye() {
        List<Path> files = Sources.all();
        assertThat(files).isNotEmpty();
        assertThat(files)
                .filteredOn(file -> Sources.text(file).lines().count() > FILE_LINES)
                .map(Sources::name)
                .isEmpty();
    }

    @Test
    void linesFitTheWindow() {
        List<Path> files = Sources.all();
        assertThat(files).isNotEmpty();
        assertThat(files)
                .filteredOn(file -> Sources.text(file).lines().anyMatch(line -> line.length() > COLUMNS))
                .map(Sources::name)
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        List<Path> files = Sources.all();
        assertThat(files).isNotEmpty();
        assertThat(files)
                .filteredOn(file -> LATER.matcher(Sources.text(file)).find())
                .map(Sources::name)
                .isEmpty();
    }

    private static List<String> faultsOfPage(String page) {
        boolean longEnough = PAGE_LINE.matcher(page).results().count() >= PAGE_LINES;
        boolean marked = NULL_MARKED.matcher(page).find();
        return java.util.stream.Stream.of(
                        longEnough ? "" : "fewer than " + PAGE_LINES + " lines of page",
                        marked ? "" : "not @NullMarked")
                .filter(fault -> !fault.isEmpty())
                .toList();
    }
}
