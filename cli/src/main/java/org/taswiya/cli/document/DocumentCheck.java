package org.taswiya.cli.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.taswiya.cli.document.CheckedDocument.Difference;
import org.taswiya.cli.document.CheckedDocument.Fault;
import org.taswiya.cli.document.CheckedDocument.Recomputed;
import org.taswiya.cli.document.CheckedDocument.Unreadable;
import org.taswiya.core.billing.AccountBilling;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AccountOutcome.AgreementOutcome;
import org.taswiya.core.billing.AccountOutcome.Billed;
import org.taswiya.core.billing.AccountOutcome.HeldAgreement;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.metering.Hold;
import org.taswiya.core.tariff.ChargeLine;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.document.DocumentSeal;
import org.taswiya.deliver.document.PlaceholderPrice;
import org.taswiya.intake.document.StatedBill;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import org.taswiya.intake.tariff.ParsedBook;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.tariff.TariffPlaceholder;

/// Makes the bill of a document again from the inputs in it and the price books, and compares everything.
///
/// Left out of the comparison is what no inputs give: who the bill is sent to, the wording of the estimate, and which
/// engine made it; the digest covers them. A price that was a placeholder then and is confirmed now is no difference;
/// one that is a placeholder and not called so is.
public final class DocumentCheck {

    private static final Set<String> NOT_RECOMPUTED = Set.of("engine", "estimate.sentence", "placeholders", "digest");

    private static final String OTHER_TARIFF =
            "the price book has other prices, blocks or taxes for these days than the bill was made with; where it was"
                    + " made by a published one, name what tariff show writes with --books";

    private final Function<String, Optional<ParsedBook>> library;
    private final List<TariffBook> others;

    /// @param library a price book by the tariff's id
    public DocumentCheck(Function<String, Optional<ParsedBook>> library) {
        this(library, List.of());
    }

    /// @param others further books, several of one id among them: that counts which charges what the document says
    DocumentCheck(Function<String, Optional<ParsedBook>> library, List<TariffBook> others) {
        this.library = library;
        this.others = List.copyOf(others);
    }

