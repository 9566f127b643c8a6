package org.taswiya.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Shows on small bad samples that each rule bites: a rule that never fails proves nothing.
final class ArchitectureRulesTest {
    private static final String SAMPLES = ArchitectureRulesTest.class.getPackageName() + ".samples";
    private static final List<JavaClass> CLASSES =
            new ClassFileImporter().importPackages(SAMPLES).stream().toList();

    @Test
    void meteringMayNotSeeTariffNorBillingSeeReceivables() {
        assertThat(ClassRules.roomOrder(CLASSES, SAMPLES))
                .anyMatch(use -> use.contains("SampleReading") && use.contains("SampleTariff"))
                .anyMatch(use -> use.contains("SampleBillManager") && use.contains("SamplePayment"));
    }

    @Test
    void aClassOfTheCoreOutsideAllRoomsIsFound() {
        assertThat(ClassRules.roomOrder(CLASSES, "org.taswiya.acceptance.architecture"))
                .anyMatch(fault -> fault.contains("is in no room"));
    }

    @Test
    void aModuleMayUseOnlyWhatIsStated() {
        // Seen as modules, the samples use each other without any leave.
        assertThat(ClassRules.moduleDirection(CLASSES, SAMPLES))
                .anyMatch(use -> use.contains("SampleReading") && use.contains("SampleTariff"));
    }

    @Test
    void roomsThatUseEachOtherByTurnsAreFound() {
        assertThat(ClassRules.rounds(CLASSES, SAMPLES))
                .anyMatch(round -> round.contains(".tariff uses"))
                .anyMatch(round -> round.contains(".metering uses"))
                .noneMatch(round -> round.contains(".billing uses"));
    }

    @Test
    void clockFilesThreadsAndParallelStreamsAreFound() {
        assertThat(ClassRules.purity(CLASSES, SAMPLES))
                .anyMatch(use -> use.contains("LocalDate.now"))
                .anyMatch(use -> use.contains("System.currentTimeMillis"))
                .anyMatch(use -> use.contains("java.io.File"))
                .anyMatch(use -> use.contains("AtomicLong"))
                .anyMatch(use -> use.contains("java.lang.Thread"))
                .anyMatch(use -> use.contains("parallelStream"))
                .noneMatch(use -> use.contains("SamplePayment.<init>"));
    }

    @Test
    void floatingPointIsFoundInFieldsSignaturesAndCalls() {
        assertThat(ClassRules.floatingPoint(CLASSES))
                .anyMatch(use -> use.contains("SampleBillManager.parts"))
                .anyMatch(use -> use.contains("BigDecimal.doubleValue()"))
                .anyMatch(use -> use.contains("Math.round(double)"))
                .anyMatch(use -> use.contains("SampleBillManager.take("))
                .noneMatch(use -> use.contains("SamplePayment.<init>"));
    }

    @Test
    void emptyNamesAreFound() {
        assertThat(ClassRules.names(CLASSES)).containsExactly(SAMPLES + ".billing.SampleBillManager");
    }

    @Test
    void wordsAreSoughtInCodeOnly() {
        String text =
                "/// a double entry\n/* float */ long a; // double\nString s = \"a \\\" double\"; char c = '\"';\n"
                        + "String t = \"\"\"\n float \"x\" \"\"\"; int b;";
        assertThat(Sources.code(text)).doesNotContain("double", "float").contains("long a;", "int b;");
        assertThat(Sources.code("double x;")).contains("double");
    }
}
