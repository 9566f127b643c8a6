package org.taswiya.intake.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.AgreementFact;
import org.taswiya.core.customer.Customer;
import org.taswiya.core.customer.CustomerAccount;
import org.taswiya.core.customer.CustomerClass;
import org.taswiya.core.customer.Language;
import org.taswiya.core.customer.Premise;
import org.taswiya.core.customer.ServiceAgreement;
import org.taswiya.core.customer.UsagePoint;
import org.taswiya.core.metering.DeviceRegister;
import org.taswiya.core.metering.Meter;
import org.taswiya.core.metering.MeterExchange;
import org.taswiya.core.metering.Reading;
import org.taswiya.core.metering.Register;
import org.taswiya.core.metering.Remark;
import org.taswiya.core.metering.Visit;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.tariff.Determinant;

/// What the fields of a row are together, by what the mapping brings.
final class RowShapes {
    private static final int DIGITS_MAX = 12;
    private static final int DECIMALS_MAX = 6;
    private static final int HOUSEHOLDS_MAX = 10_000;
    private static final int SHARE_MAX = 1_000_000;

    private final SourceMapping mapping;
    private final RowFields fields;
    private final FeedDayShape feedDay;
    private final MoneyShapes money;

    RowShapes(SourceMapping mapping, RowFields fields) {
        this.mapping = mapping;
        this.fields = fields;
        this.feedDay = new FeedDayShape(mapping, fields);
        this.money = new MoneyShapes(mapping, fields);
    }

    SourceRow row() {
        return switch (mapping.brings()) {
            case CUSTOMER -> customer();
            case ACCOUNT -> account();
            case PREMISE ->
                new SourceRow.PremiseRow(new Premise(
                        fields.reference(SourceField.REFERENCE),
                        fields.required(SourceField.ADDRESS),
                        fields.required(SourceField.AREA)));
            case USAGE_POINT ->
                new SourceRow.UsagePointRow(new UsagePoint(
                        fields.reference(SourceField.REFERENCE),
                        fields.reference(SourceField.PREMISE_REFERENCE),
                        code(SourceField.SERVICE)));
            case AGREEMENT -> agreement();
            case AGREEMENT_FACT -> agreementFact();
            case LAMP_GROUP -> new LampShape(fields).row();
            case METER -> meter();
            case EXCHANGE -> exchange();
            case RESET -> reset();
            case READING -> reading();
            case VISIT -> visit();
            case SUB_METER -> subMeter();
            case VACANCY -> vacancy();
            case OPEN_ITEM -> money.openItem();
            case CREDIT -> money.credit();
            case PAYMENT -> money.payment();
            case FORMER_BILL -> money.formerBill();
            case FEED -> feedDay.row();
        };
    }

    private String code(SourceField field) {
        return fields.choice(field, Optional::of, "a word");
    }

    private SourceRow customer() {
        String arabic = fields.text(SourceField.ARABIC_NAME);
        String latin = fields.text(SourceField.LATIN_NAME);
        if (arabic.isEmpty() && latin.isEmpty()) {
            throw fields.refusal(RowReason.MISSING_FIELD, SourceField.LATIN_NAME, "neither name is there");
        }
        Language language = fields.choiceOrNull(SourceField.LANGUAGE, Language::ofCode, "ar, fr or en");
        return new SourceRow.CustomerRow(new Customer(
                fields.reference(SourceField.REFERENCE),
                fields.choice(SourceField.CLASS, RowShapes::classOf, "household, professional or municipality"),
                arabic,
                latin,
                language == null ? Language.AR : language));
    }

    private static Optional<CustomerClass> classOf(String code) {
        return Arrays.stream(CustomerClass.values())
                .filter(of -> of.code().equals(code))
                .findFirst();
    }

    private SourceRow account() {
        String reference = fields.reference(SourceField.REFERENCE);
        String customer = fields.reference(SourceField.CUSTOMER_REFERENCE);
        try {
            return new SourceRow.AccountRow(new CustomerAccount(reference, customer));
        } catch (IllegalArgumentException e) {
            throw fields.bad(SourceField.REFERENCE, e);
        }
    }

