package org.taswiya.intake.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.Letter;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.care.RequestOpening;
import org.taswiya.core.care.RequestRules;
import org.taswiya.core.customer.Language;
import org.taswiya.intake.yaml.Findings;
import org.taswiya.intake.yaml.YamlDocument;
import org.taswiya.intake.yaml.YamlFields;
import org.taswiya.intake.yaml.YamlNode;

/// Reads what customers of a utility may ask for, and the letters by which it answers.
public final class RequestsParser {
    private static final Set<String> FIELDS = Set.of("kinds", "letters", "source", "placeholder");
    private static final Set<String> KIND =
            Set.of("code", "names", "complaint", "online", "days", "source", "placeholder");
    private static final Set<String> LETTER = Set.of("code", "names", "texts", "source", "placeholder");
    private static final Set<String> LANGUAGES = Set.of("ar", "fr", "en");
    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "no", false);
    private static final Map<String, RequestOpening> OPENINGS =
            Map.of("no", RequestOpening.STAFF_ALONE, "holder", RequestOpening.HOLDER, "yes", RequestOpening.MANAGER);
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final int DAYS_MOST = 366;

    private final Findings findings;

    private RequestsParser(Findings findings) {
        this.findings = findings;
    }

    /// The rules of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static RequestsReading parse(Path file) throws IOException {
        return parse(file.toString(), YamlDocument.text(file));
    }

    /// The rules of a text.
    ///
    /// @param file what findings call it
    static RequestsReading parse(String file, String text) {
        Findings findings = new Findings(file);
        Optional<RequestRules> rules =
                YamlDocument.read(text, findings).map(root -> new RequestsParser(findings).rules(root));
        return findings.isEmpty() && rules.isPresent()
                ? new RequestsReading.Read(rules.get())
                : new RequestsReading.Faulty(findings.inOrder());
    }

    private RequestRules rules(YamlNode root) {
        YamlFields fields = YamlFields.of(root, "the requests of a utility", FIELDS, findings);
        SequencedMap<String, RequestKind> kinds = new LinkedHashMap<>();
        for (YamlFields one : fields.items("kinds", "a kind", KIND)) {
            String code = code(one);
            Map<Language, String> names = texts(one, "names");
            Boolean isComplaint = one.choice("complaint", YES_OR_NO);
            RequestOpening opening = opening(one);
            int days = one.whole("days", 1, DAYS_MOST);
            if (findings.isEmpty() && isComplaint != null && opening != null) {
                add(one, kinds, code, new RequestKind(code, names, isComplaint, opening, days));
            }
        }
        SequencedMap<String, Letter> letters = new LinkedHashMap<>();
        for (YamlFields one : fields.items("letters", "a letter", LETTER)) {
            String code = code(one);
            Map<Language, String> names = texts(one, "names");
            Map<Language, String> texts = texts(one, "texts");
            if (findings.isEmpty()) {
                add(one, letters, code, new Letter(code, names, texts));
            }
        }
        return new RequestRules(kinds, letters);
    }

    /// Who has not said so opens nothing to customers.
    private static @Nullable RequestOpening opening(YamlFields kind) {
        YamlNode stated = kind.optional("online");
        return stated == null ? RequestOpening.STAFF_ALONE : kind.choiceOf(stated, OPENINGS);
    }

    private String code(YamlFields fields) {
        return fields.name("code", CODE, "a code of small letters, digits and hyphens");
    }

    private <T> void add(YamlFields fields, Map<String, T> to, String code, T one) {
        if (to.put(code, one) != null) {
            findings.add(fields.placeOf("code"), "a second " + code, "each code once");
        }
    }

    private Map<Language, String> texts(YamlFields fields, String name) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        YamlFields stated = fields.fields(name, "a text by language", LANGUAGES);
        if (stated != null) {
            for (Language language : Language.values()) {
                texts.put(language, stated.text(language.code()));
            }
        }
        return texts;
    }
}
