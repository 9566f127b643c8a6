-- The console finds meters by a part of their serial numbers. Where there is no staff yet, the index is made with its
-- first member, as those of names and places are.
do $$ begin
    if to_regclass('customer_searched') is not null then
        create index if not exists meter_searched on meter using gin ((upper(replace(serial, '-', ''))) gin_trgm_ops);
    end if;
end $$;