    private SourceRow agreement() {
        Integer households = fields.wholeOrNull(SourceField.HOUSEHOLDS, 1, HOUSEHOLDS_MAX);
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.dateOrNull(SourceField.TO);
        LocalDate billedFrom = fields.dateOrNull(SourceField.BILLED_FROM);
        fields.requireOrder(SourceField.TO, from.plusDays(1), to);
        fields.requireOrder(SourceField.BILLED_FROM, from, billedFrom);
        try {
            ServiceAgreement agreement = new ServiceAgreement(
                    fields.reference(SourceField.REFERENCE),
                    fields.reference(SourceField.ACCOUNT_REFERENCE),
                    fields.reference(SourceField.POINT),
                    code(SourceField.TARIFF),
                    households == null ? 1 : households,
                    from,
                    to,
                    fields.shownOrNull(SourceField.ANNUAL_VOLUME));
            return new SourceRow.AgreementRow(agreement, billedFrom == null ? from : billedFrom);
        } catch (IllegalArgumentException e) {
            throw fields.bad(SourceField.REFERENCE, e);
        }
    }

    private SourceRow agreementFact() {
        String agreement = fields.reference(SourceField.AGREEMENT_REFERENCE);
        Determinant determinant = fields.choice(SourceField.DETERMINANT, Determinant::ofFact, Determinant.factCodes());
        LocalDate from = fields.date(SourceField.FROM);
        Decimal value = fields.shown(SourceField.VALUE);
        if (!determinant.takes(value)) {
            throw fields.badNumber(SourceField.VALUE, "expected " + determinant.expected());
        }
        return new SourceRow.AgreementFactRow(agreement, new AgreementFact(determinant, from, value));
    }

    private SourceRow meter() {
        Integer decimals = fields.wholeOrNull(SourceField.DECIMALS, 0, DECIMALS_MAX);
        Decimal multiplier = multiplier();
        Decimal first = fields.shownOrNull(SourceField.FIRST_VALUE);
        LocalDate installed = fields.date(SourceField.INSTALLED_AT);
        LocalDate removed = fields.dateOrNull(SourceField.REMOVED_AT);
        fields.requireOrder(SourceField.REMOVED_AT, installed, removed);
        Register register = new Register(
                fields.wholeOrNull(SourceField.DIGITS, 1, DIGITS_MAX),
                decimals == null ? 0 : decimals,
                multiplier == null ? Decimal.ONE : multiplier,
                fields.choice(SourceField.UNIT, Unit::ofSymbol, "kWh or m3"));
        return new SourceRow.MeterRow(new Meter(
                fields.reference(SourceField.SERIAL),
                fields.reference(SourceField.POINT),
                register,
                installed,
                first == null ? Decimal.ZERO : first,
                removed,
                deviceRegister()));
    }

    private @Nullable DeviceRegister deviceRegister() {
        String name = fields.referenceOrNull(SourceField.REGISTER);
        String partOf = fields.referenceOrNull(SourceField.PART_OF);
        if (name == null && partOf != null) {
            throw fields.refusal(
                    RowReason.BAD_RECORD, SourceField.PART_OF, "found " + partOf + ", but no register that is a part");
        }
        try {
            return name == null ? null : new DeviceRegister(name, partOf);
        } catch (IllegalArgumentException e) {
            throw fields.bad(SourceField.PART_OF, e);
        }
    }

    private @Nullable Decimal multiplier() {
        Decimal multiplier = fields.shownOrNull(SourceField.MULTIPLIER);
        if (multiplier != null && (multiplier.signum() == 0 || multiplier.compareTo(Decimal.of(1_000_000_000)) >= 0)) {
            throw fields.refusal(
                    RowReason.BAD_NUMBER, SourceField.MULTIPLIER, "found " + multiplier + ", expected above zero");
        }
        return multiplier;
    }

    private SourceRow exchange() {
        SourceRow.NewMeter installed = new SourceRow.NewMeter(
                fields.reference(SourceField.SERIAL),
                fields.wholeOrNull(SourceField.DIGITS, 1, DIGITS_MAX),
                fields.wholeOrNull(SourceField.DECIMALS, 0, DECIMALS_MAX),
                multiplier(),
                fields.choiceOrNull(SourceField.UNIT, Unit::ofSymbol, "kWh or m3"));
        MeterExchange exchange = new MeterExchange(
                fields.date(SourceField.AT), fields.shown(SourceField.REMOVED), fields.shown(SourceField.INSTALLED));
        return new SourceRow.ExchangeRow(
                fields.reference(SourceField.POINT),
                exchange,
                fields.referenceOrNull(SourceField.REMOVED_SERIAL),
                installed);
    }

