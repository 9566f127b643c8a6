-- In which order a reader walks past usage points. A route is laid anew as a whole; the greatest change is in force.
create table reading_route (
    reference text collate "C" not null check (reference ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    change bigint not null references change,
    primary key (reference, change)
);

create table route_stop (
    route text collate "C" not null,
    change bigint not null,
    position integer not null check (position >= 1),
    usage_point text collate "C" not null references usage_point,
    primary key (route, change, position),
    unique (route, change, usage_point),
    foreign key (route, change) references reading_route
);

-- A turn of a route: an order for each meter that is to be read on these days. What became of an order is not kept here:
-- readings and visits of these days say it, whoever brings them and however late.
create table reading_round (
    id bigint primary key,
    route text collate "C" not null,
    from_day date not null,
    to_day date not null check (to_day > from_day),
    change bigint not null references change,
    unique (route, from_day, to_day)
);

create table round_order (
    round bigint not null references reading_round,
    position integer not null,
    usage_point text collate "C" not null references usage_point,
    primary key (round, position)
);
-- In which rounds a meter was to be read.
create index round_order_usage_point on round_order (usage_point, round);

create trigger never_changed before update or delete or truncate on reading_route
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on route_stop
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on reading_round
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on round_order
    for each statement execute function refuse_change();
