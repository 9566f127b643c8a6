package org.taswiya.intake.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.taswiya.core.billing.FormerBill;
import org.taswiya.core.billing.OpeningItem;
import org.taswiya.core.calendar.DateRange;
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
import org.taswiya.core.metering.UsageQuality;
import org.taswiya.core.metering.Visit;
import org.taswiya.core.quantity.Decimal;
import org.taswiya.core.quantity.Money;
import org.taswiya.core.quantity.Unit;
import org.taswiya.core.receivables.ItemKey;
import org.taswiya.core.receivables.Means;
import org.taswiya.core.receivables.Payment;

/// What the fields of a row are together, by what the mapping brings.
final class RowShapes {
    private static final int DIGITS_MAX = 12;
    private static final int DECIMALS_MAX = 6;
    private static final int HOUSEHOLDS_MAX = 10_000;
    private static final int INSTALMENTS_MAX = 1_000;
    private static final int SHARE_MAX = 1_000_000;

    private final SourceMapping mapping;
    private final RowFields fields;
    private final FeedDayShape feedDay;

    RowShapes(SourceMapping mapping, RowFields fields) {
        this.mapping = mapping;
        this.fields = fields;
        this.feedDay = new FeedDayShape(mapping, fields);
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
            case METER -> meter();
            case EXCHANGE -> exchange();
            case RESET -> reset();
            case READING -> reading();
            case VISIT -> visit();
            case SUB_METER -> subMeter();
            case VACANCY -> vacancy();
            case OPEN_ITEM -> openItem();
            case CREDIT -> credit();
            case PAYMENT -> payment();
            case FORMER_BILL -> formerBill();
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
            throw bad(SourceField.REFERENCE, e);
        }
    }

    private RowFields.Refusal bad(SourceField field, IllegalArgumentException why) {
        return fields.refusal(RowReason.BAD_RECORD, field, String.valueOf(why.getMessage()));
    }

    private SourceRow agreement() {
        Integer households = fields.wholeOrNull(SourceField.HOUSEHOLDS, 1, HOUSEHOLDS_MAX);
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.dateOrNull(SourceField.TO);
        LocalDate billedFrom = fields.dateOrNull(SourceField.BILLED_FROM);
        requireOrder(SourceField.TO, from.plusDays(1), to);
        requireOrder(SourceField.BILLED_FROM, from, billedFrom);
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
            throw bad(SourceField.REFERENCE, e);
        }
    }

    private void requireOrder(SourceField field, LocalDate least, @Nullable LocalDate day) {
        if (day != null && day.isBefore(least)) {
            throw fields.refusal(RowReason.BAD_RECORD, field, "found " + day + ", expected " + least + " or later");
        }
    }

    private SourceRow meter() {
        Integer decimals = fields.wholeOrNull(SourceField.DECIMALS, 0, DECIMALS_MAX);
        Decimal multiplier = multiplier();
        Decimal first = fields.shownOrNull(SourceField.FIRST_VALUE);
        LocalDate installed = fields.date(SourceField.INSTALLED_AT);
        LocalDate removed = fields.dateOrNull(SourceField.REMOVED_AT);
        requireOrder(SourceField.REMOVED_AT, installed, removed);
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
            throw bad(SourceField.PART_OF, e);
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
        requireOrder(SourceField.TO, from.plusDays(1), to);
        return new SourceRow.SubMeterRow(point, main, share == null ? 1 : share, from, to);
    }

    private SourceRow vacancy() {
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.dateOrNull(SourceField.TO);
        requireOrder(SourceField.TO, from.plusDays(1), to);
        return new SourceRow.VacancyRow(fields.reference(SourceField.PREMISE_REFERENCE), from, to);
    }

    private SourceRow openItem() {
        LocalDate issued = fields.date(SourceField.ISSUED);
        LocalDate due = fields.date(SourceField.DUE);
        requireOrder(SourceField.DUE, issued, due);
        String document = fields.reference(SourceField.REFERENCE);
        Integer instalment = fields.wholeOrNull(SourceField.INSTALMENT, 1, INSTALMENTS_MAX);
        return new SourceRow.OpeningRow(new OpeningItem(
                fields.reference(SourceField.ACCOUNT_REFERENCE),
                instalment == null ? document : document + "/" + instalment,
                fields.amount(SourceField.AMOUNT),
                issued,
                due));
    }

    private SourceRow credit() {
        return new SourceRow.OpeningRow(new OpeningItem(
                fields.reference(SourceField.ACCOUNT_REFERENCE),
                fields.reference(SourceField.REFERENCE),
                fields.amount(SourceField.AMOUNT).negated(),
                null,
                null));
    }

    /// Its name is unique for the mapping: the same operation in another file is the same payment.
    private SourceRow payment() {
        String till = fields.referenceOrNull(SourceField.TILL);
        String bill = fields.referenceOrNull(SourceField.BILL);
        Means means = fields.choiceOrNull(
                SourceField.KIND, RowShapes::meansOf, "cheque, card, transfer, direct-debit or collector");
        Money amount = fields.amount(SourceField.AMOUNT);
        try {
            return new SourceRow.PaymentRow(new Payment(
                    fields.reference(SourceField.ACCOUNT_REFERENCE),
                    amount,
                    fields.date(SourceField.AT),
                    means == null ? Means.COLLECTOR : means,
                    till == null ? mapping.name() : till,
                    new Payment.Key(mapping.name(), fields.reference(SourceField.REFERENCE)),
                    bill == null ? List.of() : List.of(item(bill))));
        } catch (IllegalArgumentException e) {
            throw bad(SourceField.TILL, e);
        }
    }

    private static Optional<Means> meansOf(String code) {
        return Means.ofCode(code).filter(means -> !means.bearsStamp());
    }

    private static ItemKey item(String number) {
        return ItemKey.ofNumber(number);
    }

    private SourceRow formerBill() {
        LocalDate from = fields.date(SourceField.FROM);
        LocalDate to = fields.date(SourceField.TO);
        requireOrder(SourceField.TO, from.plusDays(1), to);
        Money net = fields.money(SourceField.NET);
        Money tax = fields.money(SourceField.TAX);
        Money total = fields.money(SourceField.TOTAL);
        if (!net.plus(tax).equals(total)) {
            String expected = "found " + total + ", expected net and tax together, " + net.plus(tax);
            throw fields.refusal(RowReason.BAD_RECORD, SourceField.TOTAL, expected);
        }
        return new SourceRow.FormerBillRow(new FormerBill(
                fields.reference(SourceField.AGREEMENT_REFERENCE),
                fields.reference(SourceField.REFERENCE),
                DateRange.of(from, to),
                fields.date(SourceField.ISSUED),
                fields.shown(SourceField.USAGE),
                fields.choice(SourceField.KIND, RowShapes::billedOn, "actual or estimated"),
                net,
                tax));
    }

    private static Optional<UsageQuality> billedOn(String code) {
        return Stream.of(UsageQuality.ACTUAL, UsageQuality.ESTIMATED)
                .filter(of -> of.code().equals(code))
                .findFirst();
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
            throw bad(SourceField.LATITUDE, e);
        }
    }
}
