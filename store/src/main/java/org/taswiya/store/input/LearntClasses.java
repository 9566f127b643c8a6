package org.taswiya.store.input;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.taswiya.core.billing.BillingPolicy;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.estimation.ClassUse;
import org.taswiya.core.estimation.EstimateInstruction.ByMethod;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.estimation.PastUse;
import org.taswiya.core.metering.Usage;
import org.taswiya.store.Rows;
import org.taswiya.store.bill.Known;
import org.taswiya.store.copy.Literals;
import org.taswiya.store.input.ReadingRows.Days;
import org.taswiya.store.run.ClassDates;
import org.taswiya.store.run.Cycle;
import org.taswiya.store.run.LearntClass;

/// What classes of meters have shown about the dates that are estimated, learnt when somebody first asks: the class of
/// a meter is its tariff.
///
/// It is learnt from a sample, the same one whoever draws it and however many accounts are billed, because one meter in
/// a thousand says nearly as much of its class as all do. Meters are drawn by the digests of their usage points, so
/// that no street or year of connection is preferred.
///
/// Safe for use by several readers, of which one at a time learns.
public final class LearntClasses {
    /// The tenth least of so many deviations is known to a hundredth or two.
    private static final int METERS = 1_000;

    private static final String SAMPLE = """
            select a.reference from service_agreement a
            where a.tariff = ? and a.change <= ? order by md5(a.usage_point), a.reference limit %d""".formatted(METERS);

    private final Known known;
    private final Cycle cycle;
    private final BillingPolicy policy;
    private final Map<ClassDates, LearntClass> classes;
    private final Map<ClassDates, LearntClass> added = new HashMap<>();
    private final Map<OfChain, ClassUse> ofChain = new HashMap<>();
    private final Map<String, List<PastUse>> samples = new HashMap<>();

    /// As much of what a class has shown as a chain asks for.
    private record OfChain(ClassDates dates, List<EstimationMethod> chain) {}

    /// @param policy that names the methods
    /// @param known of the books; what came later is not seen
    /// @param kept what was learnt before and goes on to be used
    public LearntClasses(Cycle cycle, BillingPolicy policy, Known known, Map<ClassDates, LearntClass> kept) {
        this.cycle = cycle.forEverybody();
        this.policy = policy;
        this.known = known;
        this.classes = new HashMap<>(kept);
    }

    /// Tells those that are to be estimated what their class has shown.
    ///
    /// @param connection for what has to be learnt first
    void tell(Connection connection, Collection<OpenAgreement> billed) throws SQLException {
        for (OpenAgreement agreement : billed) {
            DateRange range = agreement.needsEstimate() ? agreement.unread(cycle.billTo()) : null;
            if (range != null && agreement.register != null) {
                agreement.ofClass = of(connection, agreement, new ClassDates(agreement.tariff, range));
            }
        }
    }

    /// What was learnt since this was last asked.
    public synchronized Map<ClassDates, LearntClass> takeAdded() {
        Map<ClassDates, LearntClass> taken = Map.copyOf(added);
        added.clear();
        return taken;
    }

    private ClassUse of(Connection connection, OpenAgreement agreement, ClassDates dates) throws SQLException {
        List<EstimationMethod> chain = agreement.of(policy).estimation();
        List<EstimationMethod> methods = methods(agreement, chain);
        LearntClass learnt = learnt(connection, dates);
        if (!learnt.hasChanged(methods)) {
            return methods.equals(chain)
                    ? shared(new OfChain(dates, chain), learnt)
                    : learnt.use().of(methods);
        }
        PastUse past = PastUse.of(usage(agreement.history, agreement.vacancies));
        return learnt.use().changedBy(learnt.changed(), past).of(methods);
    }

    /// One for all meters of the class that are estimated by the chain.
    private synchronized ClassUse shared(OfChain of, LearntClass learnt) {
        return ofChain.computeIfAbsent(of, _ -> learnt.use().of(of.chain()));
    }

    /// Of the chain, and the one that a person wants.
    private static List<EstimationMethod> methods(OpenAgreement agreement, List<EstimationMethod> chain) {
        if (!(agreement.instruction instanceof ByMethod(EstimationMethod method)) || chain.contains(method)) {
            return chain;
        }
        List<EstimationMethod> methods = new ArrayList<>(chain);
        methods.add(method);
        return methods;
    }

    private synchronized LearntClass learnt(Connection connection, ClassDates dates) throws SQLException {
        LearntClass learnt = classes.get(dates);
        if (learnt == null) {
            learnt = LearntClass.learn(sample(connection, dates.tariff()), dates.range(), policy.methods());
            classes.put(dates, learnt);
            added.put(dates, learnt);
        }
        return learnt;
    }

    private List<PastUse> sample(Connection connection, String tariff) throws SQLException {
        List<PastUse> sample = samples.get(tariff);
        if (sample == null) {
            sample = read(connection, tariff);
            samples.put(tariff, sample);
        }
        return sample;
    }

    private List<PastUse> read(Connection connection, String tariff) throws SQLException {
        Set<String> drawn = new LinkedHashSet<>();
        try (PreparedStatement query = connection.prepareStatement(SAMPLE)) {
            query.setString(1, tariff);
            query.setLong(2, known.change());
            Rows.each(query, row -> drawn.add(row.getString(1)));
        }
        if (drawn.isEmpty()) {
            return List.of();
        }
        Collection<OpenAgreement> meters = new AgreementRows(connection, cycle, known)
                .readWithMeters("a.reference = any(" + Literals.texts(drawn) + ")")
                .values();
        LocalDate first = cycle.readTo().minusMonths(UsageHistory.MONTHS_MOST);
        List<Days> asked = meters.stream()
                .map(meter -> new Days(meter, first, cycle.readTo()))
                .toList();
        new ReadingRows(connection, known).read(asked, false);
        return asked.stream()
                .map(days -> PastUse.of(usage(UsageHistory.usage(days), days.of.vacancies)))
                .toList();
    }

    /// Of days on which somebody lived there.
    private static List<Usage> usage(List<Usage> all, List<DateRange> vacancies) {
        if (vacancies.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(usage -> vacancies.stream().allMatch(vacancy -> vacancy.daysShared(usage.range()) == 0))
                .toList();
    }
}
