package org.taswiya.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.taswiya.core.customer.Language;

/// The words of pages in one language. A text may hold `{name}`, which is replaced by a value.
public final class PageTexts {
    private static final Map<Language, PageTexts> LOADED = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            LOADED.put(language, new PageTexts(language, load(language)));
        }
    }

    private final Language language;
    private final Properties texts;

    private PageTexts(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    public static PageTexts of(Language language) {
        PageTexts texts = LOADED.get(language);
        if (texts == null) {
            throw new IllegalStateException("No texts in " + language);
        }
        return texts;
    }

    private static Properties load(Language language) {
        String file = "pages_" + language.code() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = PageTexts.class.getResourceAsStream(file)) {
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
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text '" + key + "' in " + language);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1].toString());
        }
        return text;
    }
}
