agreement STRING NOT NULL,
outcome STRING NOT NULL COMMENT 'held: a person has to look first; failed: something has to be mended',
reasons ARRAY<STRUCT<
    reason: STRING NOT NULL COMMENT 'from a closed set',
    found: STRING NOT NULL COMMENT 'the values that caused it'>> NOT NULL,
atRisk BIGINT COMMENT 'what the bill that waits comes to, without its sign, or what is usual; null when unknown'
