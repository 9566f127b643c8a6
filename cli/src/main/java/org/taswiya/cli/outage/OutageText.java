package org.taswiya.cli.outage;

import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.Outages;
import picocli.CommandLine;

/// Outages in words.
final class OutageText {
    private static final int AREAS_SHOWN = 3;

    private OutageText() {}

    /// What time it is at the utility. Outages are planned to the minute.
    static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
    }

    static String line(Outage outage) {
        Outage.Version now = outage.now();
        return "outage " + outage.number() + ": " + outage.service() + " at " + outage.premises()
                + (outage.premises() == 1 ? " premise" : " premises") + where(outage.areas()) + ", " + when(now);
    }

    private static String where(List<String> areas) {
        int more = areas.size() - AREAS_SHOWN;
        return areas.isEmpty()
                ? ""
                : " in " + String.join(", ", areas.subList(0, Math.min(AREAS_SHOWN, areas.size())))
                        + (more < 1 ? "" : more == 1 ? " and 1 more area" : " and " + more + " more areas");
    }

    /// What was written, and what may be a mistake about it.
    static void said(CommandLine line, Outages.Said said, boolean isTrial) {
        line.getOut().println(line(said.outage()) + (isTrial ? "; nothing stored" : ""));
        line.getOut().flush();
        doubts(said).forEach(doubt -> line.getErr().println("taswiya: " + doubt));
        line.getErr().flush();
    }

    private static List<String> doubts(Outages.Said said) {
        List<String> doubts = new ArrayList<>();
        Outage outage = said.outage();
        Outage.Version now = outage.now();
        if (now.isLong()) {
            doubts.add("outage " + outage.number() + " lasts longer than a week, from " + now.from() + " to " + now.to()
                    + "; is the day right?");
        }
        for (long other : said.overlapping()) {
            doubts.add("outage " + outage.number() + " overlaps outage " + other + ": the same service at some of the"
                    + " same premises at the same time; is one of them too many?");
        }
        return doubts;
    }

    private static String when(Outage.Version version) {
        return version.from() + " to " + version.to() + ", " + version.state().code();
    }

    static void story(PrintWriter out, Outage outage) {
        out.println(line(outage));
        for (Outage.Version version : outage.versions()) {
            out.println("  version " + version.version() + "  " + when(version) + "  by "
                    + version.why().author() + " on " + version.why().at() + ": "
                    + version.why().reason());
            for (Language language : Language.values()) {
                String reason = version.reasons().getOrDefault(language, "");
                if (!reason.isEmpty() && version.state() != OutageState.ENDED) {
                    out.println("    " + language.code() + "  " + reason);
                }
            }
        }
    }
}
