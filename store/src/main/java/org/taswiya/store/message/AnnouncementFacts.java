package org.taswiya.store.message;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.Cause;
import org.taswiya.core.message.OutageState;
import org.taswiya.core.message.SignInNews;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;
import org.taswiya.store.validation.AlarmFigures;

/// The facts of an announcement as names and texts, and back. Several things under one name are a line each.
final class AnnouncementFacts {
    private static final String LINE = "\n";

    private final SortedMap<String, String> facts = new TreeMap<>();

    private AnnouncementFacts() {}

    static Map<String, String> of(Announcement announcement) {
        AnnouncementFacts to = new AnnouncementFacts();
        switch (announcement) {
            case Announcement.Interruption one -> to.interruption(one);
            case Announcement.SignInCode(String code, int minutes) ->
                to.with("code", code).with("minutes", minutes);
            case Announcement.ContactCode(String code, int minutes) ->
                to.with("code", code).with("minutes", minutes);
            case Announcement.ContactChange(LocalDate since, List<String> now) ->
                to.with("since", since).with("now", now);
            case Announcement.DelegateChange(LocalDate on, boolean isLetIn, DelegateKind may, String reference) ->
                to.with("on", on)
                        .with("isLetIn", isLetIn)
                        .with("may", may.code())
                        .with("reference", reference);
            case Announcement.SignInChange(LocalDate on, SignInNews news) ->
                to.with("on", on).with("news", news.code());
            case Announcement.AbnormalUse one ->
                to.with("alarm", one.alarm().code())
                        .with("from", one.range().from())
                        .with("to", one.range().to())
                        .with("values", AlarmFigures.text(one.values()))
                        .with("unit", one.unit().symbol())
                        .with("meter", one.meter());
            case Announcement.Reminder one ->
                to.with("on", one.on())
                        .with("overdue", one.overdue())
                        .with("fee", one.fee())
                        .with("items", one.items());
            case Announcement.InstalmentDue one ->
                to.with("arrangement", one.arrangement())
                        .with("ordinal", one.ordinal())
                        .with("of", one.of())
                        .with("dueOn", one.dueOn())
                        .with("open", one.open());
            case Announcement.PaymentReceived one ->
                to.with("receipt", one.receipt()).with("on", one.on()).with("amount", one.amount());
            case Announcement.AgreementEnd one ->
                to.with("agreement", one.agreement())
                        .with("service", one.service())
                        .with("address", one.address())
                        .with("last", one.last())
                        .with("isEstimated", one.isEstimated());
            case Announcement.RequestAnswer one ->
                to.with("request", one.request())
                        .with("openedOn", one.openedOn())
                        .with("text", one.text());
            case Announcement.ContactRequest one -> to.with("on", one.on()).with("isToConfirm", one.isToConfirm());
            case Announcement.ReadingDay one ->
                to.with("from", one.range().from()).with("to", one.range().to()).with("meters", one.meters());
            case Announcement.OwnReading one -> to.ownReading(one);
        }
        return to.facts;
    }

    private void interruption(Announcement.Interruption one) {
        with("state", one.state().code())
                .with("isMoved", one.isMoved())
                .with("service", one.service())
                .with("from", one.from())
                .with("to", one.to())
                .with("addresses", one.addresses());
        one.reasons().forEach((language, reason) -> with("reason." + language.code(), reason));
    }

    private void ownReading(Announcement.OwnReading one) {
        with("from", one.from())
                .with("legalReference", one.legalReference())
                .with("meters", one.meters())
                .with("chain", one.chain().stream().map(EstimationMethod::code).toList());
        LocalDate to = one.to();
        if (to != null) {
            with("to", to);
        }
    }

    private AnnouncementFacts with(String name, Object value) {
        facts.put(name, value.toString());
        return this;
    }

    private AnnouncementFacts with(String name, Money amount) {
        return with(name, Long.toString(amount.minorUnits()));
    }

    private AnnouncementFacts with(String name, List<String> lines) {
        return with(name, String.join(LINE, lines));
    }

