-- What is expected of a year, in units, when nothing is known of the meter yet: an estimate may rest on it. Null when
-- nothing is stated.
alter table service_agreement add column annual_volume shown;
