package org.taswiya.web.api.write;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.store.Change;
import org.taswiya.store.api.ApiScope;
import org.taswiya.store.receivables.BooksTransaction;
import org.taswiya.store.receivables.BooksTransaction.Done;
import org.taswiya.store.staff.StaffKey;
import org.taswiya.store.webhook.StoredWebhook;
import org.taswiya.store.webhook.WebhookCalls;
import org.taswiya.store.webhook.WebhookCalls.StoredCall;
import org.taswiya.store.webhook.WebhookKind;
import org.taswiya.store.webhook.WebhookSecrets;
import org.taswiya.store.webhook.WebhookSecrets.Good;
import org.taswiya.store.webhook.Webhooks;
import org.taswiya.web.Site;
import org.taswiya.web.api.call.Call;
import org.taswiya.web.api.call.Operation;
import org.taswiya.web.api.call.PathPart;
import org.taswiya.web.api.call.Problem;
import org.taswiya.web.api.call.ProblemKind;
import org.taswiya.web.api.call.Reply;
import org.taswiya.web.api.call.TurnedAway;
import org.taswiya.web.api.json.Fault;
import org.taswiya.web.api.write.WebhookJson.EventWanted;
import org.taswiya.web.api.write.WebhookJson.NewSecret;
import org.taswiya.web.api.write.WebhookJson.NewWebhook;
import org.taswiya.web.api.write.WebhookJson.SecretRenewed;
import org.taswiya.web.api.write.WebhookJson.WantedEvent;
import org.taswiya.web.api.write.WebhookJson.Webhook;
import org.taswiya.web.api.write.WebhookJson.WebhookCall;
import org.taswiya.web.api.write.WebhookJson.WebhookCallPage;
import org.taswiya.web.api.write.WebhookJson.WebhookList;
import org.taswiya.web.api.write.WebhookJson.WebhookSecret;
import org.taswiya.web.api.write.WebhookJson.WebhookSetting;

/// Where programs want to be called, what came of it, and by what it is signed.
public final class WebhookOperations {
    private static final String ALL = "/webhooks";
    private static final String ONE = ALL + "/" + PathPart.WEBHOOK.inPath();
    private static final String SECRET = ONE + "/secret";

    private final Site site;
    private final WebhookReach reach;

    public WebhookOperations(Site site, WebhookReach reach) {
        this.site = site;
        this.reach = reach;
    }

