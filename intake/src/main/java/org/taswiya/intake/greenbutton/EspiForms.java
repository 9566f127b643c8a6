package org.taswiya.intake.greenbutton;

import static org.taswiya.intake.greenbutton.EspiShape.Leaf.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.taswiya.intake.greenbutton.EspiShape.Field;
import org.taswiya.intake.greenbutton.EspiShape.Form;
import org.taswiya.intake.greenbutton.EspiShape.Open;

/// The elements of ESPI 4.0 that are read: their fields in the order in which the schema demands them.
///
/// The schema joins each of its lists of codes with all numbers of 16 bits, so a code that is not in a list is no fault
/// of form.
final class EspiForms {
    private static final Form PERIOD = Form.of(
            Field.of("duration", UINT32).required(), Field.of("start", LONG).required());

    private static final Form RATIO = Form.of(Field.of("numerator", INTEGER), Field.of("denominator", new Open()));

    private static final Form MEASUREMENT = Form.of(
            Field.of("powerOfTenMultiplier", INT16),
            Field.of("timeStamp", LONG),
            Field.of("uom", UINT16),
            Field.of("value", INT48),
            Field.of("readingTypeRef", ADDRESS));

    private static final Form QUALITY = Form.of(Field.of("quality", UINT16).required());

    private static final Form INTERVAL_READING = Form.of(
            Field.of("cost", INT48),
            Field.of("ReadingQuality", QUALITY).many(),
            Field.of("timePeriod", PERIOD),
            Field.of("value", INT48),
            Field.of("consumptionTier", INT16),
            Field.of("tou", INT16),
            Field.of("cpp", INT16));

    private static final Form READING_TYPE = Form.ofEntry(
            Field.of("accumulationBehaviour", UINT16),
            Field.of("commodity", UINT16),
            Field.of("consumptionTier", INT16),
            Field.of("currency", UINT16),
            Field.of("dataQualifier", UINT16),
            Field.of("defaultQuality", UINT16),
            Field.of("flowDirection", UINT16),
            Field.of("intervalLength", UINT32),
            Field.of("kind", UINT16),
            Field.of("phase", UINT16),
            Field.of("powerOfTenMultiplier", INT16),
            Field.of("timeAttribute", UINT16),
            Field.of("tou", INT16),
            Field.of("uom", UINT16),
            Field.of("cpp", INT16),
            Field.of("interharmonic", RATIO),
            Field.of("measuringPeriod", UINT16),
            Field.of("argument", RATIO));

    private static final Form USAGE_POINT = Form.ofEntry(
            Field.of("roleFlags", HEX16),
            Field.of("ServiceCategory", Form.of(Field.of("kind", UINT16).required())),
            Field.of("status", UINT8),
            Field.of("serviceDeliveryPoint", new Open()),
            Field.of("amiBillingReady", BILLING_READY),
            Field.of("checkBilling", TRUTH),
            Field.of("connectionState", CONNECTION),
            Field.of("estimatedLoad", MEASUREMENT),
            Field.of("grounded", TRUTH),
            Field.of("isSdp", TRUTH),
            Field.of("isVirtual", TRUTH),
            Field.of("minimalUsageExpected", TRUTH),
            Field.of("nominalServiceVoltage", MEASUREMENT),
            Field.of("outageRegion", TEXT256),
            Field.of("phaseCode", UINT16),
            Field.of("ratedCurrent", MEASUREMENT),
            Field.of("ratedPower", MEASUREMENT),
            Field.of("readCycle", TEXT256),
            Field.of("readRoute", TEXT256),
            Field.of("serviceDeliveryRemark", TEXT256),
            Field.of("servicePriority", TEXT32),
            Field.of("pnodeRefs", new Open()),
            Field.of("aggregateNodeRefs", new Open()));

    private static final Form LOCAL_TIME = Form.ofEntry(
            Field.of("dstEndRule", HEX32).required(),
            Field.of("dstOffset", LONG).required(),
            Field.of("dstStartRule", HEX32).required(),
            Field.of("tzOffset", LONG).required());

    private static final List<Field> SUMMARY = List.of(
            Field.of("billingPeriod", PERIOD),
            Field.of("billLastPeriod", INT48),
            Field.of("billToDate", INT48),
            Field.of("costAdditionalLastPeriod", INT48),
            Field.of("costAdditionalDetailLastPeriod", new Open()).many(),
            Field.of("currency", UINT16),
            Field.of("overallConsumptionLastPeriod", MEASUREMENT),
            Field.of("currentBillingPeriodOverAllConsumption", MEASUREMENT),
            Field.of("currentDayLastYearNetConsumption", MEASUREMENT),
            Field.of("currentDayNetConsumption", MEASUREMENT),
            Field.of("currentDayOverallConsumption", MEASUREMENT),
            Field.of("peakDemand", MEASUREMENT),
            Field.of("previousDayLastYearOverallConsumption", MEASUREMENT),
            Field.of("previousDayNetConsumption", MEASUREMENT),
            Field.of("previousDayOverallConsumption", MEASUREMENT),
            Field.of("qualityOfReading", UINT16),
            Field.of("ratchetDemand", MEASUREMENT),
            Field.of("ratchetDemandPeriod", PERIOD),
            Field.of("statusTimeStamp", LONG).required(),
            Field.of("commodity", UINT16));

    private static final Form POWER_QUALITY = Form.ofEntry(
            Field.of("flickerPlt", INT48),
            Field.of("flickerPst", INT48),
            Field.of("harmonicVoltage", INT48),
            Field.of("longInterruptions", INT48),
            Field.of("mainsVoltage", INT48),
            Field.of("measurementProtocol", UINT8),
            Field.of("powerFrequency", INT48),
            Field.of("rapidVoltageChanges", INT48),
            Field.of("shortInterruptions", INT48),
            Field.of("summaryInterval", PERIOD).required(),
            Field.of("supplyVoltageDips", INT48),
            Field.of("supplyVoltageImbalance", INT48),
            Field.of("supplyVoltageVariations", INT48),
            Field.of("tempOvervoltage", INT48));

    /// What the content of an entry may be, by the name of its element.
    static final Map<String, Form> ENTRIES = Map.of(
            "UsagePoint",
            USAGE_POINT,
            "MeterReading",
            Form.ofEntry(),
            "ReadingType",
            READING_TYPE,
            "IntervalBlock",
            Form.ofEntry(
                    Field.of("interval", PERIOD),
                    Field.of("IntervalReading", INTERVAL_READING).many()),
            "LocalTimeParameters",
            LOCAL_TIME,
            "ElectricPowerUsageSummary",
            Form.ofEntry(SUMMARY.toArray(Field[]::new)),
            "UsageSummary",
            Form.ofEntry(summaryOfAnyService()),
            "ElectricPowerQualitySummary",
            POWER_QUALITY);

    private EspiForms() {}

    private static Field[] summaryOfAnyService() {
        List<Field> fields = new ArrayList<>(SUMMARY);
        fields.add(Field.of("tariffProfile", TEXT256));
        fields.add(Field.of("readCycle", TEXT256));
        fields.add(Field.of("tariffRiderRefs", new Open()));
        fields.add(Field.of("billingChargeSource", new Open()));
        return fields.toArray(Field[]::new);
    }
}
