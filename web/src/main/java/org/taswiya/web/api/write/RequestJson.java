package org.taswiya.web.api.write;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.RequestKind;
import org.taswiya.core.customer.Language;
import org.taswiya.store.request.RequestFile;
import org.taswiya.store.request.Requests;
import org.taswiya.store.request.StoredRequest;
import org.taswiya.web.api.json.Says;
import org.taswiya.web.api.read.AccountNews.Request;

/// Requests and complaints as programs send and see them.
public final class RequestJson {
    /// Four thirds of the largest file.
    public static final int BASE64_MOST = (RequestFile.BYTES_MOST + 2) / 3 * 4;

    static final String STEPS = "[0-9]{1,4}";

    private RequestJson() {}

    /// What customers may ask for.
    public record AskedKind(
            @Says("Its code.") String kind,
            @Says("As the utility calls it.") KindName name,
            @Says("Whether it is counted among complaints.") boolean complaint,
            @Says("In how many days it is answered.") int days) {
        static AskedKind of(RequestKind kind) {
            KindName name = new KindName(kind.name(Language.AR), kind.name(Language.FR), kind.name(Language.EN));
            return new AskedKind(kind.code(), name, kind.isComplaint(), kind.days());
        }
    }

    /// In each language.
    public record KindName(
            @Says("In Arabic.") String ar,
            @Says("In French.") String fr,
            @Says("In English.") String en) {}

    /// All that there are.
    public record AskedKinds(
            @Says("In the utility's order.") List<AskedKind> kinds) {
        public AskedKinds {
            kinds = List.copyOf(kinds);
        }
    }

    /// What a customer asks for.
    public record NewRequest(
            @Says(value = "Which kind of those that customers may open.", most = 40)
            String kind,

            @Says(value = "The customer's own words.", least = 1, most = Requests.WORDS_MOST, isOfLines = true)
            String words) {}

    /// What is added to one: words, a file, or both.
    public record NewAddition(
            @Says(value = "The words.", most = Requests.WORDS_MOST, isOfLines = true) @Nullable String words,

            @Says(value = "A JPEG, PNG or PDF of 4 MB at most, in base64.", most = BASE64_MOST) @Nullable String file,

            @Says(value = "How many steps it had when it was looked at.", pattern = STEPS)
            String seen) {}

    /// That an answer is needed no more.
    public record RequestWithdrawal(
            @Says(value = "Why.", most = Requests.WORDS_MOST, isOfLines = true) @Nullable String words,

            @Says(value = "How many steps it had when it was looked at.", pattern = STEPS)
            String seen) {}

    /// One with all that was said.
    public record RequestDetails(
            @Says("How it stands.") Request request,
            @Says("Whose it is.") String account,
            @Says("The customer's words.") String words,
            @Says("What has happened to it, in order.") List<TakenStep> steps,
            @Says("What was shown with it, in order.") List<ShownFile> files) {
        public RequestDetails {
            steps = List.copyOf(steps);
            files = List.copyOf(files);
        }

        static RequestDetails of(StoredRequest stored) {
            return new RequestDetails(
                    Request.of(stored),
                    stored.account(),
                    stored.said(),
                    stored.steps().stream().map(TakenStep::of).toList(),
                    stored.files().stream().map(ShownFile::of).toList());
        }
    }

    /// Something that has happened to it.
    public record TakenStep(
            @Says(
                    value = "What.",
                    oneOf = {"answered", "closed", "reopened", "added"})
            String step,

            @Says("The day.") LocalDate on,

            @Says("What was answered, added, or said of it.")
            String words,

            @Says("By when it is to be answered since; absent where as before.") @Nullable LocalDate answerBy) {
        static TakenStep of(StoredRequest.Step step) {
            return new TakenStep(step.step().code(), step.on(), step.said(), step.answerBy());
        }
    }

    /// A file, without what is in it.
    public record ShownFile(
            @Says("Its number among those of the request.") String file,

            @Says("With which step it came, the first one 1.")
            int step,

            @Says(
                    value = "What it is.",
                    oneOf = {"jpeg", "pdf"})
            String kind,

            @Says("Its bytes.") int bytes) {
        static ShownFile of(RequestFile.Kept kept) {
            return new ShownFile(
                    Integer.toString(kept.ordinal()), kept.step(), kept.kind().code(), kept.bytes());
        }
    }
}
