package org.taswiya.web.api.desk;

import java.util.List;
import java.util.regex.Pattern;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;

/// What is answered when something is not done.
final class DeskReplies {
    /// Where whoever types commands would look, which no program does.
    private static final Pattern COMMAND = Pattern.compile("(; |\\. |, )?[^.;,]*\\./taswiya[^.;]*");

    private DeskReplies() {}

    static Reply faulty(String at, String found) {
        return new Reply.Refused(
                Problem.of(ProblemKind.BAD_BODY, "Nothing was written.", List.of(new Fault(at, found))));
    }

    /// It has become otherwise, or somebody was faster.
    static Reply changed() {
        return new Reply.Refused(Problem.of(
                ProblemKind.CHANGED_SINCE, "Nothing was written: it is no longer what was shown. Look at it again."));
    }

    /// @param found what was found, as the books say it; empty for nothing more
    static Reply refused(String reason, String found) {
        String said = COMMAND.matcher(found).replaceAll("");
        String detail = said.isBlank() ? "Nothing was written." : "Nothing was written: " + said + ".";
        return new Reply.Refused(new Problem(ProblemKind.DECISION_REFUSED, detail.replace("..", "."), null, reason));
    }

    static Reply busy() {
        return new Reply.Refused(Problem.of(
                ProblemKind.UNAVAILABLE, "Nothing was written: a billing run is at work. Send the same again later."));
    }
}
