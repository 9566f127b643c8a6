package org.taswiya.spark.billing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.billing.IssuedBill;
import org.taswiya.core.ledger.JournalEntry;
import org.taswiya.core.ledger.Posting;
import org.taswiya.deliver.document.BillDocument;

/// One number for all bills of a run: two runs have the same when every bill has the same number, inputs, segments,
/// lines, amounts and postings. Both engines compute it here.
public final class BillsDigest {
    private final MessageDigest all = sha256();

    /// Nothing so far.
    public BillsDigest() {}

    /// The digest of one bill, without its number: of its whole document, inputs and proof with it, and its postings.
    static String of(DraftBill bill, AccountInput account, List<Posting> postings) {
        MessageDigest one = sha256();
        one.update(
                BillDocument.ofDraft(bill, account, null, _ -> Optional.empty()).bytes());
        for (Posting posting : postings) {
            one.update(text(posting.account() + " " + posting.amount() + "\n"));
        }
        return HexFormat.of().formatHex(one.digest());
    }

    /// Adds a bill of the one-machine engine, in the order of the numbers.
    public void add(IssuedBill issued, AccountInput account) {
        List<Posting> postings = issued.entry().map(JournalEntry::postings).orElse(List.of());
        add(issued.number().toString(), issued.bill().agreement(), of(issued.bill(), account, postings));
    }

    /// Adds a bill by its own digest, in the order of the numbers.
    void add(String number, String agreement, String digest) {
        all.update(text(number + " " + agreement + " " + digest + "\n"));
    }

    /// SHA-256 in hexadecimal, of all bills that were added; the end of it.
    public String value() {
        return HexFormat.of().formatHex(all.digest());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
