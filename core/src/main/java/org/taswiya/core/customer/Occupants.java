package org.taswiya.core.customer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Stay.Occupied;
import org.taswiya.core.customer.Stay.Vacant;

/// All who ever took the service at one usage point, one after the other.
///
/// @param inOrder earliest first; no two share a day
public record Occupants(List<Occupant> inOrder) {

    public Occupants {
        inOrder = inOrder.stream().sorted(Comparator.comparing(Occupant::from)).toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Occupant before = inOrder.get(i - 1);
            Occupant next = inOrder.get(i);
            if (next.meets(before.from(), before.to())) {
                throw new IllegalArgumentException(
                        "Agreements " + before.agreement() + " and " + next.agreement() + " share days");
            }
        }
    }

    /// Who would share a day with somebody who takes the service over these days; the earliest of them.
    public Optional<Occupant> inTheWay(LocalDate from, @Nullable LocalDate to) {
        return inOrder.stream().filter(one -> one.meets(from, to)).findFirst();
    }

    /// From the first occupant on, every day once: theirs, or vacant. The last one has no end.
    public List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        LocalDate end = null;
        for (Occupant one : inOrder) {
            if (end != null && end.isBefore(one.from())) {
                stays.add(new Vacant(end, one.from()));
            }
            stays.add(new Occupied(one));
            end = one.to();
        }
        if (end != null) {
            stays.add(new Vacant(end, null));
        }
        return stays;
    }
}