    public List<Operation> all() {
        return List.of(
                Operation.get("listWebhooks", ALL, "Where programs are called.", WebhookList.class, this::list)
                        .needing(ApiScope.WEBHOOKS),
                Operation.post(
                                "addWebhook",
                                ALL,
                                "Has a program called for what happens from now on.",
                                ApiScope.WEBHOOKS,
                                NewWebhook.class,
                                201,
                                Webhook.class,
                                this::add)
                        .refusing(ProblemKind.TOO_MANY_WEBHOOKS, ProblemKind.WEBHOOKS_NOT_OFFERED),
                Operation.get("getWebhook", ONE, "How a webhook stands.", Webhook.class, this::one)
                        .needing(ApiScope.WEBHOOKS),
                Operation.post(
                                "setWebhook",
                                ONE,
                                "Says where, for what and whether it is called. What it missed while it was off it is"
                                        + " told then.",
                                ApiScope.WEBHOOKS,
                                WebhookSetting.class,
                                200,
                                Webhook.class,
                                this::set)
                        .byMethod("PUT")
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.TOO_MANY_WEBHOOKS, ProblemKind.WEBHOOK_ENDED),
                Operation.delete(
                        "endWebhook",
                        ONE,
                        "Ends a webhook for good: it is called no more, and is in no list.",
                        ApiScope.WEBHOOKS,
                        Webhook.class,
                        this::end),
                Operation.get(
                                "getWebhookSecret",
                                SECRET,
                                "By what calls are signed.",
                                WebhookSecret.class,
                                this::secret)
                        .needing(ApiScope.WEBHOOKS)
                        .refusing(ProblemKind.WEBHOOKS_NOT_OFFERED, ProblemKind.WEBHOOK_ENDED),
                Operation.post(
                                "renewWebhookSecret",
                                SECRET,
                                "Has calls signed by another secret, and for a day by the one before too.",
                                ApiScope.WEBHOOKS,
                                NewSecret.class,
                                201,
                                SecretRenewed.class,
                                this::renew)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.WEBHOOKS_NOT_OFFERED, ProblemKind.WEBHOOK_ENDED),
                Operation.get(
                                "listWebhookCalls",
                                ONE + "/calls",
                                "What it was called for, and what came of it.",
                                WebhookCallPage.class,
                                this::calls)
                        .needing(ApiScope.WEBHOOKS)
                        .paged(),
                Operation.post(
                                "sendAgain",
                                ONE + "/again",
                                "Has an event told once more, beside those in their turn.",
                                ApiScope.WEBHOOKS,
                                WantedEvent.class,
                                202,
                                EventWanted.class,
                                this::again)
                        .refusing(ProblemKind.NOT_FOUND, ProblemKind.WEBHOOK_ENDED));
    }

    private StoredWebhook found(Call call) {
        return Webhooks.find(site.database(), call.bearer(), Long.parseLong(call.part(PathPart.WEBHOOK)))
                .orElseThrow(Call::unknown);
    }

    /// One that goes on.
    private StoredWebhook running(Call call) {
        StoredWebhook webhook = found(call);
        requireRunning(webhook);
        return webhook;
    }

    private static void requireRunning(StoredWebhook webhook) {
        if (webhook.isEnded()) {
            throw Problem.of(ProblemKind.WEBHOOK_ENDED, "It has ended for good. Register another one.")
                    .thrown();
        }
    }

    private Change why(Call call, String reason) {
        return new Change(Instant.now(site.clock()), "api key " + call.bearer().id(), reason);
    }

    private StaffKey sealing() {
        StaffKey key = site.staffKey();
        if (key == null) {
            throw notOffered("The utility has no key by which it could keep secrets.");
        }
        return key;
    }

    private static TurnedAway notOffered(String detail) {
        return Problem.of(ProblemKind.WEBHOOKS_NOT_OFFERED, detail).thrown();
    }

    private static Reply tooMany() {
        return new Reply.Refused(Problem.of(
                ProblemKind.TOO_MANY_WEBHOOKS,
                "A key has " + Webhooks.ON_MOST + " that are on at most. Switch one off first."));
    }

    /// What no pattern finds.
    private Webhooks.Wanted wanted(String url, List<String> kinds, boolean isOn) {
        @Nullable URI parsed;
        try {
            parsed = URI.create(url);
        } catch (IllegalArgumentException _) {
            parsed = null;
        }
        if (parsed == null || parsed.getHost() == null || parsed.getUserInfo() != null) {
            throw wrongUrl("is no address that can be called");
        }
        if (isOn) {
            reach.faultInAddress(parsed).ifPresent(fault -> {
                throw wrongUrl("is where nobody is called from here: " + fault);
            });
        }
        Set<WebhookKind> all = kinds.stream()
                .flatMap(code -> WebhookKind.ofCode(code).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new Webhooks.Wanted(url, all, isOn);
    }

    private static TurnedAway wrongUrl(String said) {
        return Problem.of(ProblemKind.BAD_BODY, "Nothing was written.", List.of(new Fault("/url", said)))
                .thrown();
    }

    private Reply list(Call call) {
        return Reply.of(new WebhookList(Webhooks.list(site.database(), call.bearer()).stream()
                .map(Webhook::of)
                .toList()));
    }

    private Reply one(Call call) {
        return Reply.of(Webhook.of(found(call)));
    }

    private Reply add(Call call) {
        NewWebhook given = call.body(NewWebhook.class);
        Webhooks.Wanted wanted = wanted(given.url(), given.kinds(), true);
        StaffKey sealing = sealing();
        Instant now = Instant.now(site.clock());
        return once(
                call,
                "wants to be called",
                (connection, change) -> Webhooks.add(connection, call.bearer(), wanted, sealing, now, change)
                        .<Reply>map(added -> new Reply.Told(201, Webhook.of(added)))
                        .orElseGet(WebhookOperations::tooMany));
    }

    private Reply set(Call call) {
        StoredWebhook before = running(call);
        WebhookSetting given = call.body(WebhookSetting.class);
        Webhooks.Wanted wanted = wanted(given.url(), given.kinds(), given.on());
        if (Webhooks.isAs(before, wanted)) {
            return Reply.of(Webhook.of(before));
        }
        Instant now = Instant.now(site.clock());
        Change why = why(call, "wants to be called so");
        return BooksTransaction.make(site.database(), why, false, (connection, change) -> {
            StoredWebhook webhook =
                    Webhooks.find(connection, call.bearer(), before.id()).orElse(before);
            requireRunning(webhook);
            Optional<StoredWebhook> after = Webhooks.set(connection, webhook, wanted, now, change);
            Reply reply = after.<Reply>map(set -> Reply.of(Webhook.of(set))).orElseGet(WebhookOperations::tooMany);
            return new Done<>(reply, after.isPresent());
        });
    }

    private Reply secret(Call call) {
        StoredWebhook webhook = running(call);
        List<Good> good = WebhookSecrets.good(site.database(), webhook.id(), sealing(), Instant.now(site.clock()));
        if (good.isEmpty()) {
            throw notOffered("Its secret was kept by another key than the utility has now. Have it renewed.");
        }
        Good newest = good.getFirst();
        @Nullable Good before = good.size() > 1 ? good.get(1) : null;
        return Reply.of(new WebhookSecret(
                newest.text(),
                newest.since(),
                before == null ? null : before.text(),
                before == null ? null : before.until()));
    }

    private Reply renew(Call call) {
        StoredWebhook webhook = running(call);
        boolean isAlone = Objects.requireNonNullElse(call.body(NewSecret.class).alone(), false);
        StaffKey sealing = sealing();
        Instant now = Instant.now(site.clock());
        return once(call, "wants another secret", (connection, change) -> {
            WebhookSecrets.add(connection, webhook.id(), sealing, isAlone, now, change);
            return new Reply.Told(201, new SecretRenewed(now, isAlone ? null : now.plus(WebhookSecrets.BOTH)));
        });
    }

    private Reply end(Call call) {
        StoredWebhook before = found(call);
        Change why = why(call, "wants to be called no more");
        return BooksTransaction.make(site.database(), why, false, (connection, change) -> {
            StoredWebhook webhook =
                    Webhooks.find(connection, call.bearer(), before.id()).orElse(before);
            Reply reply = Reply.of(Webhook.of(Webhooks.end(connection, webhook, change)));
            return new Done<>(reply, !webhook.isEnded());
        });
    }

    private Reply calls(Call call) {
        StoredWebhook webhook = found(call);
        if (!call.cursor().matches("[0-9]{0,18}")) {
            throw Call.badCursor();
        }
        long before = call.cursor().isEmpty() ? Long.MAX_VALUE : Long.parseLong(call.cursor());
        Call.Page<StoredCall> page = call.pageOf(
                WebhookCalls.newest(site.database(), webhook.id(), before, call.limit() + 1),
                stored -> Long.toString(stored.id()));
        return Reply.of(
                new WebhookCallPage(page.values().stream().map(WebhookCall::of).toList(), page.next()));
    }

    private Reply again(Call call) {
        StoredWebhook webhook = running(call);
        String event = call.body(WantedEvent.class).event();
        return once(call, "wants an event again", (connection, change) -> {
            if (!WebhookCalls.again(connection, webhook.id(), Long.parseLong(event), change)) {
                return new Reply.Refused(Call.unknown().problem());
            }
            return new Reply.Told(202, new EventWanted(Long.toString(webhook.id()), event));
        });
    }

    private Reply once(Call call, String reason, OnceDone.BooksWork work) {
        return OnceDone.inBooks(site.database(), call.request(), why(call, reason), work);
    }
}
