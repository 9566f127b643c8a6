package org.taswiya.deliver.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.tariff.ChargeLine;

/// One bill with everything that it rests on: what a person needs to read it and a program to recompute it.
///
/// @param number null for a draft
/// @param account the input of the whole account, of which the document keeps what matters to this bill
/// @param agreement the input of the bill's own agreement
/// @param addressee null when nobody is named
/// @param placeholders the prices behind the bill that are reasoned rather than sourced
public record BillDocument(
        @Nullable BillNumber number,
        DraftBill bill,
        AccountInput account,
        AgreementInput agreement,
        @Nullable Addressee addressee,
        List<PlaceholderPrice> placeholders) {

    /// The format written here. A reader refuses a later one rather than guess.
    public static final String FORMAT = "taswiya-bill/2";

    /// Written where an exchange says how the meter taken away counted: who reads the other format alone would count by
    /// the last meter.
    public static final String FORMAT_OF_OTHER_REGISTERS = "taswiya-bill/3";

    /// Written where the tariff asks for more than the usage: who reads the other formats alone would price the usage
    /// without it.
    public static final String FORMAT_OF_MORE_THAN_USAGE = "taswiya-bill/4";

    /// Written where lamps stand in place of a meter: who reads the other formats alone would find no readings.
    public static final String FORMAT_OF_LAMPS = "taswiya-bill/5";

    public BillDocument {
        placeholders = List.copyOf(placeholders);
    }

    /// The document of an issued bill.
    ///
    /// @param account what [org.taswiya.core.billing.AccountBilling] made the bill from
    /// @param placeholderOf why the price of a line is a placeholder; empty when it has a source
    public static BillDocument of(
            IssuedBill issued,
            AccountInput account,
            @Nullable Addressee addressee,
            Function<ChargeLine, Optional<String>> placeholderOf) {
        return of(issued.number(), issued.bill(), account, addressee, placeholderOf);
    }

    /// The document of a bill that has no number yet.
    public static BillDocument ofDraft(
            DraftBill bill,
            AccountInput account,
            @Nullable Addressee addressee,
            Function<ChargeLine, Optional<String>> placeholderOf) {
        return of(null, bill, account, addressee, placeholderOf);
    }

    private static BillDocument of(
            @Nullable BillNumber number,
            DraftBill bill,
            AccountInput account,
            @Nullable Addressee addressee,
            Function<ChargeLine, Optional<String>> placeholderOf) {
        AgreementInput agreement = account.agreements().stream()
                .filter(input -> input.agreement().equals(bill.agreement()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Bill of agreement " + bill.agreement() + " was not made from this input"));
        return new BillDocument(
                number, bill, account, agreement, addressee, PlaceholderPrice.of(bill, agreement, placeholderOf));
    }

    /// The oldest format that says all of it, so that who knows no later one reads nearly all bills.
    String format() {
        if (agreement.askedFor().unmetered() != null) {
            return FORMAT_OF_LAMPS;
        }
        if (!agreement.askedFor().equals(AskedFor.NOTHING)) {
            return FORMAT_OF_MORE_THAN_USAGE;
        }
        boolean isOfOneRegister = agreement.exchanges().stream()
                .allMatch(exchange -> exchange.otherRegister().isEmpty());
        return isOfOneRegister ? FORMAT : FORMAT_OF_OTHER_REGISTERS;
    }

    /// The name of its file: the bill's number, or for a draft that of its agreement.
    public String fileName() {
        return (number == null ? "draft-" + bill.agreement() : number.toString()) + ".json";
    }

    /// The document's bytes: the same for the same bill, wherever and whenever they are written.
    public byte[] bytes() {
        return DocumentSeal.seal(BillDocumentWriter.json(this));
    }
}
