package org.taswiya.server.sandbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.taswiya.core.customer.Language;
import org.taswiya.core.quantity.Money;
import org.taswiya.deliver.wording.OnlineText;
import org.taswiya.deliver.wording.OnlineText.Label;
import org.taswiya.server.page.Fields;
import org.taswiya.server.page.Html;
import org.taswiya.server.page.PageAsked;
import org.taswiya.server.page.PageTold;
import org.taswiya.server.page.Pages;

/// The pages of the sandbox.
///
/// `GET /page` shows an order with a button for each [Choice]; `POST /page` takes the choice and sends the customer
/// back; `POST /late` tells of what was put off; `GET /day?on=` is the list of a day. Of the utility alone, signed:
/// `GET /attempt?name=`, `POST /refund`.
public final class SandboxPages implements Pages {
    private final Sandbox sandbox;
    private final String currency;

    /// @param currency the ISO code of the money that it would be
    public SandboxPages(Sandbox sandbox, String currency) {
        this.sandbox = sandbox;
        this.currency = currency;
    }

    @Override
    public PageTold answer(PageAsked asked) {
        return switch (asked.method() + " " + asked.path()) {
            case "GET /page" -> page(asked.query());
            case "POST /page" -> decided(Fields.parse(asked.body()));
            case "GET /" -> PageTold.html(200, sales());
            case "POST /late" -> {
                sandbox.tellLate();
                yield PageTold.go("/");
            }
            case "GET /day" -> day(Fields.parse(asked.query()).get("on"));
            case "GET /attempt" -> attempt(asked);
            case "POST /refund" -> refund(asked);
            default -> PageTold.unknown();
        };
    }

    /// The order, if the utility has signed it; the signature is its last field.
    private Optional<Fields> order(String query) {
        String sign = "&signature=";
        int at = query.lastIndexOf(sign);
        return at > 0
                        && SandboxSignature.isOf(
                                sandbox.key(), "page", query.substring(0, at), query.substring(at + sign.length()))
                ? Optional.of(Fields.parse(query.substring(0, at)))
                : Optional.empty();
    }

    private PageTold page(String query) {
        return order(query)
                .map(order -> PageTold.html(200, choices(query, order)))
                .orElseGet(SandboxPages::unsigned);
    }

    private static PageTold unsigned() {
        return PageTold.text(401, "bad-signature: the utility has not asked for this\n");
    }

    private String choices(String query, Fields order) {
        Language language = Language.ofCode(order.get("lang")).orElse(Language.AR);
        OnlineText text = new OnlineText(language, currency);
        Html page = new Html(language, text.label(Label.TRIAL))
                .paragraph(text.attempt(order.get("utility"), order.get("attempt"), Money.parse(order.get("amount"))))
                .form("/page")
                .hidden("order", query);
        for (Choice choice : Choice.values()) {
            page.button("choice", choice.code(), text.label(choice.label()));
        }
        return page.end().text();
    }

    private PageTold decided(Fields fields) {
        Optional<Fields> order = order(fields.get("order"));
        Optional<Choice> choice = Choice.ofCode(fields.get("choice"));
        if (order.isEmpty() || choice.isEmpty()) {
            return unsigned();
        }
        sandbox.decide(order.get(), choice.get());
        return PageTold.go(order.get().get("back"));
    }

    private String sales() {
        Html page = new Html(Language.EN, "Sandbox: no money moves");
        for (Sale sale : sandbox.sales()) {
            page.paragraph(sale.number() + " " + sale.choice().code() + " " + sale.attempt() + " " + sale.amount()
                    + (sale.isTold() ? " told" : "") + (sale.refund().isEmpty() ? "" : " sent back"));
        }
        return page.form("/late")
                .button("do", "tell", "Tell of what was put off")
                .end()
                .text();
    }

    private PageTold day(String on) {
        try {
            return PageTold.text(200, sandbox.day(LocalDate.parse(on)));
        } catch (DateTimeException _) {
            return PageTold.text(400, "expected /day?on=2020-06-20\n");
        }
    }

    private PageTold attempt(PageAsked asked) {
        if (!SandboxSignature.isOf(sandbox.key(), "attempt", asked.query(), asked.signature())) {
            return unsigned();
        }
        String name = Fields.parse(asked.query()).get("name");
        return signed(name, sandbox.noticesOf(name));
    }

    private PageTold refund(PageAsked asked) {
        if (!SandboxSignature.isOf(sandbox.key(), "refund", asked.body(), asked.signature())) {
            return unsigned();
        }
        Fields fields = Fields.parse(asked.body());
        return signed(fields.get("refund"), sandbox.sendBack(fields));
    }

    /// An answer to one question cannot stand for that to another.
    private PageTold signed(String question, String answer) {
        return PageTold.signed(answer, SandboxSignature.of(sandbox.key(), "answer", question + "\n" + answer));
    }
}
