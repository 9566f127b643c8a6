package org.taswiya.cli.outage;

import java.io.PrintWriter;
import org.taswiya.core.customer.Language;
import org.taswiya.core.message.OutageState;
import org.taswiya.store.outage.Outage;

/// Outages in words.
final class OutageText {
    private OutageText() {}

    static String line(Outage outage) {
        Outage.Version now = outage.now();
        return "outage " + outage.number() + ": " + outage.service() + " at " + outage.premises()
                + (outage.premises() == 1 ? " premise, " : " premises, ") + when(now);
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
