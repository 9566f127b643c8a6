package org.taswiya.deliver.announcement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.taswiya.core.calendar.DateRange;
import org.taswiya.core.customer.DelegateKind;
import org.taswiya.core.customer.Language;
import org.taswiya.core.estimation.EstimationMethod;
import org.taswiya.core.message.Announcement;
import org.taswiya.core.message.OutageState;
import org.taswiya.core.message.SignInNews;
import org.taswiya.core.quantity.Fraction;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.validation.UseAlarm;

/// Made-up announcements, at least one of each kind, by which the words can be looked at.
public final class AnnouncementSamples {
    public static final String ACCOUNT = "0000000042";
    public static final String CURRENCY = "MAD";

    private static final LocalDate DAY = LocalDate.of(2020, 6, 11);
    private static final String METER = "W-104233";
    private static final String SECOND = "W-200017";

    private AnnouncementSamples() {}

    /// All of them, the more urgent first.
    public static List<Announcement> all() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(
                                        new Announcement.SignInCode("483920", 10),
                                        new Announcement.ContactCode("483920", 30)),
                                interruptions()),
                        Stream.of(
                                new Announcement.ContactChange(
                                        DAY, List.of("email a***@example.org", "sms +212***678")),
                                new Announcement.ContactChange(DAY, List.of("post 12 rue***blanca", "push ***")),
                                new Announcement.ContactChange(DAY, List.of()),
                                new Announcement.DelegateChange(DAY, true, DelegateKind.PAY, "***678"),
                                new Announcement.DelegateChange(DAY, true, DelegateKind.MANAGE, "***678"),
                                new Announcement.DelegateChange(DAY, false, DelegateKind.PAY, "***678"),
                                new Announcement.SignInChange(DAY, SignInNews.PASSWORD_SET),
                                new Announcement.SignInChange(DAY, SignInNews.PASSWORD_CHANGED),
                                new Announcement.SignInChange(DAY, SignInNews.PASSWORD_ENDED),
                                new Announcement.SignInChange(DAY, SignInNews.PASSKEY_ADDED),
                                new Announcement.SignInChange(DAY, SignInNews.PASSKEY_REMOVED),
                                leak(),
                                surge(),
                                surgeOfElectricity(),
                                new Announcement.Reminder(
                                        DAY,
                                        Money.parse("1234.56"),
                                        Money.parse("12.00"),
                                        List.of("0000000042BQ", "0000000043CR")),
                                new Announcement.InstalmentDue(7, 2, 6, DAY, Money.parse("205.76")),
                                new Announcement.PaymentReceived("R0000000042BQ", DAY, Money.parse("205.76")),
                                new Announcement.AgreementEnd("C0042", "water", "12 rue Atlas", DAY, false),
                                new Announcement.AgreementEnd("C0043", "electricity", "12 rue Atlas", DAY, true),
                                new Announcement.RequestAnswer(17, DAY, "…"),
                                new Announcement.ContactRequest(DAY, false),
                                new Announcement.ContactRequest(DAY, true),
                                new Announcement.ReadingDay(DateRange.of(DAY, DAY.plusDays(3)), List.of(METER)),
                                new Announcement.ReadingDay(DateRange.of(DAY, DAY.plusDays(1)), List.of(METER, SECOND)),
                                new Announcement.OwnReading(
                                        LocalDate.of(2020, 3, 20),
                                        null,
                                        "Décret 2.20.293",
                                        List.of(METER),
                                        List.of(EstimationMethod.CUSTOMER_READING)),
                                new Announcement.OwnReading(
                                        LocalDate.of(2020, 3, 20),
                                        null,
                                        "Décret 2.20.293",
                                        List.of(METER, SECOND),
                                        List.of(EstimationMethod.CUSTOMER_READING))))
                .toList();
    }

    /// Each as it is told, one that has changed for its reason alone, and one at two premises.
    private static Stream<Announcement> interruptions() {
        List<String> home = List.of("12 rue de la Gironde");
        List<String> both = List.of("12 rue de la Gironde", "3 rue Atlas");
        return Stream.concat(
                Stream.of(OutageState.values()).map(state -> interruption(state, true, home)),
                Stream.of(
                        interruption(OutageState.CHANGED, false, home), interruption(OutageState.PLANNED, true, both)));
    }

    private static Announcement interruption(OutageState state, boolean isMoved, List<String> addresses) {
        LocalDateTime from = DAY.atTime(8, 0);
        return new Announcement.Interruption(
                state,
                isMoved,
                "water",
                from,
                from.plusHours(6),
                Map.of(
                        Language.AR, "أشغال على القناة",
                        Language.FR, "travaux sur la conduite",
                        Language.EN, "works on the main"),
                addresses);
    }

    private static Announcement leak() {
        return new Announcement.AbnormalUse(
                UseAlarm.Kind.CONTINUOUS_FLOW,
                DateRange.of(DAY.minusDays(4), DAY),
                Map.of(
                        "smallest", Fraction.of(2, 100),
                        "use", Fraction.of(31, 10),
                        "limit", Fraction.of(1, 100)),
                Unit.CUBIC_METRE,
                METER);
    }

    private static Announcement surge() {
        return surge(Unit.CUBIC_METRE, METER);
    }

    private static Announcement surgeOfElectricity() {
        return surge(Unit.KILOWATT_HOUR, "E-104234");
    }

    private static Announcement surge(Unit unit, String meter) {
        return new Announcement.AbnormalUse(
                UseAlarm.Kind.SURGE,
                DateRange.of(DAY.minusDays(30), DAY),
                Map.of("use", Fraction.of(48), "usual", Fraction.of(15), "limit", Fraction.of(30)),
                unit,
                meter);
    }
}
