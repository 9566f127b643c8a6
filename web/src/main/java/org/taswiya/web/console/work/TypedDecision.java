package org.taswiya.web.console.work;

import java.util.List;
import org.taswiya.web.page.TypedWords;

/// What somebody decides about an item, as they typed it: the same form for all lists.
///
/// @param what of the choices of the list; empty where none was made
/// @param value that a choice takes: a dial, an amount, an account; empty for none
/// @param why their reason, or what the customer is answered
/// @param seen what the item was when they read it
/// @param isSure whether it was said back to them
public record TypedDecision(String what, String value, String why, String seen, boolean isSure) {
    public static final int WHY_MOST = 500;

    static final TypedDecision NONE = new TypedDecision("", "", "", "", false);

    /// The reason without what would turn or cut the text around it, in one line.
    public String reason() {
        return TypedWords.plain(why).replaceAll("\\s+", " ");
    }

    /// What keeps it from being taken, of the texts `work.fault.`; empty for nothing.
    public String fault(List<WorkChoices.Choice> choices) {
        if (choices.stream().noneMatch(choice -> choice.code().equals(what))) {
            return "what";
        }
        if (reason().isEmpty()) {
            return "why";
        }
        return reason().length() > WHY_MOST ? "long" : "";
    }
}
