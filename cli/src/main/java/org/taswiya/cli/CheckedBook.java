package org.taswiya.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.taswiya.intake.tariff.ExampleCheck;
import org.taswiya.intake.tariff.ParsedBook;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.tariff.WorkedExample;
import org.taswiya.intake.yaml.Finding;

/// A price book that was read and whose worked examples were run.
///
/// @param findings the faults of the file, or the expected figures that core does not meet
/// @param examplesPassed how many of its examples are met in every figure
record CheckedBook(ParsedBook parsed, List<Finding> findings, int examplesPassed) {

    static CheckedBook check(Path file) {
        return switch (TariffBookParser.parse(file)) {
            case RefusedBook refused -> new CheckedBook(refused, refused.findings(), 0);
            case TariffBook book -> run(book);
        };
    }

    private static CheckedBook run(TariffBook book) {
        List<Finding> failures = new ArrayList<>();
        int passed = 0;
        for (WorkedExample example : book.examples()) {
            List<Finding> ofExample = ExampleCheck.failures(book, example);
            passed += ofExample.isEmpty() ? 1 : 0;
            failures.addAll(ofExample);
        }
        return new CheckedBook(book, failures, passed);
    }

    /// The book; empty when its file gives none.
    Optional<TariffBook> book() {
        return parsed instanceof TariffBook book ? Optional.of(book) : Optional.empty();
    }

    boolean isGood() {
        return findings.isEmpty();
    }
}
