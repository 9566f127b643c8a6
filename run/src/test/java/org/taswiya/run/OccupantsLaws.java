package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Stay;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.Agreements;
import org.taswiya.store.agreement.Agreements.Where;
import org.taswiya.store.agreement.Deposits;
import org.taswiya.store.agreement.StoredAgreement;
import org.taswiya.store.books.BooksDigest;
import org.taswiya.store.receivables.LedgerCheck;
import org.taswiya.store.receivables.Receipt;
import org.taswiya.store.receivables.Reversals;

/// Whoever comes, goes, hands on or leaves a flat empty, in whatever order and however often the meter is read: every
/// day on which somebody takes the service is billed once, to them, and no other day to anybody.
final class OccupantsLaws {
    private static final LocalDate FIRST = LocalDate.of(2020, 2, 1);
    private static final int MONTHS = 6;

    @Property(tries = 2)
    void everySuppliedDayIsBilledOnceAndNoEmptyOne(@ForAll long seed) throws SQLException {
        Story story = new Story(new Random(seed));
        story.play();
        TreeMap<LocalDate, String> billed = new TreeMap<>();
        for (String line : story.flat.texts("""
                select concat_ws(' ', b.agreement, s.from_day, s.to_day) from bill b
                join bill_segment s on s.bill = b.serial where s.kind <> 'true-up' order by b.serial, s.ordinal""")) {
            String[] part = line.split(" ");
            for (LocalDate day = LocalDate.parse(part[1]);
                    day.isBefore(LocalDate.parse(part[2]));
                    day = day.plusDays(1)) {
                assertThat(billed.put(day, part[0])).as(day + " twice, " + line).isNull();
            }
        }
        assertThat(billed).isEqualTo(story.supplied());
    }

    /// What was paid in is held or given back; what was given back settled something, was refunded, or is a credit.
    @Property(tries = 2)
    void noDepositIsLost(@ForAll long seed) throws SQLException {
        Story story = new Story(new Random(seed));
        story.play();
        OneFlat flat = story.flat;
        assertThat(LedgerCheck.check(flat.database()).differences()).isEmpty();
        assertThat(flat.texts("""
                select concat_ws(' ',
                    (select coalesce(sum(a.amount), 0) from allocation a where a.item_kind = 'deposit')
                        + (select coalesce(sum(open), 0) from open_item where kind = 'deposit')
                        - (select coalesce(sum(d.amount), 0) from deposit d
                           where not exists (select from deposit_return r where r.deposit = d.id))
                        - (select coalesce(sum(paid), 0) from deposit_return),
                    (select coalesce(sum(paid + interest), 0) from deposit_return)
                        - (select coalesce(sum(a.amount), 0) from allocation a where a.credit_kind = 'deposit')
                        - (select coalesce(sum(open), 0) from open_credit where kind = 'deposit'),
                    (select coalesce(sum(p.amount), 0) from posting p join ledger_account l on l.id = p.account
                     where l.name = 'liabilities:deposits')
                        + (select coalesce(sum(d.amount), 0) from deposit d
                           where not exists (
                               select from deposit_return r where r.deposit = d.id)))""")).containsExactly("0 0 0");
        LocalDate last = FIRST.plusMonths(MONTHS);
        Deposits.giveBack(flat.database(), last, OneFlat.DEPOSITS, OneFlat.WHY, false);
        String books = BooksDigest.of(flat.database());
        Deposits.giveBack(flat.database(), last, OneFlat.DEPOSITS, OneFlat.WHY, false);
        assertThat(BooksDigest.of(flat.database())).isEqualTo(books);
    }

    /// Months of a flat, day by day. What the meter shows is ten more each day.
    private static final class Story {
        private final Random random;
        private final OneFlat flat = new OneFlat(TestDatabases.fresh(), OneFlat.DEPOSITS).fill(2);
        private @Nullable String running;
        private LocalDate began = FIRST;
        private final List<Receipt> receipts = new ArrayList<>();

        Story(Random random) {
            this.random = random;
        }

        /// Somebody pays something, a cheque bounces, or deposits are given back.
        private void money(LocalDate day) {
            switch (random.nextInt(4)) {
                case 0, 1 ->
                    receipts.add(flat.pay(1 + random.nextInt(2), 1 + random.nextInt(400) + ".00", day.toString()));
                case 2 -> Deposits.giveBack(flat.database(), day, OneFlat.DEPOSITS, OneFlat.WHY, false);
                default -> {
                    if (!receipts.isEmpty()) {
                        Receipt bounced = receipts.remove(random.nextInt(receipts.size()));
                        Reversals.reverse(flat.database(), bounced.number(), day, OneFlat.TODAY, OneFlat.WHY, false);
                    }
                }
            }
        }

        void play() throws SQLException {
            LocalDate end = FIRST.plusMonths(MONTHS);
            for (LocalDate day = FIRST; !day.isAfter(end); day = day.plusDays(1)) {
                if (random.nextInt(12) == 0) {
                    move(day);
                }
                if (random.nextInt(10) == 0) {
                    money(day);
                }
                if (day.getDayOfMonth() == 1 && day.isAfter(FIRST)) {
                    if (random.nextBoolean() || day.equals(end)) {
                        readIfNobodyHas(day);
                    }
                    flat.bill(day.toString());
                }
            }
        }

        private void move(LocalDate day) {
            long shown = shown(day);
            if (running == null) {
                running = reference(flat.moveIn(1 + random.nextInt(2), day.toString(), shown));
                began = day;
            } else if (began.isBefore(day)) {
                switch (random.nextInt(3)) {
                    case 0 -> {
                        reference(flat.moveOut(running, day.toString(), shown));
                        running = null;
                    }
                    case 1 -> {
                        reference(flat.moveOutUnread(running, day.toString()));
                        running = null;
                    }
                    default -> {
                        int other = account(running).endsWith("1") ? 2 : 1;
                        running = reference(flat.transfer(running, other, day.toString(), shown));
                        began = day;
                    }
                }
            }
        }

        private String account(String agreement) {
            return Agreements.of(flat.database(), agreement)
                    .orElseThrow()
                    .agreement()
                    .account();
        }

        private static long shown(LocalDate day) {
            return 10_000 + (day.toEpochDay() - FIRST.toEpochDay()) * 10;
        }

        private void readIfNobodyHas(LocalDate day) throws SQLException {
            if (flat.texts("select 'read' from reading where at = '" + day + "'")
                    .isEmpty()) {
                flat.read(day.toString(), shown(day));
            }
        }

        /// @return of whoever came, or else of whoever went
        private static String reference(AgreementAnswer answer) {
            AgreementAnswer.Done done = (AgreementAnswer.Done) answer;
            StoredAgreement of = done.began() == null ? done.ended() : done.began();
            return of == null ? "" : of.agreement().reference();
        }

        SortedMap<LocalDate, String> supplied() {
            SortedMap<LocalDate, String> days = new TreeMap<>();
            List<Stay> stays = new ArrayList<>();
            Agreements.lives(flat.database(), new Where(null, "U1", null)).forEach(life -> stays.addAll(life.stays()));
            for (Stay stay : stays) {
                LocalDate to = stay.to() == null ? FIRST.plusMonths(MONTHS) : stay.to();
                for (LocalDate day = stay.from(); day.isBefore(to); day = day.plusDays(1)) {
                    if (stay instanceof Stay.Occupied(var by)) {
                        days.put(day, by.agreement());
                    }
                }
            }
            return days;
        }
    }
}
