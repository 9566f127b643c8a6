package org.taswiya.web.api.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.work.WorkItem;
import org.taswiya.store.work.WorkKind;
import org.taswiya.store.work.WorkLists.Count;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.console.work.TypedDecision;
import org.taswiya.web.console.work.WorkStanding;

/// What is told and taken of what waits for people.
public final class WorkJson {
    static final String NAME = "[a-z][a-z0-9.-]{1,39}";
    static final int VALUE_MOST = 100;

    private WorkJson() {}

    /// How much there is of one kind.
    public record WorkList(
            @Says(value = "Which list.", codesOf = WorkKind.class)
            String list,

            @Says("How many items.") long all,
            @Says("Of whoever the key acts for.") long mine,
            @Says("Of nobody.") long free,
            @Says("Past their day.") long late,

            @Says("What they come to together, whichever way it goes.")
            Money amount,

            @Says("Since when the oldest waits; absent where nothing does.") @Nullable LocalDate oldest) {
        static WorkList of(Count count) {
            return new WorkList(
                    count.kind().code(),
                    count.all(),
                    count.mine(),
                    count.free(),
                    count.late(),
                    count.amount(),
                    count.oldest());
        }
    }

    /// All lists.
    public record WorkLists(
            @Says("The ISO 4217 code of all amounts.") String currency,
            @Says("One for each kind.") List<WorkList> lists) {
        public WorkLists {
            lists = List.copyOf(lists);
        }
    }

    /// One thing that waits for a person.
    public record Work(
            @Says(value = "In which list.", codesOf = WorkKind.class)
            String list,

            @Says("By which it is known in its list.") String item,

            @Says("Whose it is; absent where nobody knows.") @Nullable String account,

            @Says("Since when it waits.") LocalDate since,

            @Says("By when it has to be done; absent for no day.") @Nullable LocalDate due,

            @Says("At risk, disputed or received; absent where none is known.") @Nullable Money amount,

            @Says("Why it waits, as a code; the bank of a payment.")
            String code,

            @Says("What was found or said.") String said,

            @Says("Who of the staff has it; absent while it is free.") @Nullable String staff) {
        static Work of(WorkItem item) {
            return new Work(
                    item.kind().code(),
                    item.key(),
                    item.account(),
                    item.since(),
                    item.due(),
                    item.amount(),
                    item.code(),
                    item.said(),
                    item.staff());
        }
    }

    /// A part of a list, the most urgent first.
    public record WorkPage(
            @Says("In the order of the list.") List<Work> items,

            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public WorkPage {
            items = List.copyOf(items);
        }
    }

    /// One of several decisions.
    public record WorkChoice(
            @Says("What is decided.") String what,

            @Says("What `value` has to be then, as a code; absent for nothing.") @Nullable String takes) {}

    /// Something that was found about it.
    public record WorkFinding(
            @Says("As a code.") String reason,
            @Says("In English.") String found) {}

    /// An item with what can be decided of it.
    public record WorkDetails(
            @Says("The item.") Work work,

            @Says("What was found, for a held bill and a suspect reading.")
            List<WorkFinding> findings,

            @Says("What can be decided; none where the item has operations of its own.")
            List<WorkChoice> choices,

            @Says("Whether whoever the key acts for may decide it now.")
            boolean mayDecide,

            @Says("Goes into a decision: another word once anything of the item is otherwise.")
            String seen) {
        public WorkDetails {
            findings = List.copyOf(findings);
            choices = List.copyOf(choices);
        }

        static WorkDetails of(WorkStanding standing, List<WorkFinding> findings) {
            return new WorkDetails(
                    Work.of(standing.item()),
                    findings,
                    standing.choices().stream()
                            .map(one -> new WorkChoice(one.code(), one.takes().isEmpty() ? null : one.takes()))
                            .toList(),
                    standing.mayDecide(),
                    standing.seen());
        }
    }

    /// Who is to have an item.
    public record WorkHolder(
            @Says(value = "Who of the staff; absent for nobody.", pattern = NAME) @Nullable String staff,

            @Says(value = "Who has it, as it was shown; absent for nobody.", pattern = NAME) @Nullable String from) {}

    /// What is decided of an item.
    public record NewDecision(
            @Says(value = "One of the choices of the item.", pattern = "[a-z][a-z-]{1,30}")
            String what,

            @Says(
                    value = "What the choice takes: a dial, an amount, an account, an address. Of a dispute that is"
                            + " upheld, absent for all of it.",
                    most = VALUE_MOST)
            @Nullable String value,

            @Says(
                    value = "Why; of a dispute, what the customer is answered.",
                    least = 1,
                    most = TypedDecision.WHY_MOST,
                    isOfLines = true)
            String why,

            @Says(value = "The `seen` of the item.", pattern = "[0-9a-f]{8}")
            String seen) {
        TypedDecision typed() {
            return new TypedDecision(what, value == null ? "" : value, why, seen, true);
        }
    }

    /// It would be so, or is.
    public record WorkDecided(
            @Says(value = "In which list.", codesOf = WorkKind.class)
            String list,

            @Says("The item.") String item,
            @Says("What was decided.") String what,

            @Says("Whether bills rest on it that the next one settles anew.")
            boolean billsRestOnIt) {}
}
