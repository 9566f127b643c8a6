package org.taswiya.run;

import java.time.LocalDate;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.Register;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.receivables.DepositRules;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.AgreementDecisions;
import org.taswiya.store.agreement.AgreementDecisions.Newcomer;
import org.taswiya.store.population.PopulationWriter;

/// Houses in a row, each with an electricity meter that nobody has taken yet and an account that may.
///
/// @param flat moves and bills are made as of one flat
record Street(OneFlat flat) {
    Street(Database database, DepositRules deposits) {
        this(new OneFlat(database, deposits));
    }

    void fill(int houses) {
        try (PopulationWriter writer = PopulationWriter.open(flat.database(), OneFlat.WHY)) {
            for (int i = 1; i <= houses; i++) {
                writer.add(new Customer("P" + i, CustomerClass.HOUSEHOLD, "زبون", "Client " + i, Language.FR));
                writer.add(new CustomerAccount(OneFlat.account(i), "P" + i));
                writer.add(new Premise("L" + i, i + ", rue Atlas", "Maarif"));
                writer.add(new UsagePoint("U" + i, "L" + i, "electricity"));
                writer.add(new Meter(
                        "M" + i,
                        "U" + i,
                        Register.simple(Unit.KILOWATT_HOUR),
                        LocalDate.of(2018, 1, 1),
                        Decimal.ZERO,
                        null));
            }
            writer.commit();
        }
    }

    /// With agreements `C00001` and so on.
    void everybodyMovesIn(int houses, String on) {
        for (int i = 1; i <= houses; i++) {
            Newcomer newcomer = new Newcomer(null, OneFlat.account(i), "U" + i, OneFlat.TARIFF, 1, Decimal.of(3_650));
            AgreementAnswer answer = AgreementDecisions.moveIn(flat.database(), newcomer, flat.move(on, 1_000L));
            if (OneFlat.refused(answer) != null) {
                throw new IllegalStateException(answer.toString());
            }
        }
    }
}
