package org.taswiya.cli.pricing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.taswiya.intake.tariff.ExampleCheck;
import org.taswiya.intake.tariff.ParsedBook;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffBookParser;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.intake.tariff.WorkedExample;
import org.taswiya.intake.yaml.Finding;

/// A price book that was read and whose worked examples were run.
///
/// @param findings the faults of the file, or the expected figures that core does not meet
/// @param examplesPassed how many of its examples are met in every figure
record CheckedBook(ParsedBook parsed, List<Finding> findings, int examplesPassed) {

    /// All of them, and whether two name the same id, or two of a utility another currency: the later one is at fault.
    static List<CheckedBook> checkAll(List<Path> files) {
        List<CheckedBook> all = new ArrayList<>();
        Map<String, TariffBook> first = new HashMap<>();
        Map<String, TariffBook> ofUtility = new HashMap<>();
        for (Path file : files) {
            CheckedBook checked = check(file);
            TariffBook book = checked.isMisplaced(file) ? null : checked.book().orElse(null);
            TariffBook other =
                    book == null ? null : first.putIfAbsent(book.tariff().id(), book);
            TariffBook beside = book == null || !isOfUtility(file) ? null : ofUtility.putIfAbsent(utility(book), book);
            if (book != null && other != null) {
                checked = checked.with(book.idFault("an id of its own: " + other.file() + " has this one"));
            }
            if (book != null && beside != null && !isOfOneCurrency(book, beside)) {
                checked = checked.with(book.currencyFault(beside));
            }
            all.add(checked);
        }
        return all;
    }

    /// Whether it lies where a home would bill by it.
    private static boolean isOfUtility(Path file) {
        return TariffLibrary.idOf(file).isPresent();
    }

    private static boolean isOfOneCurrency(TariffBook one, TariffBook other) {
        return one.tariff().currency().equals(other.tariff().currency());
    }

    private static String utility(TariffBook book) {
        String id = book.tariff().id();
        return id.substring(0, id.indexOf('/'));
    }

    private boolean isMisplaced(Path file) {
        return book().flatMap(book -> misplaced(book, file)).isPresent();
    }

    private static Optional<Finding> misplaced(TariffBook book, Path file) {
        return TariffLibrary.idOf(file).flatMap(id -> switch (book.under(id)) {
            case TariffBook _ -> Optional.<Finding>empty();
            case RefusedBook refused -> Optional.of(refused.findings().getFirst());
        });
    }

    private CheckedBook with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.addFirst(finding);
        return new CheckedBook(parsed, more, examplesPassed);
    }

    static CheckedBook check(Path file) {
        return switch (TariffBookParser.parse(file)) {
            case RefusedBook refused -> new CheckedBook(refused, refused.findings(), 0);
            case TariffBook book -> {
                CheckedBook run = run(book);
                yield misplaced(book, file).map(run::with).orElse(run);
            }
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
