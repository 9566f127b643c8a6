package org.taswiya.web.api.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.Letter;
import org.taswiya.core.care.RequestChannel;
import org.taswiya.core.customer.Language;
import org.taswiya.store.request.Requests;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.write.RequestJson;

/// What is told and taken when staff take and answer what customers ask for.
public final class AnswerJson {
    static final String CODE = "[a-z][a-z0-9-]{0,39}";
    static final String SEEN = "[0-9]{1,4}";

    private AnswerJson() {}

    /// What somebody asked for, told by whoever took it.
    public record TakenRequest(
            @Says(value = "One of the utility's kinds.", pattern = CODE)
            String kind,

            @Says(value = "How it came.", codesOf = RequestChannel.class)
            String channel,

            @Says(value = "What they said.", least = 1, most = Requests.WORDS_MOST, isOfLines = true)
            String words) {}

    /// A letter by which requests are answered.
    public record AnswerLetter(
            @Says("As a code.") String letter,
            @Says("What it is called, in Arabic.") String ar,
            @Says("In French.") String fr,
            @Says("In English.") String en) {
        static AnswerLetter of(Letter letter) {
            return new AnswerLetter(
                    letter.code(), letter.name(Language.AR), letter.name(Language.FR), letter.name(Language.EN));
        }
    }

    /// All that there are.
    public record AnswerLetters(
            @Says("The utility's letters.") List<AnswerLetter> letters) {
        public AnswerLetters {
            letters = List.copyOf(letters);
        }
    }

    /// An answer.
    public record NewAnswer(
            @Says(value = "One of the letters.", pattern = CODE)
            String letter,

            @Says(
                    value = "What is added to it, in the customer's language.",
                    most = Requests.WORDS_MOST,
                    isOfLines = true)
            @Nullable String words,

            @Says(value = "How many steps the request had when it was looked at.", pattern = SEEN)
            String seen) {}

    /// An answer as it would go.
    public record AnswerPreview(
            @Says(
                    value = "The customer's language.",
                    oneOf = {"ar", "fr", "en"})
            String language,

            @Says("By which channel; absent where nothing reaches them.") @Nullable String channel,

            @Says("All of it.") String text) {}

    /// Words without a letter.
    public record PlainStep(
            @Says(value = "Why.", least = 1, most = Requests.WORDS_MOST, isOfLines = true)
            String words,

            @Says(value = "How many steps the request had when it was looked at.", pattern = SEEN)
            String seen) {}

    /// Something that somebody showed.
    public record NewEvidence(
            @Says(value = "What is said of it.", most = Requests.WORDS_MOST, isOfLines = true) @Nullable String words,

            @Says(value = "A JPEG, a PNG or a PDF in base64.", least = 1, most = RequestJson.BASE64_MOST)
            String file,

            @Says(value = "How many steps the request had when it was looked at.", pattern = SEEN)
            String seen) {}
}
