package org.taswiya.intake.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.bank.BankEntry;
import org.taswiya.core.bank.BankTransaction;
import org.taswiya.core.quantity.Money;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.xml.XmlNode;

/// Reads one entry of a statement.
final class EntryReader {
    private static final int DIGEST_LENGTH = 32;

    private EntryReader() {}

    /// @return empty for one that is not booked yet, or is told for information only
    static Optional<BankEntry> read(XmlNode node, String currency) {
        Money amount = Fields.signed(node, currency);
        if (!isBooked(node)) {
            return Optional.empty();
        }
        LocalDate booked = booked(node);
        XmlNode value = node.find("ValDt");
        List<BankTransaction> parts = new EntryDetails(node, amount, currency).transactions();
        return Optional.of(new BankEntry(
                node.line(),
                reference(node, booked, amount, parts),
                booked,
                value == null ? booked : Fields.day(value),
                amount,
                Fields.isTrue(node.find("RvslInd")),
                parts));
    }

    /// Version 2 and 4 say it in a word, version 8 in a choice of words.
    private static boolean isBooked(XmlNode node) {
        String status = Fields.required(node, "Sts").text();
        String stated = status.isEmpty() ? node.text("Sts/Cd", "Sts/Prtry") : status;
        return switch (stated) {
            case "BOOK" -> true;
            case "PDNG", "INFO", "FUTR" -> false;
            default ->
                throw new BankRefused(
                        node.line(), BankFault.BAD_VALUE, "found the status " + Quoted.of(stated) + ", expected BOOK");
        };
    }

    private static LocalDate booked(XmlNode node) {
        XmlNode day = node.find("BookgDt") != null ? node.find("BookgDt") : node.find("ValDt");
        if (day == null) {
            throw BankRefused.missing(node, "BookgDt");
        }
        return Fields.day(day);
    }

    /// The bank's own name for the entry. What is only its number in the statement counts together with its day; where
    /// there is none at all, what it says is its name.
    private static String reference(XmlNode node, LocalDate booked, Money amount, List<BankTransaction> parts) {
        String own = node.text("AcctSvcrRef");
        if (own.isEmpty() && parts.size() == 1) {
            own = node.text("NtryDtls/TxDtls/Refs/AcctSvcrRef");
        }
        if (!own.isEmpty()) {
            return own;
        }
        String place = node.text("NtryRef");
        return (place.isEmpty() ? "~" + digest(booked + " " + amount + " " + parts) : place) + "@" + booked;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
