package org.taswiya.deliver.print;

import java.util.List;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Figures;

/// Name and address where the window of the envelope is. The address is always there whole, in smaller letters where it
/// is long; names get what it leaves, and end in `…` where they are longer.
final class WindowPart {
    /// The window of an envelope C6/5 that an A4 sheet is folded into: from the right edge of the sheet, whatever the
    /// language.
    private static final Box WINDOW = new Box(318, PdfDocument.WIDTH - Paper.MARGIN);

    private static final double BEGIN = 108;
    private static final double END = 186;

    /// Of all names together.
    private static final int NAME_LINES = 2;

    private static final double[] ADDRESS_SIZES = {9.5, 8, 7, 6};

    private final Paper paper;

    WindowPart(Paper paper) {
        this.paper = paper;
    }

    /// Whom a paper is sent to, in the letters of every language of its form.
    void draw(Addressee addressee) {
        draw(
                paper.form().languages().stream()
                        .map(language -> new Line(name(addressee, language), language, Style.STRONG.sized(10)))
                        .toList(),
                addressee.address());
    }

    /// The same, where a name is known in one language alone.
    void draw(String name, String address) {
        Language language = paper.form().main();
        draw(List.of(new Line(new Figures(language, "").foreign(name), language, Style.STRONG.sized(10))), address);
    }

    private record Line(String text, Language language, Style style) {}

    private static String name(Addressee addressee, Language language) {
        String name = language == Language.AR ? addressee.arabicName() : addressee.latinName();
        String other = language == Language.AR ? addressee.latinName() : addressee.arabicName();
        return new Figures(language, "").foreign(name.isBlank() ? other : name);
    }

    private void draw(List<Line> names, String address) {
        Element part = paper.current().add("Div");
        double at = BEGIN;
        for (Line line : names) {
            Element name = paper.part(part, "P", line.language());
            int most = NAME_LINES / names.size();
            at = paper.shortened(name, line.text(), line.language(), line.style(), WINDOW, at, most);
        }
        if (!address.isBlank()) {
            Line line = address(address, END - at);
            int most = (int) ((END - at) / line.style().leading(line.language()));
            Element lines = paper.part(part, "P", line.language());
            paper.shortened(lines, line.text(), line.language(), line.style(), WINDOW, at, most);
        }
    }

    /// In the largest letters in which all of it has room.
    private Line address(String address, double room) {
        boolean isArabic = Character.UnicodeScript.of(address.codePointAt(0)) == Character.UnicodeScript.ARABIC;
        Language language = isArabic || paper.form().isFromRight()
                ? Language.AR
                : paper.form().main();
        String text = new Figures(language, "").foreign(address);
        Style style = Style.TEXT;
        for (double size : ADDRESS_SIZES) {
            style = Style.TEXT.sized(size);
            if (paper.height(text, language, style, WINDOW) <= room) {
                break;
            }
        }
        return new Line(text, language, style);
    }
}
