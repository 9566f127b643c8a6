package org.taswiya.web;

import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.tariff.TariffLibrary;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.Reprint;
import org.taswiya.store.Database;
import org.taswiya.store.staff.StaffKey;

/// Whose pages they are, and what they are made from.
///
/// @param books of prices
/// @param currency the ISO code of the money that all amounts are in
/// @param telephones that of the world, where `clock` is a demo's: codes of authenticators are judged by it, and
///     devices tell by it how old a page is that they keep
/// @param random nobody can guess what comes next
/// @param readingChecks by which own readings are judged
/// @param adjustments for which reasons a bill may be disputed
/// @param paymentLimits above which a payment that a program brings is more likely mistyped than true
/// @param staffKey by which second factors are kept; null where they are kept as they are
public record Site(
        Database database,
        UtilityProfile profile,
        BooksInForce books,
        String currency,
        Clock clock,
        Clock telephones,
        RandomGenerator random,
        ReadingChecks readingChecks,
        AdjustmentRules adjustments,
        PaymentLimits paymentLimits,
        @Nullable StaffKey staffKey) {

    /// The price books in force now, of whoever rates by them: another program may have published one since.
    public TariffLibrary library() {
        return books.now();
    }

    /// By which issued bills are made again.
    public Reprint.Rules rules() {
        TariffLibrary library = library();
        return new Reprint.Rules(library::tariff, library::whyPlaceholder);
    }

    /// The same, read as whoever holds these accounts may see it.
    public Site seenBy(List<String> accounts) {
        return seenBy(accounts, accounts);
    }

    /// The same, where what is done is done in a transaction that somebody has begun.
    public Site within(Connection connection) {
        return on(database.within(connection));
    }

    private Site on(Database other) {
        return new Site(
                other,
                profile,
                books,
                currency,
                clock,
                telephones,
                random,
                readingChecks,
                adjustments,
                paymentLimits,
                staffKey);
    }

    /// The same, read as a delegate may see it.
    ///
    /// @param held those of the accounts that are their own
    public Site seenBy(List<String> accounts, List<String> held) {
        return on(database.seenBy(accounts, held));
    }
}
