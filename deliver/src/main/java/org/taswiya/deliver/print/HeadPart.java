package org.taswiya.deliver.print;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.DraftBill;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.Logo;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Picture;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// Who writes, what it is, whose it is, and the address where the window of the envelope is.
final class HeadPart {
    private static final double NAME_AT = 47;
    /// How much smaller a name may be set so that it is in one line.
    private static final double NAME_LEAST = 0.75;

    /// In one line, in two, in three.
    private static final double[] NAME_SIZES = {13, 10.5, 8.2};

    private static final double LOGO_AT = 17;
    private static final double LOGO_HIGH = 38;
    private static final double LOGO_WIDE = 120;
    private static final double TITLE_AT = 78;
    private static final double FACTS_AT = 96;
    private static final double END_AT = 196;

    /// The window of an envelope C6/5 that an A4 sheet is folded into: from the right edge of the sheet, whatever the
    /// language.
    static final Box WINDOW = new Box(318, PdfDocument.WIDTH - Paper.MARGIN);

    static final double WINDOW_AT = 108;
    private static final double WINDOW_END = 186;

    /// Of all names together.
    private static final int NAME_LINES = 2;

    private static final double[] ADDRESS_SIZES = {9.5, 8, 7, 6};
    private static final Box FACTS = new Box(Paper.MARGIN, 296);

    private final Paper paper;
    private final BillDocument document;
    private final UtilityProfile utility;
    private final Rgb ink;

    HeadPart(Paper paper, BillDocument document, UtilityProfile utility, Rgb ink) {
        this.paper = paper;
        this.document = document;
        this.utility = utility;
        this.ink = ink;
    }

    private record Fact(String key, String value) {}

    void draw() {
        paper.page().beginOrnament();
        paper.page().box(ink, 0, PdfDocument.HEIGHT - 9, PdfDocument.WIDTH, 9);
        paper.page().end();
        Box logo = drawLogo();
        for (Language language : paper.form().languages()) {
            Box side = paper.side(language);
            drawName(language, logo == null ? side : beside(side, logo));
            String title = new BillWords(document, language).title();
            paper.start(paper.part("H1", language), title, language, Style.TITLE, side, TITLE_AT);
        }
        drawFacts();
        drawAddress();
        paper.moveTo(END_AT);
    }

    /// At the end of the first line, or between two languages.
    ///
    /// @return where it is; null where there is none
    private @Nullable Box drawLogo() {
        Logo logo = utility.logo();
        if (logo == null) {
            return null;
        }
        Picture picture = Picture.of(logo);
        double height = Math.min(LOGO_HIGH, LOGO_WIDE * picture.height() / picture.width());
        double width = height * picture.width() / picture.height();
        Box all = paper.box(0, Paper.INNER);
        double left = paper.form().isFromRight() ? all.left() : all.right() - width;
        if (paper.form().isBilingual()) {
            left = (all.left() + all.right() - width) / 2;
        }
        Language main = paper.form().main();
        String name = new Figures(main, "").foreign(utility.names().getOrDefault(main, utility.legalName()));
        double bottom = Paper.up(LOGO_AT + (LOGO_HIGH + height) / 2);
        paper.page().begin(paper.current().figure(Texts.of(main).text("print.logo", "utility", name), new double[] {
            left, bottom, left + width, bottom + height
        }));
        paper.page().picture(picture, left, bottom, width, height);
        paper.page().end();
        return new Box(left, left + width);
    }

    /// What the logo leaves of a line.
    private static Box beside(Box line, Box logo) {
        boolean isLeftOfIt = line.left() + line.right() < logo.left() + logo.right();
        return isLeftOfIt
                ? new Box(line.left(), Math.min(line.right(), logo.left() - Paper.GUTTER))
                : new Box(Math.max(line.left(), logo.right() + Paper.GUTTER), line.right());
    }

