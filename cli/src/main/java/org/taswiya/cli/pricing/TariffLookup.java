package org.taswiya.cli.pricing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.core.tariff.TariffVersion;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.Refusal;
import org.taswiya.intake.json.RefusalReason;
import org.taswiya.intake.tariff.ParsedBook;
import org.taswiya.intake.tariff.RefusedBook;
import org.taswiya.intake.tariff.TariffBook;
import org.taswiya.intake.yaml.Finding;

/// The tariffs that lines name, each looked up once.
public final class TariffLookup {
    private final Function<String, Optional<ParsedBook>> library;
    private final Map<String, Tariff> found = new HashMap<>();

    public TariffLookup(Function<String, Optional<ParsedBook>> library) {
        this.library = library;
    }

    /// The tariff that the field `tariff` names by id or by its book's path.
    ///
    /// @throws Refusal `missing-field` or `unknown-tariff`
    public Tariff tariff(JsonFields line) {
        String name = line.text("tariff");
        Tariff known = found.get(name);
        if (known != null) {
            return known;
        }
        Tariff tariff = switch (library.apply(name).orElse(null)) {
            case null ->
                throw unknown(
                        line,
                        name,
                        "is no price book; expected an id such as casablanca/electricity-household, or the path"
                                + " of a book");
            case RefusedBook refused -> throw unknown(line, name, "is " + faulty(name, refused));
            case TariffBook book -> book.tariff();
        };
        found.put(name, tariff);
        return tariff;
    }

    /// What is wrong with a book. Of a file that was named by its path only the place is told, not what stands there:
    /// it may be no book at all, and none of the asker's business.
    private static String faulty(String name, RefusedBook refused) {
        Finding first = refused.findings().getFirst();
        String place = "line " + first.line() + ", column " + first.column();
        return refused.file().equals(name)
                ? "no good book: " + place + ", expected " + first.expected()
                : "a book with faults, first " + first;
    }

    private static Refusal unknown(JsonFields line, String name, String fault) {
        return line.refuse(RefusalReason.UNKNOWN_TARIFF, "tariff", "found " + Quoted.of(name) + ", which " + fault);
    }

    /// @throws Refusal `outside-versions` when the tariff has no version for some of the days
    static void requireCovered(Tariff tariff, DateRange period) {
        if (!tariff.covers(period)) {
            TariffVersion first = tariff.versions().getFirst();
            TariffVersion last = tariff.versions().getLast();
            String end = last.to() == null ? " on" : " to " + last.to();
            throw new Refusal(
                    RefusalReason.OUTSIDE_VERSIONS,
                    "from, to: found " + period + ", but " + tariff.id() + " has prices from " + first.from() + end);
        }
    }
}
