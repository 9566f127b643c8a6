package org.taswiya.web.console.work;

import java.util.List;
import org.taswiya.store.staff.StaffRight;
import org.taswiya.store.work.WorkKind;

/// What can be decided of the items of a list, and who may.
public final class WorkChoices {
    private WorkChoices() {}

    /// One of several decisions.
    ///
    /// @param code of the texts `work.choice.`
    /// @param takes what has to be typed with it, of the texts `work.value.`; empty for nothing
    public record Choice(String code, String takes) {}

    public static StaffRight right(WorkKind kind) {
        return switch (kind) {
            case HELD -> StaffRight.HOLDS;
            case SUSPECT -> StaffRight.SUSPECTS;
            case DISPUTE -> StaffRight.DISPUTES;
            case UNDELIVERED -> StaffRight.WORK;
            case UNMATCHED -> StaffRight.UNMATCHED;
            case REQUEST -> StaffRight.REQUESTS;
            case UNREACHED -> StaffRight.WORK;
            case EXCHANGE -> StaffRight.SUSPECTS;
            case MOVE -> StaffRight.REQUESTS;
            case INSTALMENTS -> StaffRight.ARRANGEMENTS;
        };
    }

    /// Requests and exchanges have pages of their own.
    public static List<Choice> of(WorkKind kind) {
        return switch (kind) {
            case HELD -> List.of(new Choice("release", ""));
            case SUSPECT ->
                List.of(
                        new Choice("accept", ""),
                        new Choice("correct", "dial"),
                        new Choice("reread", ""),
                        new Choice("estimate", ""));
            case DISPUTE -> List.of(new Choice("uphold", "amount"), new Choice("reject", ""));
            case UNDELIVERED -> List.of(new Choice("told", ""));
            case UNMATCHED -> List.of(new Choice("assign", "account"));
            case UNREACHED -> List.of(new Choice("reached", "contact"));
            case MOVE -> List.of(new Choice("end", "last-dial"), new Choice("end-estimated", ""));
            case INSTALMENTS -> List.of(new Choice("granted", ""), new Choice("not-granted", ""));
            case REQUEST, EXCHANGE -> List.of();
        };
    }
}
