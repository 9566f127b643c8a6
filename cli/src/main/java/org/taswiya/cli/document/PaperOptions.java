package org.taswiya.cli.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.taswiya.cli.command.AnswerFile;
import org.taswiya.cli.command.UtilitiesOption;
import org.taswiya.core.customer.Language;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.deliver.print.BillToPrint;
import org.taswiya.deliver.print.BillToPrint.Certified;
import org.taswiya.deliver.print.PrintForm;
import org.taswiya.deliver.print.PrintTerms;
import org.taswiya.deliver.print.PrintedAccountPaper;
import org.taswiya.deliver.print.PrintedAccountPaper.AccountSheet;
import org.taswiya.deliver.print.PrintedBill;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.store.Database;
import org.taswiya.store.receivables.AccountRows;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// How a bill, a receipt or a schedule of instalments is drawn on paper.
public final class PaperOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--pdf", description = "Write it as a PDF file, A4.")
    private boolean isPdf;

    @Option(
            names = "--form",
            paramLabel = "FORM",
            converter = OfCode.class,
            completionCandidates = Codes.class,
            description = "With --pdf, in which languages: ${COMPLETION-CANDIDATES}; fr-ar has both. Default: fr-ar.")
    private @Nullable PrintForm form;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --pdf, where it goes. Default: its number and the form, in this folder.")
    private @Nullable Path out;

    public boolean isAsked() {
        return isPdf;
    }

    /// Refuses what does not go together.
    ///
    /// @param other what is asked for besides and is no paper, such as `--json`; empty when nothing is
    /// @param bills how many are asked for
    public void check(String other, int bills) {
        if (!isPdf && (form != null || out != null)) {
            throw new ParameterException(spec.commandLine(), "--form and --out go with --pdf");
        }
        if (isPdf && !other.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--pdf does not go with " + other);
        }
        if (isPdf && spec.commandLine().getParseResult().hasMatchedOption("--lang")) {
            throw new ParameterException(
                    spec.commandLine(), "--lang is for text; with --pdf say --form, such as --form ar");
        }
        if (out != null) {
            AnswerFile.check(spec, out);
        }
        if (bills > 1 && out != null) {
            throw new ParameterException(
                    spec.commandLine(), "--out names one file and there are " + bills + " bills; leave it out");
        }
    }

    /// In which languages.
    public PrintForm form() {
        return form == null ? PrintForm.BILINGUAL : form;
    }

    /// Draws it and writes the file.
    ///
    /// @return what was written
    public String write(BillToPrint bill, TariffLibrary library, UtilityProfile profile) throws IOException {
        byte[] bytes = PrintedBill.bytes(bill, terms(library, profile, form()));
        Path file = file(bill);
        AnswerFile.write(file, to -> to.write(bytes));
        return told(file, bytes.length);
    }

    /// Draws a paper of an account and writes the file.
    ///
    /// @param name what its file is called where nobody says otherwise
    /// @return what was written
    public String write(AccountSheet sheet, String name, UtilityProfile profile) throws IOException {
        byte[] bytes = PrintedAccountPaper.bytes(sheet, profile, form());
        Path file = out == null ? Path.of(name + "." + form().code() + ".pdf") : out;
        AnswerFile.write(file, to -> to.write(bytes));
        return told(file, bytes.length);
    }

    /// Who writes to an account: the utility of its agreements' price books.
    public UtilityProfile issuer(Database database, String account, UtilitiesOption utilities) throws IOException {
        String tariff = AccountRows.tariffs(database, account).stream()
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "account " + account + " has no agreement, so no price book says which utility writes to it"));
        return utilities.profile(tariff.substring(0, Math.max(0, tariff.indexOf('/'))));
    }

    /// Where the paper of a bill goes.
    public Path file(BillToPrint bill) {
        Certified copy = bill.certified();
        String kind = copy == null ? "" : "copy-" + copy.number() + ".";
        String name = bill.document().fileName().replaceFirst("json$", kind + form().code() + ".pdf");
        return out == null ? Path.of(name) : out;
    }

    /// The file that `--out` names; null where the bill names it.
    public @Nullable Path named() {
        return out;
    }

    /// What was written.
    public static String told(Path file, long bytes) {
        return file + ": " + (bytes + 1023) / 1024 + " KB";
    }

    /// What all papers of a batch have in common.
    public static PrintTerms terms(TariffLibrary library, UtilityProfile profile, PrintForm form) {
        return new PrintTerms(profile, form, tariff -> titles(library, tariff));
    }

    private static Map<Language, String> titles(TariffLibrary library, String tariff) {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        library.book(tariff).ifPresent(book -> {
            for (Language language : Language.values()) {
                titles.put(language, book.title().in(language));
            }
        });
        return titles;
    }

    private static List<String> codes() {
        return Arrays.stream(PrintForm.values()).map(PrintForm::code).toList();
    }

    /// The forms, for the help.
    public static final class Codes extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        public Codes() {
            super(codes());
        }
    }

    /// A form from its code.
    public static final class OfCode implements ITypeConverter<PrintForm> {
        @Override
        public PrintForm convert(String code) {
            return PrintForm.of(code)
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + String.join(", ", codes()) + " but was '" + code + "'"));
        }
    }
}
