package org.taswiya.deliver.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.explain.AccountPaper;
import org.taswiya.deliver.explain.AccountPaper.Fact;
import org.taswiya.deliver.pdf.PdfDocument;
import org.taswiya.deliver.pdf.Rgb;
import org.taswiya.deliver.pdf.StructureTree.Element;
import org.taswiya.deliver.pdf.Titled;
import org.taswiya.deliver.wording.Figures;

/// A receipt or a schedule of instalments on A4, under the head that bills have: the amount, a table, whom to ask.
public final class PrintedAccountPaper {
    private final AccountSheet sheet;
    private final UtilityProfile utility;
    private final Paper paper;
    private final Map<Language, AccountPaper> told = new EnumMap<>(Language.class);
    private final Rgb ink;

    /// What is drawn, whatever the languages.
    ///
    /// @param words what it says in a language
    /// @param number of the paper, which stands on every page
    /// @param addressee null where nobody is known
    /// @param on the day that it bears
    /// @param isVoid whether it counts no more
    public record AccountSheet(
            Function<Language, AccountPaper> words,
            String number,
            @Nullable Addressee addressee,
            LocalDate on,
            boolean isVoid) {}

    private PrintedAccountPaper(PdfDocument pdf, AccountSheet sheet, UtilityProfile utility, PrintForm form) {
        this.sheet = sheet;
        this.utility = utility;
        this.paper = new Paper(pdf, form);
        this.ink = Rgb.of(utility.colourOf("").rgb());
        form.languages().forEach(language -> told.put(language, sheet.words().apply(language)));
    }

    /// A document of its own, whose bytes are the same for the same words.
    public static byte[] bytes(AccountSheet sheet, UtilityProfile utility, PrintForm form) {
        Language main = form.main();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
        try {
            PdfDocument pdf = PdfDocument.tagged(out);
            PrintedAccountPaper printed = new PrintedAccountPaper(pdf, sheet, utility, form);
            printed.write();
            pdf.close(
                    new Titled(
                            printed.in(main).title() + " " + sheet.number(),
                            utility.names().getOrDefault(main, utility.legalName()),
                            main.code(),
                            form.isFromRight(),
                            sheet.on(),
                            ""),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has none
        }
        return out.toByteArray();
    }

    private AccountPaper in(Language language) {
        AccountPaper words = told.get(language);
        if (words == null) {
            throw new IllegalArgumentException(language + " is not in form " + paper.form());
        }
        return words;
    }

    private void write() {
        new HeadPart(paper, new Head(), utility, ink).draw();
        new AmountPart(paper, new Amount(), ink).draw();
        paper.keepFree(footHeight());
        Element body = paper.current();
        paper.section();
        writeFoot();
        paper.backTo(body);
        Language main = paper.form().main();
        if (!in(main).table().rows().isEmpty()) {
            TablePart table = new TablePart(
                    paper,
                    paper.form().languages().stream()
                            .map(language -> in(language).table())
                            .toList(),
                    ink);
            paper.heading(language -> in(language).heading(), table.needed());
            table.draw();
        }
        for (int i = 0; i < in(main).sentences().size(); i++) {
            int index = i;
            paper.skip(4);
            paper.paragraph(language -> in(language).sentences().get(index), Style.TEXT);
        }
        String which = in(main).title() + " " + new Figures(main, "").isolated(sheet.number());
        FootPart.writePageNumbers(paper, utility, which);
    }

    /// Whom to ask, at the foot of the first page.
    private void writeFoot() {
        double top = paper.bottom() + 6;
        paper.rule(paper.box(0, Paper.INNER), top, ink, 1);
        for (Language language : paper.form().languages()) {
            double at = top + 3;
            for (String text : whomToAsk(language)) {
                Box side = paper.side(language);
                at = paper.paragraph(paper.part("P", language), text, language, Style.SMALL, side, at);
            }
        }
    }

    private double footHeight() {
        double tallest = 0;
        for (Language language : paper.form().languages()) {
            double height = 12;
            for (String text : whomToAsk(language)) {
                height += paper.height(text, language, Style.SMALL, paper.side(language));
            }
            tallest = Math.max(tallest, height);
        }
        return tallest;
    }

    private List<String> whomToAsk(Language language) {
        Figures figures = new Figures(language, "");
        String reach = Stream.of(utility.phone(), utility.email(), utility.web())
                .filter(text -> !text.isBlank())
                .map(figures::isolated)
                .collect(Collectors.joining("  ·  "));
        return Stream.of(utility.help().getOrDefault(language, ""), reach)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// What stands at the head.
    private final class Head implements HeadPart.Headed {
        @Override
        public String title(Language language) {
            return in(language).title();
        }

        @Override
        public List<Fact> facts(Language language) {
            return in(language).facts();
        }

        @Override
        public @Nullable Addressee addressee() {
            return sheet.addressee();
        }
    }

    /// What is seen first.
    private final class Amount implements AmountPart.Stated {
        @Override
        public String label(Language language) {
            return in(language).label();
        }

        @Override
        public String amount(Language language) {
            return in(language).amount();
        }

        @Override
        public String inWords(Language language) {
            return in(language).inWords();
        }

        @Override
        public List<String> notes(Language language) {
            return in(language).notes();
        }

        @Override
        public boolean isVoid() {
            return sheet.isVoid();
        }
    }
}
