package org.taswiya.deliver.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.PayLink;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// A code to scan (QR code, ISO/IEC 18004): where the bill is paid online, or its reference where it is not.
final class PayCode {
    private static final double SIDE_MOST = 50;

    /// Larger squares only take room: a telephone reads them from a hand's breadth.
    private static final double SQUARE_MOST = 1.8;

    /// So many squares around it stay white.
    private static final int QUIET = 4;

    private final String content;
    private final boolean isLink;
    private final List<BitSet> rows;
    private final double square;

    private PayCode(String content, boolean isLink) {
        this.content = content;
        this.isLink = isLink;
        this.rows = rows(content);
        this.square = Math.min(SQUARE_MOST, Math.floor(100 * SIDE_MOST / rows.size()) / 100);
    }

    /// The code of a bill; null where nothing is to be paid, or the bill has no number to pay it by.
    static @Nullable PayCode of(BillToPrint bill, UtilityProfile utility) {
        BillNumber number = bill.document().number();
        Money total = bill.document().bill().total();
        if (number == null || bill.isCancelled() || total.signum() <= 0) {
            return null;
        }
        PayLink link = utility.payLink();
        return link == null
                ? new PayCode(number.toString(), false)
                : new PayCode(link.of(number.toString(), total.toString()), true);
    }

    /// All of it is in ASCII, of which the symbol holds some hundred characters at this size.
    private static List<BitSet> rows(String content) {
        try {
            ByteMatrix squares = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
            List<BitSet> rows = new ArrayList<>(squares.getHeight());
            for (int y = 0; y < squares.getHeight(); y++) {
                BitSet row = new BitSet(squares.getWidth());
                for (int x = 0; x < squares.getWidth(); x++) {
                    row.set(x, squares.get(x, y) == 1);
                }
                rows.add(row);
            }
            return rows;
        } catch (WriterException e) {
            throw new IllegalStateException("no code for '" + content + "'", e);
        }
    }

    /// How wide and high it is, without the white around it.
    double side() {
        return square * rows.size();
    }

    /// How wide the white around it is.
    double quiet() {
        return square * QUIET;
    }

    /// What it is for.
    String sentence(Language language) {
        return Texts.of(language).text(isLink ? "print.code.link" : "print.code.reference");
    }

    /// @param left its left edge, from that of the sheet
    /// @param top its upper edge, from that of the sheet
    void draw(Paper paper, double left, double top) {
        Language main = paper.form().main();
        String words = Texts.of(main).text("print.code.words", "content", new Figures(main, "").isolated(content));
        double[] around = {left, PdfDocument.HEIGHT - top - side(), left + side(), PdfDocument.HEIGHT - top};
        paper.page().begin(paper.current().figure(words, around));
        paper.page().squares(Style.BLACK, rows, square, left, Paper.up(top));
        paper.page().end();
    }
}
