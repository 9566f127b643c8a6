package org.taswiya.core.utility;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;

/// Who a utility is, as its papers say it.
///
/// @param utility the name of its folder
/// @param legalName as it is registered
/// @param names as customers know it
/// @param addresses one line each, as printed
/// @param companyNumber of the register of companies (in Morocco the ICE); empty where it is not known
/// @param taxNumber under which it pays value added tax (identifiant fiscal); empty where it is not known
/// @param phone as printed; this and what follows may be empty
/// @param iban without spaces
/// @param waysToPay in the order in which they are told, as many in each language
/// @param help whom to ask and when
/// @param colours by service; [#colourOf(String)] knows one for all
/// @param payLink where its bills are paid online; null where they are not
/// @param logo null where it has none
public record UtilityProfile(
        String utility,
        String legalName,
        Map<Language, String> names,
        Map<Language, String> addresses,
        PostalAddress postal,
        String companyNumber,
        String taxNumber,
        String phone,
        String email,
        String web,
        String iban,
        Map<Language, List<String>> waysToPay,
        Map<Language, String> help,
        SortedMap<String, Colour> colours,
        @Nullable PayLink payLink,
        @Nullable Logo logo) {
    private static final Colour DEEP_BLUE = new Colour(0x1b4f8a);
    /// Dark enough to be read as text on white, above 4.5 to 1; the saffron of a crocus is not.
    private static final Colour DARK_SAFFRON = new Colour(0xa86400);

    private static final Colour GREY_GREEN = new Colour(0x4f6359);

    public UtilityProfile {
        if (utility.isBlank() || legalName.isBlank()) {
            throw new IllegalArgumentException("A utility without a name: '" + utility + "', '" + legalName + "'");
        }
        names = complete("names", names, Function.identity());
        addresses = complete("addresses", addresses, Function.identity());
        waysToPay = complete("ways to pay", waysToPay, List::copyOf);
        help = complete("help", help, Function.identity());
        colours = Collections.unmodifiableSortedMap(new TreeMap<>(colours));
        if (waysToPay.values().stream().mapToInt(List::size).distinct().count() > 1) {
            throw new IllegalArgumentException("Not as many ways to pay in each language: " + waysToPay);
        }
    }

    /// What is known of a utility that has said nothing about itself: the name of its folder.
    public static UtilityProfile plain(String utility) {
        String name = utility.substring(0, 1).toUpperCase(Locale.ROOT) + utility.substring(1);
        return new UtilityProfile(
                utility,
                name,
                forEach(name),
                forEach(""),
                new PostalAddress("", name, "", PostalAddress.UNKNOWN_COUNTRY),
                "",
                "",
                "",
                "",
                "",
                "",
                forEach(List.of()),
                forEach(""),
                Collections.emptySortedMap(),
                null,
                null);
    }

    /// The colour by which a service is told apart from the others, whether the utility has named one or not.
    public Colour colourOf(String service) {
        Colour named = colours.get(service);
        if (named != null) {
            return named;
        }
        return switch (service) {
            case "water" -> DEEP_BLUE;
            case "electricity" -> DARK_SAFFRON;
            default -> GREY_GREEN;
        };
    }

    private static <T> Map<Language, T> forEach(T value) {
        Map<Language, T> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, value);
        }
        return all;
    }

    private static <T> Map<Language, T> complete(String what, Map<Language, T> stated, Function<T, T> copied) {
        Map<Language, T> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            T value = stated.get(language);
            if (value == null) {
                throw new IllegalArgumentException("No " + what + " in " + language.code() + ": " + stated);
            }
            all.put(language, copied.apply(value));
        }
        return Collections.unmodifiableMap(all);
    }
}