    /// An exchange of a meter for itself.
    private SourceRow reset() {
        Decimal first = fields.shownOrNull(SourceField.FIRST_VALUE);
        MeterExchange exchange = new MeterExchange(
                fields.date(SourceField.AT),
                fields.shown(SourceField.LAST_VALUE),
                first == null ? Decimal.ZERO : first);
        return new SourceRow.ExchangeRow(
                fields.reference(SourceField.POINT),
                exchange,
                fields.referenceOrNull(SourceField.SERIAL),
                new SourceRow.NewMeter(null, null, null, null, null));
    }

    private SourceRow subMeter() {
        String point = fields.reference(SourceField.POINT);
        String main = fields.reference(SourceField.BEHIND);
        if (point.equals(main)) {
            throw fields.refusal(RowReason.BAD_RECORD, SourceField.BEHIND, point + " cannot stand behind itself");
        }
        Integer share = fields.wholeOrNull(SourceField.SHARE, 0, SHARE_MAX);
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.dateOrNull(SourceField.TO);
        fields.requireOrder(SourceField.TO, from.plusDays(1), to);
        return new SourceRow.SubMeterRow(point, main, share == null ? 1 : share, from, to);
    }

    private SourceRow vacancy() {
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.dateOrNull(SourceField.TO);
        fields.requireOrder(SourceField.TO, from.plusDays(1), to);
        return new SourceRow.VacancyRow(fields.reference(SourceField.PREMISE_REFERENCE), from, to);
    }

    private SourceRow reading() {
        return new SourceRow.ReadingRow(
                pointOrNull(),
                fields.referenceOrNull(SourceField.SERIAL),
                fields.referenceOrNull(SourceField.REGISTER),
                unit(),
                reading(fields.date(SourceField.AT), fields.shown(SourceField.VALUE)));
    }

    /// Null only where the serial is there instead.
    private @Nullable String pointOrNull() {
        String point = fields.referenceOrNull(SourceField.POINT);
        return point == null && fields.referenceOrNull(SourceField.SERIAL) == null
                ? fields.reference(
                        mapping.columns().containsKey(SourceField.POINT) ? SourceField.POINT : SourceField.SERIAL)
                : point;
    }

    private @Nullable Unit unit() {
        Unit stated = fields.choiceOrNull(SourceField.UNIT, Unit::ofSymbol, "kWh or m3");
        SourceColumn value = mapping.columns().get(SourceField.VALUE);
        return stated != null || value == null ? stated : value.unit();
    }

    private Reading reading(LocalDate at, Decimal value) {
        String kind = fields.codeOrNull(SourceField.KIND);
        return switch (kind == null ? "actual" : kind) {
            case "actual" -> new Reading.ActualReading(at, value, mapping.name());
            case "customer" -> new Reading.CustomerReading(at, value, mapping.name());
            case "estimated" -> new Reading.EstimatedReading(at, value, mapping.name());
            default ->
                throw fields.refusal(
                        RowReason.UNKNOWN_CODE,
                        SourceField.KIND,
                        "found '" + kind + "', expected actual, customer or estimated");
        };
    }

    private SourceRow visit() {
        LocalDate on = fields.date(SourceField.AT);
        LocalTime time = fields.timeOrNull(SourceField.TIME);
        Decimal value = fields.shownOrNull(SourceField.VALUE);
        Remark remark = fields.choiceOrNull(SourceField.REMARK, Remark::ofCode, "a remark such as no-access");
        if (value == null && remark == null) {
            throw fields.refusal(RowReason.MISSING_FIELD, SourceField.VALUE, "neither a value nor a remark is there");
        }
        Instant at = on.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(mapping.zone())
                .toInstant();
        Visit visit = new Visit(
                at, remark, place(), fields.textOrNull(SourceField.PHOTO), fields.textOrNull(SourceField.READER));
        return new SourceRow.VisitRow(
                pointOrNull(),
                fields.referenceOrNull(SourceField.SERIAL),
                fields.referenceOrNull(SourceField.REGISTER),
                unit(),
                on,
                visit,
                value == null ? null : reading(on, value));
    }

    private Visit.@Nullable Place place() {
        Decimal latitude = fields.numberOrNull(SourceField.LATITUDE);
        Decimal longitude = fields.numberOrNull(SourceField.LONGITUDE);
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null) {
            throw fields.refusal(RowReason.MISSING_FIELD, SourceField.LONGITUDE, "half a place");
        }
        try {
            return new Visit.Place(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw fields.bad(SourceField.LATITUDE, e);
        }
    }
}
