package org.taswiya.web.console.reach;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.store.reach.Campaigns.Asked;
import org.taswiya.store.reach.Chosen;
import org.taswiya.web.page.TypedWords;

/// A campaign as somebody types it.
///
/// @param chosen whom it asks; empty before one was chosen
/// @param of a class of customers; empty for all
/// @param area empty for everywhere
/// @param why their reason
/// @param seen how many were shown
public record TypedCampaign(String chosen, String of, String area, String why, String seen) {
    static final int WHY_MOST = 500;

    static final TypedCampaign NONE = new TypedCampaign("", "", "", "", "");

    /// A field that a form leaves out is empty.
    public TypedCampaign {
        chosen = Objects.requireNonNullElse(chosen, "");
        of = Objects.requireNonNullElse(of, "");
        area = Objects.requireNonNullElse(area, "");
        why = Objects.requireNonNullElse(why, "");
        seen = Objects.requireNonNullElse(seen, "");
    }

    TypedCampaign with(long newSeen) {
        return new TypedCampaign(chosen, of, area, why, Long.toString(newSeen));
    }

    /// In one line.
    public String reason() {
        return TypedWords.plain(why).replaceAll("\\s+", " ");
    }

    long seenNumber() {
        return seen.matches("[0-9]{1,9}") ? Long.parseLong(seen) : -1;
    }

    /// What keeps it from being looked at, of the texts `reach.fault.`; empty for nothing.
    ///
    /// @param areas that there are
    String fault(List<String> areas) {
        if (Chosen.ofCode(chosen).isEmpty()) {
            return "chosen";
        }
        if (!of.isEmpty() && ofClass() == null || !area.isEmpty() && !areas.contains(area)) {
            return "where";
        }
        return reason().isEmpty() || reason().length() > WHY_MOST ? "why" : "";
    }

    private @Nullable CustomerClass ofClass() {
        Optional<CustomerClass> found = Arrays.stream(CustomerClass.values())
                .filter(one -> one.code().equals(of))
                .findFirst();
        return found.orElse(null);
    }

    /// Only where nothing is at fault.
    Asked asked() {
        return new Asked(Chosen.ofCode(chosen).orElseThrow(), ofClass(), area.isEmpty() ? null : area);
    }
}
