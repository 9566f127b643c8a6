rate BIGINT NOT NULL COMMENT 'its number, which lines name it by: made of all that follows, so the same in every file',
component STRING NOT NULL COMMENT 'of the tariff',
block INT NOT NULL COMMENT 'counted from 1; 0 for a charge without blocks',
unit STRING NOT NULL,
price BIGINT NOT NULL COMMENT 'of one unit: price / 10^priceScale',
priceScale INT NOT NULL,
taxRate BIGINT NOT NULL COMMENT 'taxRate / 10^taxRateScale',
taxRateScale INT NOT NULL,
clause STRING NOT NULL COMMENT 'where the tariff states it'
