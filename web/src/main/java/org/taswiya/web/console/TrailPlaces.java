package org.taswiya.web.console;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.taswiya.web.page.Frame;

/// What a row of the trail says of its place, in the language of a page. The rows themselves are in one language, and
/// never change: their digests would not fit.
public final class TrailPlaces {
    static final List<String> NOUNS = List.of(
            "account",
            "adjust",
            "adjustment",
            "approval of",
            "approval of a contact",
            "approval of arrangement proposal",
            "arrangement",
            "arrangement proposal",
            "bill",
            "contact",
            "dispute",
            "exchange",
            "file",
            "handset",
            "held",
            "instalments",
            "move",
            "outage",
            "own password",
            "own second factor",
            "password and code",
            "photo",
            "price book",
            "price book trial",
            "provider",
            "reading",
            "readings",
            "request",
            "round",
            "suspect",
            "taking back of bill",
            "undelivered",
            "unmatched",
            "unreached");

    static final List<String> OUTCOMES = List.of(
            "approved",
            "asked for",
            "booked",
            "for instalments refused",
            "given",
            "granted",
            "let through",
            "locked",
            "made at once",
            "proposed",
            "published",
            "refused",
            "taken back",
            "withdrawn");

    /// What it is, which one, and what became of it.
    private static final Pattern PLACE = Pattern.compile("(" + String.join("|", NOUNS)
            + ")((?: (?:of request )?(?:[^ ]*[0-9][^ ]*|[A-Z]{8})){0,2})(?: (" + String.join("|", OUTCOMES) + "))?");

    private TrailPlaces() {}

    /// @param noun of the texts `trail.at.`
    /// @param which numbers and days; empty for none
    /// @param outcome of the texts `trail.did.`; empty for none
    record Place(String noun, List<String> which, String outcome) {}

    static Optional<Place> parse(String written) {
        Matcher place = PLACE.matcher(written);
        if (!place.matches()) {
            return Optional.empty();
        }
        List<String> which = Arrays.stream(
                        place.group(2).replace(" of request", "").split(" ", -1))
                .filter(one -> !one.isEmpty())
                .toList();
        return Optional.of(new Place(key(place.group(1)), which, place.group(3) == null ? "" : key(place.group(3))));
    }

    static String key(String words) {
        return words.replace(' ', '-');
    }

    /// As it was written where nobody knows what it says, as of the words of a provider.
    public static String words(Frame frame, String written) {
        return parse(written)
                .map(place -> words(frame, place))
                .orElseGet(() -> frame.figures().foreign(written));
    }

    private static String words(Frame frame, Place place) {
        StringBuilder words = new StringBuilder(frame.text("trail.at." + place.noun()));
        place.which().forEach(one -> words.append(' ').append(frame.figures().isolated(one)));
        if (!place.outcome().isEmpty()) {
            words.append(" · ").append(frame.text("trail.did." + place.outcome()));
        }
        return words.toString();
    }
}
