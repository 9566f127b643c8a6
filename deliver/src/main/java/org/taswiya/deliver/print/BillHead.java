package org.taswiya.deliver.print;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.bill.BillWords;
import org.taswiya.deliver.document.BillDocument;
import org.taswiya.deliver.explain.AccountPaper.Fact;
import org.taswiya.deliver.wording.Figures;
import org.taswiya.deliver.wording.Texts;

/// What the head of a bill says.
record BillHead(BillDocument document) implements HeadPart.Headed {

    @Override
    public String title(Language language) {
        return new BillWords(document, language).title();
    }

    @Override
    public List<Fact> facts(Language language) {
        Figures figures = new Figures(language, "");
        Texts texts = Texts.of(language);
        BillWords words = new BillWords(document, language);
        return List.of(
                new Fact(
                        texts.text("print.number"),
                        document.number() == null
                                ? texts.text("print.draft")
                                : document.number().toString()),
                new Fact(texts.text("print.account"), words.reference()),
                new Fact(texts.text("print.agreement"), document.bill().agreement()),
                new Fact(texts.text("print.date"), figures.date(document.bill().billedOn())),
                new Fact(texts.text("print.period"), figures.period(words.span())));
    }

    @Override
    public @Nullable Addressee addressee() {
        return document.addressee();
    }
}
