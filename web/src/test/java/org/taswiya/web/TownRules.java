package org.taswiya.web;

import java.io.IOException;
import java.nio.file.Path;
import org.taswiya.core.adjustment.AdjustmentRules;
import org.taswiya.core.arrangement.ArrangementRules;
import org.taswiya.core.calendar.WorkingDays;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.receivables.PaymentLimits;
import org.taswiya.core.utility.UtilityProfile;
import org.taswiya.core.validation.ReadingChecks;
import org.taswiya.intake.policy.AdjustmentsParser;
import org.taswiya.intake.policy.AdjustmentsReading;
import org.taswiya.intake.policy.ArrangementsParser;
import org.taswiya.intake.policy.ArrangementsReading;
import org.taswiya.intake.policy.PaymentLimitsParser;
import org.taswiya.intake.policy.PaymentLimitsReading;
import org.taswiya.intake.policy.PolicyParser;
import org.taswiya.intake.policy.PolicyReading;
import org.taswiya.intake.policy.ReadingChecksParser;
import org.taswiya.intake.policy.RequestsParser;
import org.taswiya.intake.policy.RequestsReading;
import org.taswiya.intake.policy.UtilityProfileParser;
import org.taswiya.intake.policy.UtilityProfileReading;
import org.taswiya.intake.policy.ValidationReading;
import org.taswiya.run.BooksInForce;
import org.taswiya.run.desk.Rebilling;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.web.door.BreachedPasswords;
import org.taswiya.web.door.DoorTerms;
import org.taswiya.web.door.HashWork;

/// What the utility of the town has decided, as its folder says it.
final class TownRules {
    private static final Path RULES = PlayedTown.UTILITIES.resolve("casablanca");

    /// As usual, but for passwords that are hashed at once: what takes a tenth of a second where pages are served takes
    /// ten times as long while tests run.
    static final DoorTerms DOOR = new DoorTerms(null, BreachedPasswords.NONE, null, true, new HashWork(64, 1));

    private TownRules() {}

    static AgencyTerms terms(AgencyTerms.Cards cards, String pushKey, Rebilling rebilling, boolean isBehindTls)
            throws IOException {
        return new AgencyTerms(
                cards,
                arrangements(),
                WorkingDays.ALL,
                pushKey,
                rebilling,
                requests(),
                WebhookReach.PUBLIC,
                isBehindTls);
    }

    static UtilityProfile profile() throws IOException {
        Path file = RULES.resolve("utility.yaml");
        return switch (UtilityProfileParser.parse("casablanca", file)) {
            case UtilityProfileReading.Read(var profile) -> profile;
            case UtilityProfileReading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
        };
    }

    static ArrangementRules arrangements() throws IOException {
        return switch (ArrangementsParser.parse(RULES.resolve("arrangements.yaml"))) {
            case ArrangementsReading.Read(var rules) -> rules;
            case ArrangementsReading.Faulty(var findings) -> throw new IllegalStateException(findings.toString());
        };
    }

    static Rebilling rebilling(BooksInForce books) throws IOException {
        if (PolicyParser.parse(RULES.resolve("policies.yaml")) instanceof PolicyReading.Read(var policy, var checks)) {
            return new Rebilling(policy, checks, books);
        }
        throw new IllegalStateException("faulty policies");
    }

    static PaymentLimits paymentLimits() throws IOException {
        Path file = RULES.resolve("payments.yaml");
        if (PaymentLimitsParser.parse(file) instanceof PaymentLimitsReading.Read(var limits)) {
            return limits;
        }
        throw new IllegalStateException("faulty limits of payments");
    }

    static RequestRules requests() throws IOException {
        if (RequestsParser.parse(RULES.resolve("requests.yaml")) instanceof RequestsReading.Read(var rules)) {
            return rules;
        }
        throw new IllegalStateException("faulty requests");
    }

    static ReadingChecks readingChecks() throws IOException {
        if (ReadingChecksParser.parse(RULES.resolve("validation.yaml")) instanceof ValidationReading.Read(var checks)) {
            return checks;
        }
        throw new IllegalStateException("faulty limits of readings");
    }

    static AdjustmentRules adjustments() throws IOException {
        if (AdjustmentsParser.parse(RULES.resolve("adjustments.yaml")) instanceof AdjustmentsReading.Read(var rules)) {
            return rules;
        }
        throw new IllegalStateException("faulty rules for adjustments");
    }
}
