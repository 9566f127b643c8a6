package org.taswiya.intake.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.taswiya.core.billing.AccountInput;
import org.taswiya.core.billing.AgreementInput;
import org.taswiya.core.billing.AskedFor;
import org.taswiya.core.billing.BandRegisters;
import org.taswiya.core.billing.BandRegisters.Together;
import org.taswiya.core.billing.BillNumber;
import org.taswiya.core.customer.Addressee;
import org.taswiya.core.metering.Register;
import org.taswiya.core.tariff.Tariff;
import org.taswiya.intake.billing.AskedForFields;
import org.taswiya.intake.billing.BilledFields;
import org.taswiya.intake.billing.MeteringFields;
import org.taswiya.intake.billing.PolicyFields;
import org.taswiya.intake.json.JsonFields;
import org.taswiya.intake.json.JsonReader;
import org.taswiya.intake.json.JsonValue.JsonObject;
import org.taswiya.intake.json.Quoted;
import org.taswiya.intake.json.RefusalReason;

/// A bill document as it was found.
public final class StatedBill {

    private static final String FORMAT = "taswiya-bill/2";

    /// Of bills over an exchange for a meter that counts otherwise.
    private static final String FORMAT_OF_OTHER_REGISTERS = "taswiya-bill/3";

    /// Of bills whose tariff asks for more than the usage.
    private static final String FORMAT_OF_MORE_THAN_USAGE = "taswiya-bill/4";

    /// Of one with lamps in place of a meter.
    private static final String FORMAT_OF_LAMPS = "taswiya-bill/5";

    private static final Set<String> FORMATS =
            Set.of(FORMAT, FORMAT_OF_OTHER_REGISTERS, FORMAT_OF_MORE_THAN_USAGE, FORMAT_OF_LAMPS);
    private static final String FORMAT_OF_ANY_AGE = "taswiya-bill/[0-9]{1,9}";
    private static final int HOUSEHOLDS_MAX = 1_000_000;

    private final JsonObject content;
    private final JsonFields fields;

    private StatedBill(JsonObject content, JsonFields fields) {
        this.content = content;
        this.fields = fields;
    }

    /// Reads the bytes of a document.
    ///
    /// @throws Refusal when they are no document, or one of a format that is not known here
    public static StatedBill read(byte[] bytes) {
        JsonObject content = new JsonReader().readObject(bytes);
        JsonFields fields = JsonFields.of(content);
        String format = fields.optionalText("format").orElse("");
        if (!FORMATS.contains(format)) {
            throw fields.refuse(
                    RefusalReason.UNKNOWN_FORMAT,
                    "format",
                    format.matches(FORMAT_OF_ANY_AGE)
                            ? "found " + format + ", which this Taswiya does not know; it reads up to "
                                    + FORMAT_OF_LAMPS
                                    + ". Use a later Taswiya"
                            : "found " + Quoted.of(format) + ", expected " + FORMAT + "; this is no bill document");
        }
        return new StatedBill(content, fields);
    }

    /// Everything as it was written.
    public JsonObject content() {
        return content;
    }

    /// The fields, to be asked for by name.
    public JsonFields fields() {
        return fields;
    }

    /// The bill's number; empty for a draft.
    ///
    /// @throws Refusal when the check letters do not fit the digits
    public Optional<BillNumber> number() {
        return fields.optionalText("number")
                .map(text -> BillNumber.parse(text)
                        .orElseThrow(() -> fields.refuse(
                                RefusalReason.BAD_NUMBER,
                                "number",
                                "found " + Quoted.of(text)
                                        + ", which is no bill number: ten digits and the two letters that go with"
                                        + " them")));
    }

    public String agreement() {
        return fields.text("agreement");
    }

    /// The id of the tariff that priced the bill.
    public String tariff() {
        return fields.object("tariff").text("id");
    }

    /// Whom the bill is sent to; empty when nobody is named.
    public Optional<Addressee> addressee() {
        return fields.optionalObject("addressee")
                .map(named -> new Addressee(
                        named.text("arabicName"),
                        named.text("latinName"),
                        named.text("address"),
                        named.text("reference")));
    }

    /// What its registers come to that count by time band: the document's own sum of them proves nothing.
    private static Optional<Together> together(AskedFor askedFor) {
        return askedFor.registers().isEmpty()
                ? Optional.empty()
                : Optional.of(BandRegisters.of(askedFor.registers()))
                        .filter(Together.class::isInstance)
                        .map(Together.class::cast);
    }

    /// What billing made the bill from.
    ///
    /// @param tariff the one that [#tariff] names
    /// @throws Refusal when an input is missing or no value of its kind
    public AccountInput input(Tariff tariff) {
        JsonFields inputs = fields.object("inputs");
        AskedFor askedFor = AskedForFields.of(inputs, tariff.unit());
        Optional<Together> together = together(askedFor);
        Register stated = MeteringFields.register(inputs, tariff.unit());
        Register register = together.map(Together::register).orElse(stated);
        AgreementInput agreement = new AgreementInput(
                agreement(),
                tariff,
                inputs.wholeNumber("households", 1, HOUSEHOLDS_MAX),
                register,
                together.map(Together::readings).orElseGet(() -> MeteringFields.readings(inputs, null)),
                MeteringFields.exchanges(inputs, register),
                BilledFields.billed(inputs),
                MeteringFields.usages(inputs, "history"),
                MeteringFields.ranges(inputs, "vacancies"),
                MeteringFields.suspensions(inputs),
                MeteringFields.classUse(inputs),
                inputs.optionalQuantity("annualVolume").orElse(null),
                inputs.optionalMoney("usualBill").orElse(null),
                inputs.optionalText("backBillingException").orElse(null),
                PolicyFields.instruction(inputs).orElse(null),
                askedFor);
        return new AccountInput(
                fields.text("account"),
                inputs.date("billTo"),
                fields.date("billedOn"),
                PolicyFields.policy(inputs.object("policy")),
                fields.money("arrears"),
                List.of(agreement),
                inputs.optionalDate("dueOn").orElse(null));
    }
}
