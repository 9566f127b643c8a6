package org.taswiya.deliver.print;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.Logo;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.explain.AccountPaper.Fact;
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

    private static final Box FACTS = new Box(Paper.MARGIN, 296);

    private final Paper paper;
    private final Headed headed;
    private final UtilityProfile utility;
    private final Rgb ink;

    HeadPart(Paper paper, Headed headed, UtilityProfile utility, Rgb ink) {
        this.paper = paper;
        this.headed = headed;
        this.utility = utility;
        this.ink = ink;
    }

    /// What a paper is, and whose.
    interface Headed {
        String title(Language language);

        /// The same ones in every language.
        List<Fact> facts(Language language);

        /// Null where nobody is named.
        @Nullable Addressee addressee();
    }

    void draw() {
        paper.page().beginOrnament();
        paper.page().box(ink, 0, PdfDocument.HEIGHT - 9, PdfDocument.WIDTH, 9);
        paper.page().end();
        Box logo = drawLogo();
        for (Language language : paper.form().languages()) {
            Box side = paper.side(language);
            drawName(language, logo == null ? side : beside(side, logo));
            paper.start(paper.part("H1", language), headed.title(language), language, Style.TITLE, side, TITLE_AT);
        }
        drawFacts();
        Addressee addressee = headed.addressee();
        if (addressee != null) {
            new WindowPart(paper).draw(addressee);
        }
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

    private void drawFacts() {
        List<Language> languages = paper.form().languages();
        Element list = paper.current().add("Div");
        double baseline = FACTS_AT;
        int count = headed.facts(paper.form().main()).size();
        double wide = 0;
        for (Language language : languages) {
            for (Fact fact : headed.facts(language)) {
                wide = Math.max(wide, paper.width(fact.key(), language, Style.SMALL) + 8);
            }
        }
        for (int i = 0; i < count; i++) {
            baseline += Style.TEXT.leading(languages.getLast()) + 1;
            for (Language language : languages) {
                Element row = paper.part(list, "P", language);
                Fact fact = headed.facts(language).get(i);
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
}
