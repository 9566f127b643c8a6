package org.taswiya.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.receivables.AccountItems;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.OpenItem;

/// Whoever is dunned on any days gets the steps in their order, none twice, each after its delays; and on the day on
/// which something was sent, nothing is sent again.
class DunningLaws {
    private static final LocalDate START = LocalDate.of(2020, 6, 1);

    @Property(tries = 300)
    void stepsComeOnceAndInOrder(@ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 40) int runs) {
        Random random = new Random(seed);
        DunningPolicy policy = policy(random);
        List<OpenItem> items = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            LocalDate due = START.plusDays(random.nextInt(60));
            Money amount = Money.ofMinor(1 + random.nextInt(50_000));
            items.add(new OpenItem("1", ItemKey.bill("B" + i), "", due, due, amount, amount));
        }
        List<SentStep> sent = new ArrayList<>();
        LocalDate day = START;
        for (int run = 0; run < runs; run++) {
            day = day.plusDays(random.nextInt(20));
            Collections.shuffle(sent, random);
            for (DunningAnswer answer : Dunning.answers(account(items, policy, sent), day)) {
                if (answer instanceof DunningAnswer.Send(var item, var step)) {
                    requireInOrder(policy, sent, item, step, day);
                    sent.add(new SentStep(item.key(), step.name(), day));
                }
            }
            assertThat(Dunning.answers(account(items, policy, sent), day))
                    .noneMatch(DunningAnswer.Send.class::isInstance);
        }
    }

    private static void requireInOrder(
            DunningPolicy policy, List<SentStep> sent, OpenItem item, DunningStep step, LocalDate day) {
        Set<String> before = new HashSet<>();
        LocalDate last = LocalDate.MIN;
        for (SentStep one : sent) {
            if (one.item().equals(item.key())) {
                assertThat(before.add(one.step())).isTrue();
                last = one.on().isAfter(last) ? one.on() : last;
            }
        }
        assertThat(policy.steps().indexOf(step)).isEqualTo(before.size());
        assertThat(day).isAfterOrEqualTo(item.dueOn().plusDays(step.afterDue()));
        if (!before.isEmpty()) {
            assertThat(day).isAfterOrEqualTo(last.plusDays(step.afterLast()));
        }
    }

    private static DunningCase account(List<OpenItem> items, DunningPolicy policy, List<SentStep> sent) {
        return new DunningCase(
                new AccountItems("1", items, List.of()),
                policy,
                sent,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    private static DunningPolicy policy(Random random) {
        List<DunningStep> steps = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            steps.add(new DunningStep(
                    "s" + i,
                    1 + random.nextInt(60),
                    1 + random.nextInt(20),
                    DunningChannel.LETTER,
                    "letter",
                    Money.ZERO,
                    Money.ofMinor(random.nextInt(10_000))));
        }
        return new DunningPolicy(steps, List.of(), false);
    }
}
