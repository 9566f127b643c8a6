package org.taswiya.web;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue.JsonArray;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.JsonValue.JsonText;
import org.taswiya.store.api.ApiScope;
import org.taswiya.web.Program.Answer;

/// The API as its description has it: what there is to be asked, and what may be answered.
final class DescribedApi {
    /// A document as short as can be, in base64.
    static final String PDF = Base64.getEncoder().encodeToString("%PDF-1.4 %%EOF".getBytes(StandardCharsets.US_ASCII));

    /// A picture as a camera makes it, in base64.
    private static final String PHOTO = photo();

    private final String text;
    private final JsonObject root;
    private final Map<String, Schema> schemas = new HashMap<>();

    DescribedApi(String text) {
        this.text = text;
        this.root = new JsonReader().readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param body the schema of what it takes; null where it takes nothing
    record Op(
            String id,
            String method,
            String path,
            boolean isOpen,
            String scope,
            List<Param> params,
            @Nullable JsonObject body,
            Map<String, JsonObject> responses) {
        boolean has(String parameter) {
            return params.stream().anyMatch(param -> param.name().equals(parameter));
        }
    }

    record Param(String name, String in) {}

    static JsonObject object(JsonObject of, String... names) {
        JsonObject at = of;
        for (String name : names) {
            at = (JsonObject) Objects.requireNonNull(at.fields().get(name), name);
        }
        return at;
    }

    static String string(JsonObject of, String name) {
        return of.fields().get(name) instanceof JsonText(String found) ? found : "";
    }

    List<Op> operations() {
        List<Op> all = new ArrayList<>();
        object(root, "paths")
                .fields()
                .forEach((path, methods) -> ((JsonObject) methods)
                        .fields()
                        .forEach((method, described) -> all.add(op(path, method, (JsonObject) described))));
        return all;
    }

    private Op op(String path, String method, JsonObject described) {
        List<Param> params = new ArrayList<>();
        if (described.fields().get("parameters") instanceof JsonArray(var list)) {
            list.forEach(
                    one -> params.add(new Param(string((JsonObject) one, "name"), string((JsonObject) one, "in"))));
        }
        Map<String, JsonObject> responses = new TreeMap<>();
        object(described, "responses").fields().forEach((status, of) -> responses.put(status, (JsonObject) of));
        JsonObject body = described.fields().containsKey("requestBody")
                ? resolved(object(described, "requestBody", "content", "application/json", "schema"))
                : null;
        String scope = string(described, "description").replaceAll("[^`]*`?([a-z]*)`?.*", "$1");
        return new Op(
                string(described, "operationId"),
                method.toUpperCase(Locale.ROOT),
                path,
                described.fields().containsKey("security"),
                scope,
                params,
                body,
                responses);
    }

    /// A schema itself where there is a reference to it.
    JsonObject resolved(JsonObject schema) {
        String reference = string(schema, "$ref");
        return reference.isEmpty()
                ? schema
                : object(root, "components", "schemas", reference.substring(reference.lastIndexOf('/') + 1));
    }

    /// What of an answer is not as it is described; empty for nothing.
    String fault(Op op, Answer answer) {
        JsonObject described = op.responses().get(Integer.toString(answer.status()));
        if (described == null) {
            return "status " + answer.status() + " is not described: " + answer.text();
        }
        if (answer.response().body().length == 0) {
            return described.fields().containsKey("content") ? "it is empty" : "";
        }
        String media = answer.header("Content-Type");
        JsonObject content = object(described, "content");
        if (!content.fields().containsKey(media)) {
            return media + " is not described for " + answer.status();
        }
        if (!media.endsWith("json")) {
            return "";
        }
        String reference = string(object(content, media, "schema"), "$ref");
        if (reference.isEmpty()) {
            answer.json();
            return "";
        }
        return schemas.computeIfAbsent(reference, this::schema).validate(answer.text(), InputFormat.JSON).stream()
                .map(Object::toString)
                .collect(Collectors.joining("; "));
    }

    /// With all components beside it, so that references lead somewhere.
    private Schema schema(String reference) {
        int at = text.indexOf("\"components\":");
        String components = text.substring(at, text.lastIndexOf('}'));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema("{\"$ref\":\"" + reference + "\"," + components + "}", InputFormat.JSON);
    }

    /// Something of the town for each part of a path, all of one account that has bills, payments and a meter to read,
    /// and that is offered instalments.
    static Map<String, String> places(PageTown town) {
        Program program = Program.with(town, ApiScope.INSTALMENTS);
        String account = town.texts("""
                        select distinct a.account from service_agreement a
                        join meter m on m.usage_point = a.usage_point and m.removed_at is null
                        where a.to_day is null and exists (select from payment p where p.account = a.account)
                            and exists (select from open_item i where i.account = a.account and i.kind = 'bill')
                        order by 1""").stream()
                .filter(one -> !offered(program, one).isEmpty())
                .findFirst()
                .orElseThrow();
        return places(town, account);
    }

    private static String offered(Program program, String account) {
        return program.get("/accounts/" + account + "/instalments").at("/options/0/schedule");
    }

    static Map<String, String> places(PageTown town, String account) {
        Map<String, String> places = new TreeMap<>();
        places.put("account", account);
        places.put(
                "agreement",
                town.texts("select reference from service_agreement where to_day is null and account = '" + account
                                + "' order by 1")
                        .getFirst());
        places.put("bill", new BillNumber(Long.parseLong(town.bills(account).getLast())).toString());
        List<String> receipts =
                town.texts("select receipt_number(serial) from payment where account = '" + account + "' order by 1");
        places.put("receipt", receipts.isEmpty() ? "R0000000001AB" : receipts.getFirst());
        places.put("notice", "reminder");
        String webhook = webhook(town, account);
        places.put("webhook", webhook);
        places.put("event", told(town, account, webhook));
        places.put("photo", PHOTO);
        places.putAll(ended(town, account));
        places.putAll(asked(town, account));
        places.put("port", Integer.toString(town.port()));
        places.put("key", Program.with(town, ApiScope.INSTALMENTS).key());
        places.put("schedule", schedule(places));
        places.putAll(DeskPlaces.of(town, account));
        places.putAll(CarePlaces.of(town, account, places));
        places.putAll(MeterPlaces.of(town, account));
        return places;
    }

    /// The instalments that are offered now; others where there are none.
    private static String schedule(Map<String, String> places) {
        String port = Objects.requireNonNull(places.get("port"));
        Program program = Program.at(port, Objects.requireNonNull(places.get("key")));
        String offered = offered(program, Objects.requireNonNull(places.get("account")));
        return offered.isEmpty() ? "2020-08-01=1.00" : offered;
    }

    private static String webhook(PageTown town, String account) {
        String body = "{\"url\":\"https://program.example/events\",\"kinds\":[\"bill-issued\"]}";
        return Program.with(town, account, 100_000, ApiScope.WEBHOOKS)
                .post("/webhooks", body, "place")
                .at("/webhook");
    }

    private static String photo() {
        try {
            return Base64.getEncoder().encodeToString(OwnRequestsTest.picture("jpeg", 40, 30));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What DELETE ends, so that all else finds the others as they are.
    private static Map<String, String> ended(PageTown town, String account) {
        return Map.of(
                "delegate", invitation(town, account, "pay"),
                "DELETE delegate", invitation(town, account, "manage"),
                "DELETE webhook", webhook(town, account));
    }

    /// Somebody else asks the holder to look after an account.
    private static String invitation(PageTown town, String account, String kind) {
        return town.texts("insert into delegate select coalesce(max(id), 0) + 1, (select min(o.reference) from"
                        + " customer_account o where o.customer <> (select customer from customer_account where"
                        + " reference = '" + account + "')), '" + account + "', '" + kind
                        + "', '2020-06-30', '2020-08-30', 1 from delegate returning id::text")
                .getFirst();
    }

    /// A request that waits, with a file; the same where it waits already.
    private static Map<String, String> asked(PageTown town, String account) {
        Program program = Program.with(town, account, 100_000, ApiScope.REQUESTS);
        String kind = program.get("/accounts/" + account + "/request-kinds").at("/kinds/0/kind");
        String request = program.post(
                        "/accounts/" + account + "/requests",
                        "{\"kind\":\"" + kind + "\",\"words\":\"in words\"}",
                        "place")
                .at("/request");
        program.post("/requests/" + request + "/additions", "{\"file\":\"" + PDF + "\",\"seen\":\"0\"}", "place-file");
        return Map.of("kind", kind, "request", request, "file", "1");
    }

    /// An event that it was called for.
    private static String told(PageTown town, String account, String webhook) {
        String event = town.texts("insert into webhook_event select coalesce(max(id), 0) + 1, 'bill-issued',"
                        + " '2020-07-01T10:00Z', '" + account + "', '0000000001AB', null from webhook_event"
                        + " returning id::text")
                .getFirst();
        town.texts("insert into webhook_attempt (webhook, event, at, outcome, status) values (" + webhook + ", " + event
                + ", '2020-07-01T10:00Z', 'taken', 200) returning id::text");
        return event;
    }

    static String filled(Op op, Map<String, String> places) {
        String path = op.path();
        for (Map.Entry<String, String> place : places.entrySet()) {
            path = path.replace("{" + place.getKey() + "}", place(op, places, place.getKey()));
        }
        return path;
    }

    /// What stands for a part: that of the operation itself, of its method, or of all.
    private static String place(Op op, Map<String, String> places, String name) {
        return Stream.of(op.id() + " " + name, op.method() + " " + name, name)
                .map(places::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /// A body that may be good.
    static String body(Op op, Map<String, String> places) {
        return switch (op.id()) {
            case "giveReading" -> "{\"value\":\"123456\",\"meant\":true}";
            case "giveReadings" ->
                "{\"readings\":[{\"agreement\":\"" + places.get("agreement") + "\",\"value\":\"7\"}]}";
            case "openDispute" -> "{\"reason\":\"billing-error\",\"words\":\"too dear\"}";
            case "prefer" -> "{\"wanted\":true,\"first\":\"sms\",\"language\":\"fr\"}";
            case "askInstalments" -> "{\"schedule\":\"" + schedule(places) + "\"}";
            case "setMoveOut" -> "{\"on\":\"2020-07-20\"}";
            case "addContact" -> "{\"channel\":\"email\",\"address\":\"new@example.org\"}";
            case "confirmContact" -> "{\"code\":\"000000\"}";
            case "bringPayments" ->
                "{\"payments\":[{\"key\":\"k1\",\"account\":\"" + places.get("account")
                        + "\",\"amount\":\"1.00\",\"receivedOn\":\"2020-07-01\",\"means\":\"transfer\","
                        + "\"place\":\"bank\"}]}";
            case "sendPhoto" -> "{\"photo\":\"" + PHOTO + "\"}";
            case "askDelegate" -> "{\"reference\":\"0999999999\",\"may\":\"pay\"}";
            case "answerInvitation" -> "{\"accepted\":true}";
            case "openRequest" -> "{\"kind\":\"" + places.get("kind") + "\",\"words\":\"in other words\"}";
            case "addToRequest" -> "{\"words\":\"and more\",\"file\":\"" + PDF + "\",\"seen\":\"1\"}";
            case "withdrawRequest" -> "{\"words\":\"done\",\"seen\":\"2\"}";
            case "addWebhook" ->
                "{\"url\":\"https://program.example/events\",\"kinds\":[\"bill-issued\",\"payment-received\"]}";
            case "setWebhook" -> "{\"url\":\"https://program.example/all\",\"kinds\":[\"bill-issued\"],\"on\":true}";
            case "renewWebhookSecret" -> "{\"alone\":false}";
            case "sendAgain" -> "{\"event\":\"" + places.get("event") + "\"}";
            default ->
                Objects.requireNonNullElseGet(
                        DeskPlaces.body(op.id(), places),
                        () -> Objects.requireNonNullElseGet(
                                CarePlaces.body(op.id(), places),
                                () -> Objects.requireNonNull(MeterPlaces.body(op.id(), places), op.id())));
        };
    }
}
