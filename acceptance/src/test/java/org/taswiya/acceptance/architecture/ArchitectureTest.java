package org.taswiya.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The house rules on who may see whom.
///
/// - Modules: `core <- intake, store, deliver`; `core, intake, store, deliver <- run <- server, spark`; `cli` sees all
///   but `spark` and `web`, programs of their own, which nobody sees. What is not stated is not allowed. A module's
///   packages begin with `org.taswiya.<module>`.
/// - Rooms of the core, each using only those before it: `quantity, calendar, ledger, tariff, customer, utility,
///   metering, estimation, validation, billing, receivables, adjustment, collector, bank, arrangement, budget, dunning,
///   interest, care`.
///   `metering` and `tariff` never see each other; `billing` joins them, and never sees `receivables`.
/// - Rooms of any other module use each other in one direction: no two by turns, nor in a round.
/// - The core reads no clock, does no I/O, starts no thread, asks no chance, and has no floating point; it uses a named
///   part of `java.base`, itself, and the null marks of JSpecify.
/// - No class is named `Impl`, `Manager`, `Helper` or `Util`; no package `util`, `impl` or `common`.
final class ArchitectureTest {
    private static final String ROOT = "org.taswiya";
    private static final String CORE = ROOT + ".core";
    private static final Pattern FLOATING_WORD = Pattern.compile("\\b(double|float|Double|Float)\\b");
    private static final Pattern THREAD_WORD = Pattern.compile("\\b(synchronized|volatile|native)\\b");

    private static final List<JavaClass> PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT).stream()
                    .filter(type -> !type.getSimpleName().equals("package-info"))
                    .filter(type -> !ClassRules.childOf(ROOT, type).equals("acceptance"))
                    .toList();

    @Test
    void everyModuleThatHasSourcesIsExamined() {
        assertThat(PRODUCT).isNotEmpty();
        for (String module : Sources.modules()) {
            if (!Sources.types(module).isEmpty()) {
                assertThat(PRODUCT)
                        .as("classes of %s (does acceptance/pom.xml depend on it?)", module)
                        .anyMatch(type -> ClassRules.childOf(ROOT, type).equals(module));
            }
        }
    }

    @Test
    void everyModuleHasItsPlaceInTheDirection() {
        assertThat(PRODUCT).map(type -> ClassRules.childOf(ROOT, type)).isSubsetOf(ClassRules.MODULES.keySet());
    }

    @Test
    void modulesSeeOnlyThoseBelowThem() {
        assertThat(PRODUCT).isNotEmpty();
        assertThat(ClassRules.moduleDirection(PRODUCT, ROOT)).isEmpty();
    }

    @Test
    void packagesOfAModuleCarryItsName() {
        for (String module : Sources.modules()) {
            String home = module + "/src/main/java/";
            assertThat(Sources.of(module, "main"))
                    .map(Sources::name)
                    .filteredOn(name -> !name.equals(home + "module-info.java"))
                    .allSatisfy(name -> assertThat(name).startsWith(home + "org/taswiya/" + module + "/"));
        }
    }

    @Test
    void roomsOfTheCoreSeeOnlyThoseBeforeThem() {
        assertThat(ClassRules.roomOrder(coreClasses(), CORE)).isEmpty();
    }

    @Test
    void roomsOfAModuleDoNotUseEachOtherByTurns() {
        for (String module : Sources.modules()) {
            assertThat(ClassRules.rounds(of(module), ROOT + "." + module))
                    .as(module)
                    .isEmpty();
        }
    }

    @Test
    void theCoreIsPure() {
        assertThat(ClassRules.purity(coreClasses(), CORE)).isEmpty();
        assertThat(coreLinesWith(THREAD_WORD)).isEmpty();
    }

    @Test
    void theCoreHasNoFloatingPoint() {
        assertThat(ClassRules.floatingPoint(coreClasses())).isEmpty();
        assertThat(coreLinesWith(FLOATING_WORD)).isEmpty();
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(PRODUCT).isNotEmpty();
        assertThat(ClassRules.names(PRODUCT)).isEmpty();
    }

    private static List<JavaClass> coreClasses() {
        assumeFalse(Sources.types("core").isEmpty(), "core has no class yet");
        List<JavaClass> core = of("core");
        assertThat(core).isNotEmpty();
        return core;
    }

    private static List<JavaClass> of(String module) {
        return PRODUCT.stream()
                .filter(type -> ClassRules.childOf(ROOT, type).equals(module))
                .toList();
    }

    private static List<String> coreLinesWith(Pattern word) {
        return Sources.types("core").stream()
                .filter(file -> word.matcher(Sources.code(Sources.text(file))).find())
                .map(Sources::name)
                .toList();
    }
}
