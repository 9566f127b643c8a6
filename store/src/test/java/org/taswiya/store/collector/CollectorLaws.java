package org.taswiya.store.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.taswiya.core.collector.Collector;
import org.taswiya.core.collector.CollectorMessage;
import org.taswiya.core.collector.Order;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.store.Database;
import org.taswiya.store.TestDatabases;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.SmallTown;

/// Messages of two collectors, lost, repeated and in any order, alone and in batches: what is in the books is what the
/// transactions say at the end, no bill is paid twice, and a message told again is answered as the first time.
class CollectorLaws {
    private static final int TRANSACTIONS = 8;
    private static final List<Collector> COLLECTORS = List.of(CollectorDesk.WAFACASH, CollectorDesk.TASSHILAT);

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theBooksAreThoseOfTheFinalStates(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        Database database = TestDatabases.fresh();
        SmallTown town = new SmallTown(database).fill();
        CollectorDesk desk = new CollectorDesk(database);
        List<ToldMessage> stream = stream(random, bills(town));
        Map<ToldMessage, String> first = new HashMap<>();
        for (int at = 0; at < stream.size(); ) {
            int size = Math.min(1 + random.nextInt(6), stream.size() - at);
            List<ToldMessage> batch = stream.subList(at, at + size);
            List<String> answers = desk.tellTogether(batch, SmallTown.TODAY);
            for (int i = 0; i < size; i++) {
                String answer = answers.get(i);
                if (!answer.equals("not-paid") && !answer.equals("other-contents")) {
                    assertThat(first.computeIfAbsent(batch.get(i), _ -> answer)).isEqualTo(answer);
                }
            }
            at += size;
        }
        assertThat(LedgerCheck.check(database).differences()).isEmpty();
        requireFinalStates(town);
    }

    private static List<ItemKey> bills(SmallTown town) {
        List<ItemKey> bills = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            bills.add(town.bill(1, "10.00", 10 + i, 30));
        }
        return bills;
    }

    /// Every message up to three times or never, shuffled.
    private static List<ToldMessage> stream(Random random, List<ItemKey> bills) {
        List<ToldMessage> stream = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            String number = "T" + i;
            Order order = CollectorDesk.order(1, "10.00", bills.get(random.nextInt(bills.size())));
            Collector collector = COLLECTORS.get(random.nextInt(2));
            List<CollectorMessage> messages = List.of(
                    CollectorDesk.reserve(number, order),
                    CollectorDesk.pay(number, order),
                    CollectorDesk.pay(number, order),
                    CollectorDesk.confirm(number),
                    CollectorDesk.cancel(number));
            for (CollectorMessage message : messages) {
                for (int times = random.nextInt(4); times > 0; times--) {
                    stream.add(random.nextInt(stream.size() + 1), new ToldMessage(collector, message));
                }
            }
        }
        return stream;
    }

    private static void requireFinalStates(SmallTown town) {
        String otherwise = """
                select count(*) from collector_transaction t left join payment p on p.serial = t.receipt
                left join payment_reversal r on r.payment = p.serial
                where (t.state in ('paid', 'confirmed')) <> (p.serial is not null and r.payment is null)""";
        assertThat(town.text(otherwise)).isEqualTo("0");
        assertThat(town.text("select count(*) from payment where serial not in"
                        + " (select receipt from collector_transaction where receipt is not null)"))
                .isEqualTo("0");
        assertThat(town.text("""
                select count(*) from (
                    select named from payment p where not exists (
                        select from payment_reversal r where r.payment = p.serial)
                    group by named having sum(amount) > 1000) paid_twice""")).isEqualTo("0");
        for (Collector collector : COLLECTORS) {
            String name = collector.name();
            assertThat(town.text("select coalesce(sum(p.amount), 0) from posting p join ledger_account a"
                            + " on a.id = p.account where a.name = 'assets:collector:" + name + "'"))
                    .isEqualTo(town.text("select coalesce(sum(amount), 0) from collector_transaction"
                            + " where state in ('paid', 'confirmed') and collector = '" + name + "'"))
                    .isEqualTo(town.text(
                            "select coalesce(sum(collected), 0) from collector_day where collector = '" + name + "'"));
        }
    }
}
