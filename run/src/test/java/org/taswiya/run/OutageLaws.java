package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.store.Change;
import org.taswiya.store.Database;
import org.taswiya.store.message.Announcements;
import org.taswiya.store.message.StoredMessage;
import org.taswiya.store.outage.Outage;
import org.taswiya.store.outage.OutageArea;
import org.taswiya.store.outage.OutageNotices;
import org.taswiya.store.outage.Outages;
import org.taswiya.store.population.PopulationWriter;

/// Whoever lives where, moves in and out: of an outage those are told who are served there on one of its days, and
/// nobody else.
final class OutageLaws {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);
    private static final LocalDateTime NEW_YEAR = YEAR.atStartOfDay();
    private static final Change WHY = new Change(Instant.parse("2020-01-01T08:00:00Z"), "test", "outages");
    private static final int PREMISES = 8;
    private static final int ACCOUNTS = 6;
    private static final int OUTAGES = 12;
    private static final List<String> SERVICES = List.of("water", "electricity");

    /// An agreement as a plain reference keeps it.
    private record Lives(
            String premise,
            String service,
            String account,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean isThere(LocalDate day, LocalDate last) {
            return !from.isAfter(last) && (to == null || day.isBefore(to));
        }
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void thoseWhoAreServedThereAreToldAndNobodyElse(@ForAll Random random) {
        Database database = TestDatabases.fresh();
        List<Lives> lives = fill(database, random);
        for (int i = 0; i < OUTAGES; i++) {
            String service = SERVICES.get(random.nextInt(SERVICES.size()));
            LocalDate day = YEAR.plusDays(random.nextInt(366));
            LocalDate last = day.plusDays(random.nextBoolean() ? 0 : random.nextInt(40));
            List<String> premises = new ArrayList<>();
            for (int premise = 1; premise <= PREMISES; premise++) {
                if (random.nextInt(3) == 0 || premises.isEmpty() && premise == PREMISES) {
                    premises.add("L" + premise);
                }
            }
            SortedSet<String> expected = new TreeSet<>();
            lives.stream()
                    .filter(one ->
                            one.service().equals(service) && premises.contains(one.premise()) && one.isThere(day, last))
                    .forEach(one -> expected.add(one.account()));
            assertThat(told(database, service, premises, day, last))
                    .as("%s at %s from %s to %s", service, premises, day, last)
                    .isEqualTo(expected);
        }
    }

    /// At each point one after the other, with days between them or none.
    private static List<Lives> fill(Database database, Random random) {
        List<Lives> lives = new ArrayList<>();
        try (PopulationWriter writer = PopulationWriter.open(database, WHY)) {
            for (int account = 1; account <= ACCOUNTS; account++) {
                writer.add(new Customer("P" + account, CustomerClass.HOUSEHOLD, "زبون", "Client", Language.FR));
                writer.add(new CustomerAccount(MailTown.account(account), "P" + account));
            }
            int agreement = 0;
            for (int premise = 1; premise <= PREMISES; premise++) {
                writer.add(new Premise("L" + premise, premise + ", rue Atlas", "Maarif"));
                for (String service : SERVICES) {
                    String point = service.charAt(0) + "-" + premise;
                    writer.add(new UsagePoint(point, "L" + premise, service));
                    for (Lives one : oneAfterTheOther("L" + premise, service, random)) {
                        lives.add(one);
                        writer.add(
                                new ServiceAgreement(
                                        String.format(Locale.ROOT, "C%05d", ++agreement),
                                        one.account(),
                                        point,
                                        "casablanca/" + service + "-household",
                                        1,
                                        one.from(),
                                        one.to()),
                                one.from());
                    }
                }
            }
            writer.commit();
        }
        return lives;
    }

    private static List<Lives> oneAfterTheOther(String premise, String service, Random random) {
        List<Lives> all = new ArrayList<>();
        LocalDate from = YEAR.plusDays(random.nextInt(60));
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            boolean isLast = i == many - 1 && random.nextBoolean();
            LocalDate to = from.plusDays(1L + random.nextInt(150));
            String account = MailTown.account(1 + random.nextInt(ACCOUNTS));
            all.add(new Lives(premise, service, account, from, isLast ? null : to));
            from = to.plusDays(random.nextInt(2) * (long) random.nextInt(30));
        }
        return Collections.unmodifiableList(all);
    }

    private static SortedSet<String> told(
            Database database, String service, List<String> premises, LocalDate day, LocalDate last) {
        Outage outage = Outages.plan(
                        database,
                        service,
                        new OutageArea.Premises(premises),
                        new Outages.Times(day.atTime(8, 0), last.atTime(14, 0), Map.of()),
                        NEW_YEAR,
                        WHY,
                        false)
                .outage();
        SortedSet<String> told = new TreeSet<>();
        OutageNotices.notify(database, outage.number(), NEW_YEAR, WHY, true, new Announcements.Listener() {
            @Override
            public void queued(StoredMessage message, Announcement announcement) {
                told.add(message.account());
            }

            @Override
            public void unreached(Cause cause, String account) {
                told.add(account);
            }

            @Override
            public void unwanted(Cause cause, String account) {
                throw new AssertionError("an outage cannot be switched off: " + account);
            }
        });
        return told;
    }
}
