account STRING NOT NULL COMMENT 'reference of the customer account; rows are in its order, over all files by their names',
customerClass STRING NOT NULL COMMENT 'household, professional or municipality: limits may differ by it',
arrears BIGINT NOT NULL COMMENT 'due before and unpaid, in minor units; shown on the bill and no part of it',
missing ARRAY<STRUCT<agreement: STRING NOT NULL>> NOT NULL
    COMMENT 'agreements that should have a bill too and are withheld already, for bills that wait for each other',
agreements ARRAY<STRUCT<
    agreement: STRING NOT NULL COMMENT 'reference of the service agreement',
    tariff: STRING NOT NULL COMMENT 'id of its price book',
    households: INT NOT NULL COMMENT 'behind a shared meter, 1 or more',
    isReleased: BOOLEAN NOT NULL COMMENT 'its bill leaves whatever the checks find',
    digits: INT COMMENT 'of the dial; null when unknown, and then it never rolls over',
    decimals: INT NOT NULL COMMENT 'usage is a whole number of steps of 10^-decimals',
    multiplier: BIGINT NOT NULL COMMENT 'from a difference on the dial to usage: multiplier / 10^multiplierScale',
    multiplierScale: INT NOT NULL,
    unit: STRING NOT NULL COMMENT 'kWh or m3',
    readings: ARRAY<STRUCT<
        kind: STRING NOT NULL COMMENT 'actual, customer or estimated',
        at: DATE NOT NULL COMMENT 'at the start of this day',
        value: BIGINT NOT NULL COMMENT 'what the dial shows: value / 10^scale',
        scale: INT NOT NULL,
        provenance: STRING NOT NULL COMMENT 'who or what brought it'>> NOT NULL
        COMMENT 'from the actual reading that opens the gap on, in any order',
    exchanges: ARRAY<STRUCT<
        at: DATE NOT NULL,
        removed: BIGINT NOT NULL COMMENT 'last value of the meter taken away: removed / 10^removedScale',
        removedScale: INT NOT NULL,
        installed: BIGINT NOT NULL COMMENT 'first value of the other: installed / 10^installedScale',
        installedScale: INT NOT NULL,
        removedDigits: INT COMMENT 'of the dial taken away; null when unknown, or where it counted as the last meter',
        removedDecimals: INT COMMENT 'null where it counted as the last meter',
        removedMultiplier: BIGINT COMMENT 'removedMultiplier / 10^removedMultiplierScale; or null, as before',
        removedMultiplierScale: INT>> NOT NULL
        COMMENT 'of meters since that reading',
    billed: ARRAY<STRUCT<
        from: DATE NOT NULL,
        to: DATE NOT NULL COMMENT 'the day after the last',
        usage: BIGINT NOT NULL COMMENT 'usage / 10^scale',
        scale: INT NOT NULL,
        quality: STRING NOT NULL COMMENT 'actual, customer or estimated',
        amounts: STRUCT<
            net: BIGINT NOT NULL,
            tax: BIGINT NOT NULL,
            components: ARRAY<STRUCT<code: STRING NOT NULL, amount: BIGINT NOT NULL>>
                COMMENT 'of net; null when only the sum is known',
            taxes: ARRAY<STRUCT<code: STRING NOT NULL, amount: BIGINT NOT NULL>>
                COMMENT 'of tax; null when only the sum is known'>
            COMMENT 'with every true-up since; null when they are what the tariff gives for the usage'>> NOT NULL
        COMMENT 'periods since that reading that were billed, in minor units',
    history: STRUCT<
        from: DATE NOT NULL COMMENT 'the first day of the first usage',
        scale: INT NOT NULL COMMENT 'of all of them',
        qualities: STRING COMMENT 'a, c, e or - for each: actual, customer, estimated, unknown; null: all are actual',
        usages: ARRAY<STRUCT<
            to: DATE NOT NULL COMMENT 'the day after its last; the next one begins there',
            usage: BIGINT COMMENT 'usage / 10^scale; null where nothing is known of these days'>> NOT NULL>
        COMMENT 'before that reading, to estimate from; null when there is none',
    vacancies: ARRAY<STRUCT<from: DATE NOT NULL, to: DATE NOT NULL>> NOT NULL
        COMMENT 'days on which the premise is known to be empty',
    suspensions: ARRAY<STRUCT<
        from: DATE NOT NULL,
        to: DATE NOT NULL,
        legalReference: STRING NOT NULL COMMENT 'the order that says so, as it is printed'>> NOT NULL
        COMMENT 'days on which its meter was not read by order',
    classUse: STRING COMMENT 'what its class has shown of the days to estimate, as ClassUse#text; null when none are',
    annualVolume: BIGINT COMMENT 'stated for a year: annualVolume / 10^annualVolumeScale; null when nothing is',
    annualVolumeScale: INT,
    usualBill: BIGINT COMMENT 'what its bill usually comes to; null when unknown',
    backBillingException: STRING COMMENT 'why the limit on back-billing does not hold for it; null when it does',
    instructedMethod: STRING COMMENT 'how a person wants the next estimate made; null when nobody says',
    instructedUsage: BIGINT COMMENT 'or what it is: instructedUsage / 10^instructedUsageScale; or null',
    instructedUsageScale: INT,
    facts: ARRAY<STRUCT<
        determinant: STRING NOT NULL COMMENT 'what a tariff asks for, such as persons or social-tariff',
        from: DATE NOT NULL COMMENT 'the first day on which it holds; it does until another one of its kind does',
        value: BIGINT NOT NULL COMMENT 'value / 10^scale',
        scale: INT NOT NULL>> NOT NULL
        COMMENT 'numbers of the agreement, where its tariff asks for more than the usage',
    countedDays: ARRAY<STRUCT<
        day: DATE NOT NULL,
        bands: ARRAY<STRUCT<
            band: STRING NOT NULL COMMENT 'time band of the calendar of its tariff; all where it has none',
            quantity: BIGINT NOT NULL COMMENT 'counted in it: quantity / 10^quantityScale',
            quantityScale: INT NOT NULL,
            highestFrom: BIGINT COMMENT 'when the highest demand began, seconds since 1970; null where there is none',
            highestSeconds: BIGINT COMMENT 'how long that is',
            highest: BIGINT COMMENT 'what was counted in it: highest / 10^highestScale',
            highestScale: INT,
            estimated: INT NOT NULL COMMENT 'how many of its intervals were estimated'>> NOT NULL>> NOT NULL
        COMMENT 'days of which every interval is known, where its tariff has time bands or demand',
    registers: ARRAY<STRUCT<
        band: STRING NOT NULL COMMENT 'time band in which it counts; all else is as above, of this register',
        digits: INT,
        decimals: INT NOT NULL,
        multiplier: BIGINT NOT NULL,
        multiplierScale: INT NOT NULL,
        unit: STRING NOT NULL,
        readings: ARRAY<STRUCT<
            kind: STRING NOT NULL,
            at: DATE NOT NULL,
            value: BIGINT NOT NULL,
            scale: INT NOT NULL,
            provenance: STRING NOT NULL>> NOT NULL,
        exchanges: ARRAY<STRUCT<
            at: DATE NOT NULL,
            removed: BIGINT NOT NULL,
            removedScale: INT NOT NULL,
            installed: BIGINT NOT NULL,
            installedScale: INT NOT NULL,
            removedDigits: INT,
            removedDecimals: INT,
            removedMultiplier: BIGINT,
            removedMultiplierScale: INT>> NOT NULL,
        history: STRUCT<
            from: DATE NOT NULL,
            scale: INT NOT NULL,
            qualities: STRING,
            usages: ARRAY<STRUCT<
                to: DATE NOT NULL,
                usage: BIGINT>> NOT NULL>>> NOT NULL
        COMMENT 'of a device whose registers count by time band, in the order of their bands'>>
    NOT NULL COMMENT 'in the order in which they are billed: by reference'
