package org.taswiya.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.tariff.BlockTier;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffComponent;
import org.taswiya.core.tariff.TariffComponent.BlockCharge;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.store.Database;
import org.taswiya.store.run.RunReport;
import org.taswiya.store.run.RunTotals;

/// A run that was cut off goes on by the price books by which it began.
final class RunPricesTest {
    private static final String ELECTRICITY = "casablanca/electricity-household";
    private static final int ACCOUNTS = 20;
    private static final RunSettings SETTINGS = SampleUtility.settings("2020-03-01", 5);

    private final Database database = TestDatabases.fresh();

    @BeforeEach
    void cutOffAfterTheFirstBatch() {
        new SampleUtility(ACCOUNTS, 3).fill(database);
        assertThatThrownBy(() -> BillingRun.execute(database, SETTINGS, new BillingListener() {
                    @Override
                    public void committed(Progress progress) {
                        throw new IllegalStateException("cut off");
                    }
                }))
                .hasMessage("cut off");
    }

    /// Killed between the commit that begins a run and the one of its first batch.
    @Nested
    class BeforeTheFirstBatch {
        private final Database begun = TestDatabases.fresh();

        @BeforeEach
        void cutOffAtOnce() {
            new SampleUtility(ACCOUNTS, 3).fill(begun);
            assertThatThrownBy(() -> BillingRun.execute(begun, SETTINGS, new BillingListener() {
                        @Override
                        public void begun(RunReport run, long accountsToDo) {
                            throw new IllegalStateException("cut off");
                        }
                    }))
                    .hasMessage("cut off");
        }

        @Test
        void notWithoutABook() {
            assertRefused(
                    begun, 0, by(id -> SETTINGS.tariffs().apply(id).filter(_ -> !id.equals(ELECTRICITY))), "not there");
        }

        @Test
        void notByOtherPrices() {
            assertRefused(begun, 0, by(electricity(RunPricesTest::withoutFirstComponents)), "something else now");
        }

        @Test
        void aBookThatChangesLaterChargesTheSame() {
            assertGoesOn(begun, by(electricity(RunPricesTest::endingInTenYears)));
        }
    }

    @Test
    void notWithoutABook() {
        assertRefused(
                database,
                5,
                by(id -> SETTINGS.tariffs().apply(id).filter(book -> !id.equals(ELECTRICITY))),
                "not there now");
    }

    @Test
    void notByOtherPrices() {
        assertRefused(database, 5, by(electricity(RunPricesTest::withoutFirstComponents)), "something else now");
    }

    @Test
    void aBookThatChangesLaterChargesTheSame() {
        assertGoesOn(database, by(electricity(RunPricesTest::endingInTenYears)));
    }

    @Test
    void byTheSameBooksReadAnew() {
        assertGoesOn(database, by(SampleUtility::tariff));
    }

    private static void assertRefused(Database database, int accounts, RunSettings settings, String why) {
        assertThatThrownBy(() -> BillingRun.execute(database, settings, new BillingListener() {}))
                .isInstanceOf(BillingRefused.class)
                .hasMessageContainingAll(
                        "cycle to 2020-03-01", "price book " + ELECTRICITY, why, "./taswiya run cancel 1");
        assertThat(RunReport.all(database).getFirst().totals().accounts()).isEqualTo(accounts);
        assertGoesOn(database, SETTINGS);
    }

    private static void assertGoesOn(Database database, RunSettings settings) {
        RunTotals totals =
                BillingRun.execute(database, settings, new BillingListener() {}).totals();
        assertThat(totals.isFinished()).isTrue();
        assertThat(totals.accounts()).isEqualTo(ACCOUNTS);
    }

    private static RunSettings by(Function<String, Optional<Tariff>> tariffs) {
        return new RunSettings(
                SETTINGS.cycle(),
                SETTINGS.policy(),
                SETTINGS.checks(),
                tariffs,
                SETTINGS.accountsPerBatch(),
                SETTINGS.why());
    }

    private static Function<String, Optional<Tariff>> electricity(Function<Tariff, Tariff> changed) {
        return id -> SETTINGS.tariffs().apply(id).map(book -> id.equals(ELECTRICITY) ? changed.apply(book) : book);
    }

    private static Tariff withoutFirstComponents(Tariff book) {
        return with(
                book,
                book.versions().stream()
                        .map(version -> new TariffVersion(
                                version.from(),
                                version.to(),
                                version.proration(),
                                version.placeholder(),
                                version.components()
                                        .subList(1, version.components().size())))
                        .toList());
    }

    static Tariff endingInTenYears(Tariff book) {
        List<TariffVersion> versions = new ArrayList<>(book.versions());
        TariffVersion last = versions.removeLast();
        LocalDate end = LocalDate.of(2030, 1, 1);
        versions.add(new TariffVersion(last.from(), end, last.proration(), last.placeholder(), last.components()));
        versions.add(new TariffVersion(end, null, last.proration(), true, List.of()));
        return with(book, versions);
    }

    /// The open block, which none of the sample reaches, has another price.
    static Tariff withDearestBlock(Tariff book) {
        return with(
                book,
                book.versions().stream()
                        .map(version -> new TariffVersion(
                                version.from(),
                                version.to(),
                                version.proration(),
                                version.placeholder(),
                                version.components().stream()
                                        .map(RunPricesTest::withDearestBlock)
                                        .toList()))
                        .toList());
    }

    private static TariffComponent withDearestBlock(TariffComponent component) {
        if (!(component instanceof BlockCharge blocks)) {
            return component;
        }
        List<BlockTier> tiers = new ArrayList<>(blocks.tiers());
        BlockTier last = tiers.removeLast();
        tiers.add(new BlockTier(last.upTo(), last.tolerance(), last.mode(), Decimal.of(99)));
        return new BlockCharge(
                blocks.code(),
                blocks.unit(),
                blocks.rule(),
                blocks.months(),
                tiers,
                blocks.taxClass(),
                blocks.clause());
    }

    private static Tariff with(Tariff book, List<TariffVersion> versions) {
        return new Tariff(
                book.id(),
                book.service(),
                book.currency(),
                book.unit(),
                book.basis(),
                book.dueDays(),
                versions,
                book.taxes());
    }
}