    /// In one line, or where that would be too small to read in some.
    private void drawName(Language language, Box box) {
        String name = utility.names().getOrDefault(language, utility.legalName());
        Style style = Style.HEADING.sized(NAME_SIZES[0]).in(ink);
        Element part = paper.part("P", language);
        double lines = paper.width(name, language, style) * NAME_LEAST <= box.width() ? 1 : 2;
        for (int i = 1; i < NAME_SIZES.length && lines > i; i++) {
            style = style.sized(NAME_SIZES[i]);
            lines = Math.round(paper.height(name, language, style, box) / style.leading(language));
        }
        if (lines == 1 || lines > NAME_SIZES.length) {
            paper.start(part, name, language, style, box, NAME_AT); // smaller still where it has to be
        } else {
            double last = NAME_AT + 4;
            paper.paragraph(part, name, language, style, box, last - lines * style.leading(language));
        }
    }

    private List<Fact> facts(Language language) {
        Figures figures = new Figures(language, "");
        Texts texts = Texts.of(language);
        BillWords words = new BillWords(document, language);
        DraftBill bill = document.bill();
        return List.of(
                new Fact(
                        texts.text("print.number"),
                        document.number() == null
                                ? texts.text("print.draft")
                                : document.number().toString()),
                new Fact(texts.text("print.account"), words.reference()),
                new Fact(texts.text("print.agreement"), bill.agreement()),
                new Fact(texts.text("print.date"), figures.date(bill.billedOn())),
                new Fact(texts.text("print.period"), figures.period(words.span())));
    }

    private void drawFacts() {
        List<Language> languages = paper.form().languages();
        Element list = paper.current().add("Div");
        double baseline = FACTS_AT;
        int count = facts(paper.form().main()).size();
        double wide = 0;
        for (Language language : languages) {
            for (Fact fact : facts(language)) {
                wide = Math.max(wide, paper.width(fact.key(), language, Style.SMALL) + 8);
            }
        }
        for (int i = 0; i < count; i++) {
            baseline += Style.TEXT.leading(languages.getLast()) + 1;
            for (Language language : languages) {
                Element row = paper.part(list, "P", language);
                Fact fact = facts(language).get(i);
                boolean isFromRight = language == Language.AR;
                paper.start(row, fact.key(), language, Style.SMALL, FACTS, baseline);
                Box rest = isFromRight
                        ? new Box(FACTS.left(), FACTS.right() - wide)
                        : new Box(FACTS.left() + wide, FACTS.right());
                if (language == paper.form().main()) {
                    paper.start(row, fact.value(), language, Style.STRONG, rest, baseline);
                }
            }
        }
    }

    /// The address is always there whole, in smaller letters where it is long; names get what it leaves, and end in
    /// `…` where they are longer.
    private void drawAddress() {
        Addressee addressee = document.addressee();
        if (addressee == null) {
            return;
        }
        Element part = paper.current().add("Div");
        List<Line> names = names();
        double at = WINDOW_AT;
        for (Line line : names) {
            Element name = paper.part(part, "P", line.language());
            int most = NAME_LINES / names.size();
            at = paper.shortened(name, line.text(), line.language(), line.style(), WINDOW, at, most);
        }
        if (!addressee.address().isBlank()) {
            Line line = address(addressee.address(), WINDOW_END - at);
            int most = (int) ((WINDOW_END - at) / line.style().leading(line.language()));
            Element address = paper.part(part, "P", line.language());
            paper.shortened(address, line.text(), line.language(), line.style(), WINDOW, at, most);
        }
    }

    private record Line(String text, Language language, Style style) {}

    /// In the letters of every language of the form.
    private List<Line> names() {
        List<Line> lines = new ArrayList<>();
        for (Language language : paper.form().languages()) {
            String name = new BillWords(document, language).addressee().getFirst();
            lines.add(new Line(name, language, Style.STRONG.sized(10)));
        }
        return lines;
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