    public CheckedDocument check(Path file) {
        try {
            return check(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            return new Unreadable(
                    file.toString(), List.of(new Fault("cannot-be-read", "the file cannot be read: " + e)));
        }
    }

    public CheckedDocument check(String file, byte[] bytes) {
        List<Fault> faults = new ArrayList<>();
        try {
            StatedBill stated = StatedBill.read(bytes);
            checkSeal(bytes, faults);
            faults.addAll(StatedSums.faults(stated));
            Compared compared = compared(stated);
            BillDocument recomputed = compared.recomputed();
            List<Difference> differences = compared.differences();
            if (compared.isOtherTariff()) {
                faults.add(new Fault("tariff-differs", OTHER_TARIFF));
            }
            if (faults.isEmpty() && differences.isEmpty() && !isAsWritten(bytes, stated, recomputed)) {
                faults.add(new Fault(
                        "laid-out-anew",
                        "nothing in it differs, but these are not the bytes that Taswiya"
                                + " writes: it was laid out anew"));
            }
            return new Recomputed(file, recomputed, faults, differences);
        } catch (Refusal refusal) {
            faults.add(fault(refusal));
            return new Unreadable(file, faults);
        }
    }

    private static Fault fault(Refusal refusal) {
        boolean cutOff = refusal.reason() == RefusalReason.BAD_JSON
                && refusal.explanation().contains("end-of-input");
        String message = cutOff ? "the document is cut off: " + refusal.explanation() : refusal.explanation();
        return new Fault(refusal.reason().code(), message);
    }

    private static void checkSeal(byte[] bytes, List<Fault> faults) {
        if (DocumentSeal.stated(bytes).isEmpty()) {
            faults.add(new Fault(
                    "no-digest",
                    "its last field is no digest on a line of its own: it was cut, laid out anew, or never sealed"));
        } else if (!DocumentSeal.isIntact(bytes)) {
            faults.add(new Fault(
                    "digest-differs", "the digest does not fit the file: it was changed after it was written"));
        }
    }

    /// @param isOtherTariff whether the book charges something else than that with which the bill was made
    private record Compared(BillDocument recomputed, List<Difference> differences, boolean isOtherTariff) {}

    /// By the book that charges what the document says; by that of the library where none does.
    private Compared compared(StatedBill stated) {
        return others.stream()
                .filter(other -> other.tariff().id().equals(stated.tariff()))
                .flatMap(other -> charging(stated, other).stream())
                .findFirst()
                .orElseGet(() -> compared(stated, book(stated)));
    }

    /// Empty where the book charges something else; by its prices there may be no bill at all.
    private static Optional<Compared> charging(StatedBill stated, TariffBook book) {
        try {
            return Optional.of(compared(stated, book)).filter(compared -> !compared.isOtherTariff());
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private static Compared compared(StatedBill stated, TariffBook book) {
        BillDocument recomputed = recomputed(stated, book);
        List<Difference> differences = differences(stated, recomputed);
        boolean isOther = differences.stream()
                .anyMatch(difference -> difference.path().matches("tariff\\.versions\\[[0-9]+]\\.digest"));
        return new Compared(recomputed, differences, isOther);
    }

    private static BillDocument recomputed(StatedBill stated, TariffBook book) {
        AccountInput input = stated.input(book.tariff());
        DraftBill bill = bill(input);
        Function<ChargeLine, Optional<String>> placeholderOf =
                line -> book.placeholderOf(line).map(TariffPlaceholder::why);
        Addressee addressee = stated.addressee().orElse(null);
        Optional<BillNumber> number = stated.number();
        return number.isPresent()
                ? BillDocument.of(bill.issue(number.get()), input, addressee, placeholderOf)
                : BillDocument.ofDraft(bill, input, addressee, placeholderOf);
    }

    private TariffBook book(StatedBill stated) {
        String id = stated.tariff();
        return switch (library.apply(id).orElse(null)) {
            case null ->
                throw new Refusal(
                        RefusalReason.UNKNOWN_TARIFF,
                        "there is no price book " + id + " to recompute it with; name the folder of the utilities with"
                                + " --utilities FOLDER, or the book with --books FILE");
            case RefusedBook refused ->
                throw new Refusal(
                        RefusalReason.UNKNOWN_TARIFF,
                        "the price book " + id + " has faults, first "
                                + refused.findings().getFirst());
            case TariffBook book -> book;
        };
    }

    private static DraftBill bill(AccountInput input) {
        AgreementOutcome outcome;
        try {
            outcome = AccountBilling.bill(input).agreements().getFirst();
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw new Refusal(RefusalReason.NOT_BILLABLE, "no bill can be made from its inputs: " + e.getMessage());
        }
        return switch (outcome) {
            case Billed billed -> billed.bill();
            case HeldAgreement held -> {
                Hold hold = held.holds().getFirst();
                throw new Refusal(
                        RefusalReason.NOT_BILLABLE,
                        "its inputs give no bill but are held: " + hold.reason().code() + ", " + hold.found());
            }
        };
    }

    private static List<Difference> differences(StatedBill stated, BillDocument recomputed) {
        JsonObject again = new JsonReader().readObject(recomputed.bytes());
        List<Difference> differences =
                new ArrayList<>(JsonDifferences.between(stated.content(), again, NOT_RECOMPUTED));
        addMissingPlaceholders(stated, recomputed, differences);
        return differences;
    }

    private static void addMissingPlaceholders(
            StatedBill stated, BillDocument recomputed, List<Difference> differences) {
        Set<String> told = stated.fields().optionalObjects("placeholders").stream()
                .map(field -> name(
                        field.text("component"),
                        field.optionalWholeNumber("block", 0, Integer.MAX_VALUE).orElse(0),
                        field.decimal("price").toString()))
                .collect(Collectors.toSet());
        for (PlaceholderPrice price : recomputed.placeholders()) {
            String name = name(price.component(), price.block(), price.price().toString());
            if (!told.contains(name)) {
                differences.add(new Difference("placeholders", "a sure price", name + " is a placeholder"));
            }
        }
    }

    private static String name(String component, int block, String price) {
        return component + (block == 0 ? " at " : ", block " + block + " at ") + price;
    }

    /// Where even what is not recomputed is the same, the bytes have to be.
    private static boolean isAsWritten(byte[] bytes, StatedBill stated, BillDocument recomputed) {
        byte[] again = recomputed.bytes();
        return Arrays.equals(bytes, again)
                || !JsonDifferences.between(stated.content(), new JsonReader().readObject(again), Set.of("digest"))
                        .isEmpty();
    }
}
