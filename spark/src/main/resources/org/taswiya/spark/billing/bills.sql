serial BIGINT NOT NULL COMMENT 'the number without its check letters; follows the last one before the run, without gaps',
number STRING NOT NULL COMMENT 'the bill number: ten digits and two check letters',
agreement STRING NOT NULL,
account STRING NOT NULL,
service STRING NOT NULL COMMENT 'what is supplied, such as electricity',
tariff STRING NOT NULL COMMENT 'id of the price book',
billedOn DATE NOT NULL,
dueOn DATE NOT NULL,
basis STRING NOT NULL COMMENT 'estimate: nobody read the meter; reading: it settles everything since the one before',
net BIGINT NOT NULL COMMENT 'in minor units, as all money here',
tax BIGINT NOT NULL,
total BIGINT NOT NULL COMMENT 'what is to be paid; below zero it is the credit of the customer',
stampIfCash BIGINT NOT NULL COMMENT 'the duty that would arise if the bill were paid in cash; part of no amount',
arrears BIGINT NOT NULL COMMENT 'due before and unpaid; part of no amount',
instalments INT COMMENT 'how many are offered; null when none are',
firstInstalment BIGINT,
eachInstalment BIGINT,
estimate STRUCT<
    from: DATE NOT NULL,
    to: DATE NOT NULL COMMENT 'the day after the last',
    usage: BIGINT NOT NULL COMMENT 'usage / 10^scale',
    scale: INT NOT NULL,
    method: STRING NOT NULL,
    onEstimates: BOOLEAN NOT NULL COMMENT 'the basis was itself estimated',
    instructed: BOOLEAN NOT NULL COMMENT 'a person said how to estimate this once',
    basis: ARRAY<STRUCT<
        from: DATE NOT NULL,
        to: DATE NOT NULL,
        usage: BIGINT NOT NULL,
        scale: INT NOT NULL,
        quality: STRING NOT NULL>> NOT NULL COMMENT 'the dates looked at and what was used on them'>
    COMMENT 'what a bill on an estimate rests on',
settlement STRUCT<
    usage: BIGINT NOT NULL COMMENT 'usage / 10^scale, between the first and the last actual reading',
    scale: INT NOT NULL,
    trueUp: BIGINT NOT NULL COMMENT 'what was billed too little before; below zero too much',
    writtenOff: BIGINT NOT NULL COMMENT 'what the limit on back-billing took away',
    monthWise: BIGINT NOT NULL COMMENT 'the proof: the division that was used',
    lump: BIGINT NOT NULL COMMENT 'the proof: everything in the last period',
    cheapest: BIGINT NOT NULL,
    dearest: BIGINT NOT NULL>
    COMMENT 'what a bill on a reading rests on',
segments ARRAY<STRUCT<
    kind: STRING NOT NULL COMMENT 'estimated, actual (billed for the first time) or true-up (billed before)',
    from: DATE NOT NULL,
    to: DATE NOT NULL,
    usage: BIGINT NOT NULL COMMENT 'usage / 10^scale',
    scale: INT NOT NULL,
    claimedNet: BIGINT NOT NULL,
    claimedTax: BIGINT NOT NULL,
    amounts: ARRAY<STRUCT<
        isTax: BOOLEAN NOT NULL,
        code: STRING NOT NULL,
        due: BIGINT NOT NULL COMMENT 'what the period costs',
        claimed: BIGINT NOT NULL COMMENT 'what this bill claims of it; net and tax are their sums'>>
        COMMENT 'null when only the sums are known',
    lines: ARRAY<STRUCT<
        rate: BIGINT NOT NULL COMMENT 'the row of rates with component, block, unit, price, tax rate and clause',
        from: DATE COMMENT 'null for the whole period',
        to: DATE,
        quantity: BIGINT NOT NULL COMMENT 'quantity / 10^quantityScale; one that does not end has 12 decimals, half-even',
        quantityScale: INT NOT NULL,
        shareDays: BIGINT COMMENT 'days under one version of the tariff; null for the whole period',
        shareOfDays: BIGINT,
        amount: BIGINT NOT NULL>> NOT NULL
        COMMENT 'the period priced whole'>> NOT NULL
    COMMENT 'one for each period, earliest first',
postings ARRAY<STRUCT<
    account: STRING NOT NULL COMMENT 'of the ledger',
    amount: BIGINT NOT NULL COMMENT 'a debit above zero, a credit below; those of a bill sum to zero'>> NOT NULL
    COMMENT 'the entry bill/NUMBER, booked on billedOn; empty for a bill on which every amount is zero',
digest STRING COMMENT 'SHA-256 of its document without its number, and of its postings; null unless asked for'
