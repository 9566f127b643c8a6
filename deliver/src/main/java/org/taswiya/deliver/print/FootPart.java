package org.taswiya.deliver.print;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.pdf.PageContent;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.print.BillToPrint.Certified;
import org.taswiya.deliver.type.TextLine;
import org.taswiya.deliver.type.Typeface;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// At the foot of the first page how to pay, or how a credit is used, whom to ask, and to be told how to reach the
/// customer where nobody knows; on every page who issued it.
final class FootPart {
    private static final double LAST_LINE = PdfDocument.HEIGHT - 26;

    private final Paper paper;
    private final BillDocument document;
    private final UtilityProfile utility;
    private final Rgb ink;
    private final @Nullable PayCode code;
    private final @Nullable Certified copy;
    private final boolean isCancelled;
    private final boolean asksForContact;

    FootPart(Paper paper, BillToPrint bill, UtilityProfile utility, Rgb ink) {
        this.paper = paper;
        this.document = bill.document();
        this.utility = utility;
        this.ink = ink;
        this.code = PayCode.of(bill, utility);
        this.copy = bill.certified();
        this.isCancelled = bill.isCancelled();
        this.asksForContact = bill.isContactUnknown() && !bill.isCancelled() && bill.certified() == null;
    }

    /// Whether anything is to be paid, this bill or earlier ones: a credit is used on those first.
    private boolean isToPay() {
        Money total = document.bill().total();
        return !isCancelled
                && (total.signum() > 0
                        || total.plus(document.account().arrears()).signum() > 0);
    }

    private boolean isCredit() {
        return !isCancelled && !isToPay() && document.bill().total().signum() < 0;
    }

    private String title(Language language) {
        return Texts.of(language).text(isToPay() ? "print.ways" : isCredit() ? "print.credit.title" : "heading.ask");
    }

    private String waysLine(Language language) {
        return isToPay() ? String.join(" · ", utility.waysToPay().getOrDefault(language, List.of())) : "";
    }

    /// Whom to ask, and the number to call.
    private String help(Language language) {
        String help = utility.help().getOrDefault(language, "");
        String words = help.isEmpty() ? new BillWords(document, language).ask().getFirst() : help;
        if (utility.phone().isBlank() || words.contains(utility.phone())) {
            return words;
        }
        String phone = new Figures(language, "").isolated(utility.phone().replace(' ', '\u00A0'));
        String number = Texts.of(language).text("print.phone", "phone", phone);
        return words.endsWith(".") ? words + " " + number : words + ". " + number;
    }

    private String contact(Language language) {
        return asksForContact ? Texts.of(language).text("print.contact") : "";
    }

    private String reference(Language language) {
        Figures figures = new Figures(language, "");
        String key = isCredit() ? "print.credit.use" : "print.reference";
        String reference = Texts.of(language).text(key, "number", figures.isolated(number()));
        return code == null ? reference : reference + " " + code.sentence(language);
    }

    /// Where the words of a language stand: beside the code, which is at the end of the lines or between two languages.
    private Box side(Language language) {
        Box whole = paper.side(language);
        if (code == null) {
            return whole;
        }
        double given = paper.form().isBilingual()
                ? (code.side() + 2 * code.quiet() - Paper.GUTTER) / 2
                : code.side() + code.quiet();
        return language == Language.AR
                ? new Box(whole.left() + given, whole.right())
                : new Box(whole.left(), whole.right() - given);
    }

    private void draw(PayCode shown, double top) {
        Box all = paper.box(0, Paper.INNER);
        double left = paper.form().isFromRight() ? all.left() : all.right() - shown.side();
        if (paper.form().isBilingual()) {
            left = (all.left() + all.right() - shown.side()) / 2;
        }
        shown.draw(paper, left, top);
    }

    private String number() {
        return document.number() == null
                ? document.bill().agreement()
                : document.number().toString();
    }

    double height() {
        double tallest = 0;
        for (Language language : paper.form().languages()) {
            double sum = 14;
            for (String text : List.of(waysLine(language), help(language), reference(language), contact(language))) {
                sum += text.isEmpty() ? 0 : paper.height(text, language, Style.CELL, side(language)) + 2;
            }
            tallest = Math.max(tallest, sum);
        }
        return Math.max(tallest, code == null ? 0 : code.quiet() + code.side()) + 12;
    }

    /// On the page where the paper is.
    void draw() {
        double top = paper.bottom() + 6;
        paper.rule(paper.box(0, Paper.INNER), top, ink, 1);
        for (Language language : paper.form().languages()) {
            Box side = side(language);
            double at = top + 13;
            paper.start(paper.part("H2", language), title(language), language, Style.STRONG, side, at);
            at += 1;
            for (String text : List.of(reference(language), waysLine(language), help(language), contact(language))) {
                if (!text.isEmpty()) {
                    at = paper.paragraph(paper.part("P", language), text, language, Style.CELL, side, at) + 2;
                }
            }
        }
        if (code != null) {
            draw(code, top + code.quiet());
        }
    }

    /// When all pages are there.
    void writePageNumbers() {
        Language main = paper.form().main();
        String number = new Figures(main, "").isolated(number());
        writePageNumbers(paper, utility, copy == null ? number : CopyPart.word(copy, main) + " · " + number);
    }

    /// On every page who issued it, which paper it is of and how many there are.
    static void writePageNumbers(Paper paper, UtilityProfile utility, String which) {
        Language main = paper.form().main();
        Figures figures = new Figures(main, "");
        String issuer = figures.foreign(utility.legalName())
                + joined(figures.foreign(utility.addresses().getOrDefault(main, "")))
                + joined(figures.isolated(utility.phone()))
                + joined(figures.isolated(utility.email()))
                + joined(figures.isolated(utility.web()))
                + joined(figures.isolated(utility.companyNumber().isEmpty() ? "" : "ICE " + utility.companyNumber()));
        int count = paper.pages().size();
        for (int i = 0; i < count; i++) {
            PageContent page = paper.pages().get(i);
            page.beginOrnament();
            TextLine left = paper.line(issuer, main, Style.SMALL);
            TextLine right = paper.line(which + " · " + figures.isolated((i + 1) + " / " + count), main, Style.SMALL);
            double room = Paper.INNER - right.width(Style.SMALL.size()) - Paper.GUTTER;
            double size = Style.SMALL.size();
            double issuerSize = Math.min(size, room * Typeface.EM / Math.max(1, left.width()));
            boolean isFromRight = paper.form().isFromRight();
            double near = Paper.MARGIN;
            double far = Paper.MARGIN + Paper.INNER;
            double start = isFromRight ? far - left.width(issuerSize) : near;
            page.text(left, issuerSize, Style.GREY, start, Paper.up(LAST_LINE));
            page.text(right, size, Style.GREY, isFromRight ? near : far - right.width(size), Paper.up(LAST_LINE));
            page.end();
        }
    }

    private static String joined(String text) {
        boolean isNothing = text.codePoints().allMatch(code -> Character.getType(code) == Character.FORMAT);
        return isNothing ? "" : " · " + text;
    }
}
