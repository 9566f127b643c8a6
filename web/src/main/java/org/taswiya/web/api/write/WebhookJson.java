package org.taswiya.web.api.write;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.WebhookCalls.StoredCall;
import org.taswiya.store.webhook.WebhookKind;
import org.taswiya.web.api.json.Says;

/// Webhooks as programs send and see them.
public final class WebhookJson {
    /// Never with somebody's password in it, and in the open only to this machine, for who tries a program.
    static final String URL = "https://[^\\s/@?#\\\\]+([/?][^\\s#]*)?"
            + "|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?([/?][^\\s#]*)?";

    static final int URL_MOST = 500;

    private WebhookJson() {}

    /// Where and for what a program wants to be called.
    public record NewWebhook(
            @Says(
                    value = "Where: https; http to this machine alone, where the utility lets that.",
                    pattern = URL,
                    most = URL_MOST)
            String url,

            @Says(value = "For which kinds of events.", least = 1, codesOf = WebhookKind.class)
            List<String> kinds) {
        public NewWebhook {
            kinds = List.copyOf(kinds);
        }
    }

    /// What shall hold of it from now on.
    public record WebhookSetting(
            @Says(value = "Where.", pattern = URL, most = URL_MOST)
            String url,

            @Says(value = "For which kinds of events.", least = 1, codesOf = WebhookKind.class)
            List<String> kinds,

            @Says("Whether it is called.") boolean on) {
        public WebhookSetting {
            kinds = List.copyOf(kinds);
        }
    }

    /// How it stands.
    public record Webhook(
            @Says("Its number.") String webhook,
            @Says("Where.") String url,
            @Says("For which kinds of events.") List<String> kinds,
            @Says("Whether it is called.") boolean on,

            @Says(
                    value = "Why: its program said so, it took nothing for three days, it answered 410, or its program"
                            + " has ended it for good.",
                    codesOf = StoredWebhook.Because.class)
            String because,

            @Says("The last event that it has taken or did not want.")
            String position,

            @Says("How many calls in a row came to nothing.")
            int failures,

            @Says("Since when they do; absent while they do not.") @Nullable Instant failingSince,

            @Says("When it is called again; absent while it takes what it is told.") @Nullable Instant nextAt) {
        public Webhook {
            kinds = List.copyOf(kinds);
        }

        static Webhook of(StoredWebhook stored) {
            return new Webhook(
                    Long.toString(stored.id()),
                    stored.url(),
                    stored.kindsInOrder().stream().map(WebhookKind::code).toList(),
                    stored.isOn(),
                    stored.because().name().toLowerCase(Locale.ROOT),
                    Long.toString(stored.position()),
                    stored.failures(),
                    stored.failingSince(),
                    stored.failures() == 0 ? null : stored.nextAt());
        }
    }

    /// Those that the key opens.
    public record WebhookList(
            @Says("In the order in which they were registered.")
            List<Webhook> webhooks) {
        public WebhookList {
            webhooks = List.copyOf(webhooks);
        }
    }

    /// By what calls are signed.
    public record WebhookSecret(
            @Says("As Standard Webhooks has it: whsec_ and base64.")
            String secret,

            @Says("Since when.") Instant since,

            @Says("The one before, while it is good too.") @Nullable String previous,

            @Says("Until when that is.") @Nullable Instant previousUntil) {}

    /// A wish for another one.
    public record NewSecret(
            @Says("Whether the one before ends at once, because others may know it.") @Nullable Boolean alone) {}

    /// It is there.
    public record SecretRenewed(
            @Says("Since when.") Instant since,

            @Says("Until when the one before is good too; absent when it is not.") @Nullable Instant previousUntil) {}

    /// Some of the calls that were made.
    public record WebhookCallPage(
            @Says("The newest first.") List<WebhookCall> calls,

            @Says("The cursor of the next page; absent on the last.") @Nullable String next) {
        public WebhookCallPage {
            calls = List.copyOf(calls);
        }
    }

    /// A call.
    public record WebhookCall(
            @Says("Its number.") String call,

            @Says("The event; the header webhook-id says event- and this.")
            String event,

            @Says("Its kind.") String kind,
            @Says("What it is about.") String reference,
            @Says("Whether it was wanted again.") boolean again,
            @Says("When it was answered, or was not.") Instant at,

            @Says(
                    value = "What came of it.",
                    oneOf = {"taken", "refused", "gone", "no-answer", "not-reachable", "not-public", "not-signed"})
            String outcome,

            @Says("The status of its answer; absent where there was none.") @Nullable Integer status) {
        static WebhookCall of(StoredCall stored) {
            return new WebhookCall(
                    Long.toString(stored.id()),
                    Long.toString(stored.event()),
                    stored.kind(),
                    stored.reference(),
                    stored.again(),
                    stored.at(),
                    stored.outcome(),
                    stored.status());
        }
    }

    /// What is wanted again.
    public record WantedEvent(
            @Says(value = "An event that it was called for.", pattern = "[1-9][0-9]{0,17}")
            String event) {}

    /// It is told once more.
    public record EventWanted(
            @Says("The webhook.") String webhook,
            @Says("The event.") String event) {}
}
