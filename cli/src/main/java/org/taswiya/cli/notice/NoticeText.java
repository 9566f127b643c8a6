package org.taswiya.cli.notice;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.deliver.wording.AbnormalUseText;
import org.taswiya.store.population.ReadingKind;
import org.taswiya.store.validation.NoticeCandidate;
import org.taswiya.store.validation.NoticeDecision;
import org.taswiya.store.validation.NoticeDecisions.DecidedNotices;

/// Notice candidates and what was decided about them, for people.
public final class NoticeText {
    private static final String ROW = "%6s  %-12s  %-9s  %-15s  %-10s  %-10s  %-9s  %s%n";
    private static final String OVERTAKEN = "these days have been read otherwise since";

    private NoticeText() {}

    public static void print(PrintWriter out, List<NoticeCandidate> candidates) {
        if (!candidates.isEmpty()) {
            out.printf(ROW, "notice", "point", "agreement", "kind", "from", "last day", "state", "found");
        }
        long open = 0;
        for (NoticeCandidate candidate : candidates) {
            NoticeCandidate.Served agreement = candidate.agreement();
            open += candidate.decision() == null ? 1 : 0;
            out.printf(
                    ROW,
                    candidate.number(),
                    candidate.usagePoint(),
                    agreement == null ? "" : agreement.reference(),
                    candidate.kind().code(),
                    candidate.range().from(),
                    lastDay(candidate),
                    state(candidate),
                    found(candidate, Language.EN) + (candidate.isOvertaken() ? "; " + OVERTAKEN : ""));
        }
        out.println(String.format(Locale.ROOT, "%,d open", open)
                + (open == 0 ? "" : ". Look with notice show; dismiss with notice dismiss."));
    }

    public static String state(NoticeCandidate candidate) {
        NoticeDecision decision = candidate.decision();
        return decision == null ? "open" : decision.outcome().code();
    }

    private static String found(NoticeCandidate candidate, Language language) {
        String evidence = AbnormalUseText.evidence(
                candidate.kind(), candidate.range(), candidate.figures(), candidate.unit(), language);
        return evidence.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static LocalDate lastDay(NoticeCandidate candidate) {
        return candidate.range().to().minusDays(1);
    }

    /// All that is known of one.
    ///
    /// @param language of the evidence and of the words; null for English and the customer's
    public static void show(PrintWriter out, NoticeCandidate candidate, @Nullable Language language) {
        NoticeCandidate.Served agreement = candidate.agreement();
        out.println("notice " + candidate.number() + ": " + candidate.kind().code() + " at " + candidate.usagePoint()
                + ", " + candidate.range().from() + " to " + lastDay(candidate));
        out.println("  " + candidate.service() + " in " + candidate.area() + ", "
                + (agreement == null
                        ? "no agreement ran"
                        : "agreement " + agreement.reference() + ", account " + agreement.account() + ", "
                                + agreement.customerClass().code()));
        out.println("  " + found(candidate, language == null ? Language.EN : language));
        out.println("  shown by the reading of " + candidate.reading().at() + ": "
                + candidate.reading().value() + " ("
                + ReadingKind.of(candidate.reading()).code() + ", "
                + ReadingKind.provenance(candidate.reading()) + ")"
                + (candidate.isOfSuspect() ? ", a suspect before" : ""));
        if (candidate.isOvertaken()) {
            out.println("  " + OVERTAKEN);
        }
        NoticeDecision decision = candidate.decision();
        out.println("  " + state(candidate)
                + (decision == null
                        ? ""
                        : " by " + decision.why().author() + " on "
                                + decision.why().at() + ": " + decision.why().reason()));
        out.println();
        out.println(words(candidate, language == null ? languageOf(agreement) : language));
    }

    /// Where nobody is served it is told to the utility alone.
    private static Language languageOf(NoticeCandidate.@Nullable Served agreement) {
        return agreement == null ? Language.FR : agreement.language();
    }

    static String words(NoticeCandidate candidate, Language language) {
        return AbnormalUseText.of(candidate.kind(), candidate.range(), candidate.figures(), candidate.unit(), language);
    }

    /// What a decision came to.
    ///
    /// @param what as in `dismissed`
    public static void decided(PrintWriter out, DecidedNotices decided, String what, boolean isTrial) {
        for (NoticeCandidate candidate : decided.done()) {
            out.println(
                    "notice " + candidate.number() + (isTrial ? " would be " + what + "; nothing stored" : " " + what));
        }
        for (NoticeCandidate candidate : decided.before()) {
            out.println("notice " + candidate.number() + ": " + what + " before");
        }
        out.flush();
    }

    /// What a reading that counts now has raised.
    public static void raised(PrintWriter out, List<Long> numbers, boolean isTrial) {
        for (Long number : numbers) {
            out.println(
                    isTrial
                            ? "Its customer would have to be told of abnormal use."
                            : "Its customer should be told of abnormal use: ./taswiya notice show " + number);
        }
    }
}
