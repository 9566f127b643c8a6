package org.taswiya.web.api.write;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.care.RequestRefusal;
import org.taswiya.store.request.RequestOutcome;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.read.AccountNews.Request;
import org.taswiya.web.page.Evidence;
import org.taswiya.web.page.Evidence.Sent;

/// What is answered of requests and of what is shown with them, whoever asks.
public final class RequestReplies {
    private RequestReplies() {}

    /// What came in base64; nothing for nothing.
    public static Sent sent(@Nullable String base64) {
        if (base64 == null) {
            return new Sent.Good(null);
        }
        try {
            return Evidence.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            throw Problem.of(ProblemKind.BAD_BODY, "Nothing was written.", List.of(new Fault("/file", "is no base64")))
                    .thrown();
        }
    }

    /// A file that is not taken.
    public static Reply unfit(String fault) {
        return new Reply.Refused(new Problem(
                ProblemKind.UNFIT_FILE,
                "Nothing was written: a JPEG, a PNG or a whole PDF of four megabytes at most is taken.",
                null,
                fault));
    }

    /// What came of it, as it is told.
    public static Reply of(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Done(var request, var _) -> new Reply.Told(201, Request.of(request));
            case RequestOutcome.Refused(var reason, String found) -> refused(reason, found);
        };
    }

    private static Reply refused(RequestRefusal reason, String found) {
        return switch (reason) {
            case NO_WORDS -> faulty(new Fault("/words", found));
            case UNKNOWN_KIND -> faulty(new Fault("/kind", found));
            case UNKNOWN_ACCOUNT, UNKNOWN_REQUEST -> throw Call.unknown();
            case UNKNOWN_LETTER, WRONG_STATE, CHANGED, TOO_MANY ->
                new Reply.Refused(new Problem(
                        ProblemKind.REQUEST_REFUSED, "Nothing was written: " + found + ".", null, reason.code()));
        };
    }

    static Reply faulty(Fault fault) {
        return new Reply.Refused(Problem.of(ProblemKind.BAD_BODY, "Nothing was written.", List.of(fault)));
    }
}
