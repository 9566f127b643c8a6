package org.taswiya.acceptance.einvoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.taswiya.cli.document.CheckedDocument;
import org.taswiya.cli.document.DocumentCheck;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;
import org.taswiya.intake.tariff.TariffLibrary;

/// The golden bills, made again from their documents, and who sent them.
final class GoldenInvoices {
    private static final Path UTILITIES = Path.of("..", "utilities");
    private static final Path MADE_UP = Path.of("..", "cli", "src", "test", "resources", "utilities");
    private static final Path BILLS = Path.of("..", "cli", "src", "test", "resources", "bills");

    private GoldenInvoices() {}

    /// By the names of their folders.
    static SortedMap<String, BillDocument> bills() {
        TariffLibrary shipped = TariffLibrary.of(UTILITIES);
        TariffLibrary madeUp = TariffLibrary.of(MADE_UP);
        DocumentCheck check = new DocumentCheck(tariff -> (isMadeUp(tariff) ? madeUp : shipped).read(tariff));
        SortedMap<String, BillDocument> bills = new TreeMap<>();
        try (Stream<Path> folders = Files.list(BILLS)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (check.check(folder.resolve("bill.json")) instanceof CheckedDocument.Recomputed made) {
                    bills.put(String.valueOf(folder.getFileName()), made.recomputed());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bills;
    }

    private static boolean isMadeUp(String tariff) {
        return tariff.startsWith("valley/");
    }

    /// The profile of the utility whose tariff a bill has.
    static UtilityProfile sender(BillDocument bill) {
        String utility = bill.bill().tariff().split("/", -1)[0];
        Path utilities = isMadeUp(bill.bill().tariff()) ? MADE_UP : UTILITIES;
        try {
            return switch (UtilityProfileParser.parse(
                    utility, utilities.resolve(utility).resolve("utility.yaml"))) {
                case UtilityProfileReading.Read(var profile) -> profile;
                case UtilityProfileReading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
