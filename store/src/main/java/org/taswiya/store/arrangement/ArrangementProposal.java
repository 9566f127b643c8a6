package org.taswiya.store.arrangement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.quantity.Money;
import org.taswiya.store.Change;

/// Instalments that one of the staff would grant and somebody else has to let through.
///
/// @param down what is paid on the day of signing before the instalments; zero for nothing
/// @param firstOn when the first instalment falls due; null for the rules' own day
/// @param change under which it was written
/// @param proposed who would grant it, when and why
/// @param isWaiting whether nobody has decided it, and no other has taken its place
public record ArrangementProposal(
        long number,
        String account,
        int months,
        Money down,
        @Nullable LocalDate firstOn,
        RequestChannel channel,
        LocalDate askedOn,
        long change,
        Change proposed,
        boolean isWaiting) {}
