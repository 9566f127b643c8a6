package org.taswiya.web.door;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which passwords are taken: long ones that nobody else has, of whatever letters (NIST SP 800-63B).
public final class PasswordRules {
    /// Letters, digits and all else count alike.
    public static final int SHORTEST = 10;

    public static final int LONGEST = 200;

    /// As much as is looked at for common words; whoever has more has enough.
    private static final int LOOKED_AT = 64;

    /// One that is found by so many tries is among those that are tried first.
    private static final double GUESSES_LEAST = 1e6;

    private static final int NAME_LEAST = 4;

    private PasswordRules() {}

    /// Why not.
    public enum Fault {
        SHORT,
        LONG,
        /// Their reference or a name of theirs is in it.
        NAMED,
        /// Words, names, rows of keys and days that many take.
        COMMON,
        /// Thieves have it.
        BREACHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The words and names are loaded for whoever needs them first.
    private static final class Words {
        static final Zxcvbn LOADED = new Zxcvbn();
    }

    /// @param names of their holder, in every script
    /// @return empty for one that is taken
    public static Optional<Fault> fault(String typed, String account, List<String> names, BreachedPasswords breached) {
        String password = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.LONG);
        }
        List<String> theirs = parts(names);
        String plain = plain(password);
        if (plain.contains(account) || theirs.stream().anyMatch(plain::contains)) {
            return Optional.of(Fault.NAMED);
        }
        if (isCommon(password, account, theirs)) {
            return Optional.of(Fault.COMMON);
        }
        return breached.has(password) ? Optional.of(Fault.BREACHED) : Optional.empty();
    }

    private static boolean isCommon(String password, String account, List<String> theirs) {
        List<String> known = new ArrayList<>(theirs);
        known.add(account);
        String begin = password.substring(0, Math.min(LOOKED_AT, password.length()));
        return Words.LOADED.measure(begin, known).getGuesses() < GUESSES_LEAST;
    }

    private static List<String> parts(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name.split("[\\s'’-]+")))
                .map(PasswordRules::plain)
                .filter(part -> part.codePointCount(0, part.length()) >= NAME_LEAST)
                .toList();
    }

    /// Small letters without accents, and digits.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
