-- What a meter counted at least in every hour of the day that a reading ends, in units after the multiplier and rounded
-- down: what tells a flow that never stops. Known of days that a feed has brought with all their hours, all actual; of
-- every other reading it is null, and an eighth column that is null takes no room in a row.
alter table reading
    add column least_hour numeric,
    add constraint least_hour_is_kept check (least_hour >= 0 and least_hour < 1e12 and scale(least_hour) <= 6),
    add constraint least_hour_of_actual check (least_hour is null or kind = 'actual');

-- A reading that waits for a person keeps it, for when it is accepted as it came in.
alter table suspect_reading
    add column least_hour numeric,
    add constraint least_hour_is_kept check (least_hour >= 0 and least_hour < 1e12 and scale(least_hour) <= 6);