    static Announcement read(Cause.Kind kind, Map<String, String> facts) {
        AnnouncementFacts from = new AnnouncementFacts();
        from.facts.putAll(facts);
        return switch (kind) {
            case OUTAGE -> from.interruption();
            case SIGN_IN_CODE -> new Announcement.SignInCode(from.text("code"), Integer.parseInt(from.text("minutes")));
            case CONTACT_CODE ->
                new Announcement.ContactCode(from.text("code"), Integer.parseInt(from.text("minutes")));
            case CONTACT -> new Announcement.ContactChange(from.day("since"), from.lines("now"));
            case DELEGATE ->
                new Announcement.DelegateChange(
                        from.day("on"),
                        Boolean.parseBoolean(from.text("isLetIn")),
                        DelegateKind.ofCode(from.text("may")).orElseThrow(),
                        from.text("reference"));
            case SIGN_IN_CHANGE ->
                new Announcement.SignInChange(
                        from.day("on"), SignInNews.ofCode(from.text("news")).orElseThrow());
            case ABNORMAL_USE ->
                new Announcement.AbnormalUse(
                        UseAlarm.Kind.ofCode(from.text("alarm")).orElseThrow(),
                        DateRange.of(from.day("from"), from.day("to")),
                        AlarmFigures.read(from.text("values")),
                        Unit.ofSymbol(from.text("unit")).orElseThrow(),
                        from.text("meter"));
            case REMINDER ->
                new Announcement.Reminder(
                        from.day("on"), from.money("overdue"), from.money("fee"), from.lines("items"));
            case INSTALMENT ->
                new Announcement.InstalmentDue(
                        Long.parseLong(from.text("arrangement")),
                        Integer.parseInt(from.text("ordinal")),
                        Integer.parseInt(from.text("of")),
                        from.day("dueOn"),
                        from.money("open"));
            case PAYMENT ->
                new Announcement.PaymentReceived(from.text("receipt"), from.day("on"), from.money("amount"));
            case AGREEMENT_END ->
                new Announcement.AgreementEnd(
                        from.text("agreement"),
                        from.text("service"),
                        from.text("address"),
                        from.day("last"),
                        Boolean.parseBoolean(from.text("isEstimated")));
            case REQUEST ->
                new Announcement.RequestAnswer(
                        Long.parseLong(from.text("request")), from.day("openedOn"), from.text("text"));
            case CONTACT_REQUEST ->
                new Announcement.ContactRequest(from.day("on"), Boolean.parseBoolean(from.text("isToConfirm")));
            case READING_DAY ->
                new Announcement.ReadingDay(DateRange.of(from.day("from"), from.day("to")), from.lines("meters"));
            case OWN_READING ->
                new Announcement.OwnReading(
                        from.day("from"),
                        from.facts.containsKey("to") ? from.day("to") : null,
                        from.text("legalReference"),
                        from.lines("meters"),
                        from.lines("chain").stream()
                                .map(AnnouncementFacts::method)
                                .toList());
            case BILL, MARKETING -> throw new IllegalArgumentException(kind.code() + " is no announcement");
        };
    }

    /// Announcements of former days have methods in capitals.
    private static EstimationMethod method(String code) {
        return EstimationMethod.ofCode(code.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElseThrow();
    }

    private Announcement interruption() {
        Map<Language, String> reasons = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String reason = facts.get("reason." + language.code());
            if (reason != null) {
                reasons.put(language, reason);
            }
        }
        return new Announcement.Interruption(
                OutageState.ofCode(text("state")).orElseThrow(),
                Boolean.parseBoolean(facts.getOrDefault("isMoved", "true")), // before it was asked, all were called so
                text("service"),
                LocalDateTime.parse(text("from")),
                LocalDateTime.parse(text("to")),
                reasons,
                lines("addresses"));
    }

    private String text(String name) {
        String value = facts.get(name);
        if (value == null) {
            throw new IllegalStateException("no fact '" + name + "' among " + facts.keySet());
        }
        return value;
    }

    private LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    private Money money(String name) {
        return Money.ofMinor(Long.parseLong(text(name)));
    }

    private List<String> lines(String name) {
        String value = text(name);
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(LINE, -1));
    }
}
