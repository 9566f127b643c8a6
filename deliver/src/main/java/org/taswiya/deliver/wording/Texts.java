package org.taswiya.deliver.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Decimal;

/// The sentences and words of one language.
///
/// A text may hold `{name}`, which is replaced by a value. A word that is counted has one text for each form that the
/// language has for numbers, such as `months.one` and `months.other`.
public final class Texts {

    private static final Map<Language, Texts> LOADED = beside(Texts.class, "texts");

    private final Language language;
    private final Properties texts;

    private Texts(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Texts of(Language language) {
        Texts texts = LOADED.get(language);
        if (texts == null) {
            throw new IllegalStateException("No texts in " + language);
        }
        return texts;
    }

    /// Others than those of this module: the files `NAME_ar.properties`, `NAME_fr.properties` and so on beside a class.
    public static Map<Language, Texts> beside(Class<?> place, String name) {
        Map<Language, Texts> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, new Texts(language, load(place, name + "_" + language.code() + ".properties")));
        }
        return texts;
    }

    private static Properties load(Class<?> place, String file) {
        Properties texts = new Properties();
        try (InputStream in = place.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No texts " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /// A text with its values filled in.
    ///
    /// @param namesAndValues a name as it stands between the braces, then what takes its place, and so on
    public String text(String key, Object... namesAndValues) {
        String text = find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "No text '" + key + "' in " + language + ". Maybe it is missing in a texts file?"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1].toString());
        }
        return text;
    }

    /// Things one after the other, as the language lists them: commas, and one conjunction before the last.
    public String list(List<String> things) {
        int last = things.size() - 1;
        return last < 1
                ? String.join("", things)
                : String.join(text("list.comma"), things.subList(0, last)) + text("list.and") + things.get(last);
    }

    /// The word for a code that data brings; the code itself where there is none.
    ///
    /// @param family what all keys of this kind begin with, for example `component.`
    String word(String family, String code) {
        return known(family, code).orElse(code);
    }

    /// The word for a code that data brings; empty where there is none.
    public Optional<String> known(String family, String code) {
        return find(family + code);
    }

    /// A number of things in the form that the language has for it.
    ///
    /// @param noun for example `months`
    /// @param number as it is written
    String counted(String noun, Decimal value, String number) {
        String form = find(noun + "." + Plural.of(language, value))
                .or(() -> find(noun + ".other"))
                .orElse("{n} " + noun);
        return form.replace("{n}", number);
    }

    private Optional<String> find(String key) {
        @Nullable String text = texts.getProperty(key);
        return Optional.ofNullable(text);
    }
}
