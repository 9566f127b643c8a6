package org.taswiya.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.taswiya.store.Database;
import org.taswiya.store.agreement.AgreementAnswer;
import org.taswiya.store.agreement.Deposits;
import org.taswiya.store.agreement.StoredDeposit;

/// Six households pay their deposits, in whole, in part or not at all, and leave, two a month; each month they are
/// billed to their day and given back what they have paid.
final class DepositWork implements MoneyWork {
    private static final int HOUSES = 6;
    private static final int LEAVING = 2;

    /// Who leaves, the bills, what is given back.
    private static final int OF_A_MONTH = LEAVING + 2;

    private static final List<String> PAID = List.of("300.00", "100.00", "");

    @Override
    public void fill(Database database) {
        Street street = new Street(database, OneFlat.DEPOSITS);
        street.fill(HOUSES);
        street.everybodyMovesIn(HOUSES, "2020-02-01");
        street.flat().bill("2020-03-01");
    }

    @Override
    public int steps() {
        return HOUSES + HOUSES / LEAVING * OF_A_MONTH;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void take(Database database, int step, Consumer<String> told) {
        if (step < HOUSES) {
            String amount = PAID.get(step % PAID.size());
            if (!amount.isEmpty()) {
                LocalDate on = LocalDate.of(2020, 2, 11);
                MoneyWork.pay(database, OneFlat.account(1 + step), amount, on, "k" + step, told);
            }
            return;
        }
        int month = (step - HOUSES) / OF_A_MONTH;
        int inMonth = (step - HOUSES) % OF_A_MONTH;
        OneFlat flat = new OneFlat(database, OneFlat.DEPOSITS);
        if (inMonth < LEAVING) {
            leave(flat, 1 + month * LEAVING + inMonth, LocalDate.of(2020, 3, 16).plusMonths(month), told);
        } else if (inMonth == LEAVING) {
            String to = LocalDate.of(2020, 4, 1).plusMonths(month).toString();
            MoneyWork.bill(() -> flat.bill(to), told);
        } else {
            LocalDate on = LocalDate.of(2020, 4, 11).plusMonths(month);
            Deposits.giveBack(database, on, OneFlat.DEPOSITS, OneFlat.WHY, false)
                    .returned()
                    .forEach(one -> told.accept(returned(one)));
        }
    }

    private static void leave(OneFlat flat, int house, LocalDate on, Consumer<String> told) {
        String agreement = String.format(Locale.ROOT, "C%05d", house);
        switch (flat.moveOut(agreement, on.toString(), 1_000L + 10 * on.getDayOfYear())) {
            case AgreementAnswer.Done done ->
                told.accept("left "
                        + Objects.requireNonNull(done.ended()).agreement().reference() + " " + on);
            case AgreementAnswer.Refused(var reason, var found) -> told.accept("refused " + reason + " " + found);
        }
    }

    private static String returned(StoredDeposit deposit) {
        return "returned " + deposit.number() + " " + deposit.paid() + " " + deposit.back();
    }

    @Override
    public List<String> facts(Database database) {
        List<String> facts = new ArrayList<>(MoneyWork.paid(database));
        facts.addAll(MoneyWork.texts(
                database,
                "select 'left ' || reference || ' ' || to_day from service_agreement where to_day is not null"
                        + " order by reference"));
        Deposits.list(database, null).stream()
                .filter(one -> one.back() != null)
                .forEach(one -> facts.add(returned(one)));
        return facts;
    }
}
