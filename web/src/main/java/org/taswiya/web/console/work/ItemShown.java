package org.taswiya.web.console.work;

import java.time.LocalDate;
import java.util.List;
import org.taswiya.store.work.WorkItem;

/// An item as its page has it.
///
/// @param basis what of the books a decision rests on beside the item; empty where nothing does
/// @param isMine whether whoever reads it has it
/// @param mayAssign whether they may give it to somebody
/// @param mayDecide whether a decision of theirs is taken: they have the right, and nobody else has the item
/// @param staff whoever can be given it
/// @param choices what can be decided of it
/// @param typed what they typed; [TypedDecision#NONE] at first
/// @param fault of the texts `work.fault.`; empty for none
/// @param found what was found, as the books say it; empty for nothing more
/// @param foundHere the same in the language of the page
public record ItemShown(
        WorkItem item,
        List<ItemDetails.Detail> details,
        String basis,
        LocalDate today,
        boolean isMine,
        boolean mayAssign,
        boolean mayDecide,
        List<String> staff,
        List<WorkChoices.Choice> choices,
        TypedDecision typed,
        String fault,
        String found,
        String foundHere) {
    public ItemShown {
        details = List.copyOf(details);
        staff = List.copyOf(staff);
        choices = List.copyOf(choices);
    }

    /// Sent back with a form: it is another word once anything of the item is otherwise.
    public String seen() {
        return WorkStanding.seen(item, basis);
    }

    ItemShown with(TypedDecision other, String otherFault, String otherFound) {
        return with(other, otherFault, otherFound, "");
    }

    ItemShown with(TypedDecision other, String otherFault, String otherFound, String said) {
        return new ItemShown(
                item,
                details,
                basis,
                today,
                isMine,
                mayAssign,
                mayDecide,
                staff,
                choices,
                other,
                otherFault,
                otherFound,
                said);
    }

    /// What of the texts `work.value.` the form asks for; empty for nothing.
    public String takes() {
        return choices.stream()
                .map(WorkChoices.Choice::takes)
                .filter(takes -> !takes.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The key of the words for what is wrong.
    public String faultKey() {
        return RefusalWords.key(fault);
    }
}
