package org.taswiya.web;

import java.time.InstantSource;
import org.taswiya.run.webhook.WebhookReach;
import org.taswiya.run.webhook.WebhookSender;
import picocli.CommandLine.Option;

/// Which programs are called.
final class WebhookOptions {
    @Option(
            names = "--webhooks-to-loopback",
            description = "Programs on this machine may be called too (docs/api.md), for who writes one. Default: those"
                    + " alone that the whole world reaches.")
    private boolean isLoopback;

    WebhookReach reach() {
        return isLoopback ? WebhookReach.LOOPBACK : WebhookReach.PUBLIC;
    }

    WebhookSender sender(Site site) {
        return new WebhookSender(
                site.database(),
                site.staffKey(),
                reach(),
                WebhookSender.WITHIN,
                InstantSource.system(),
                Sending.calls());
    }
}
