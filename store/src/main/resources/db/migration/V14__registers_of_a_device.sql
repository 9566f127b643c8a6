-- A device may have several registers. Each is at a usage point of its own, with a row of its own under the device's
-- serial: so readings, exchanges, agreements and bills of one register are as those of any meter. The name tells the
-- registers of a device apart; part_of names the one that counts what this one counts, and more.
alter table meter
    add column register_name text collate "C" check (register_name <> ''),
    add column part_of text collate "C" check (part_of <> ''),
    add constraint part_of_a_register check (part_of is null or register_name is not null),
    add constraint part_of_another check (part_of <> register_name);

-- Nearly all meters are devices of one register: whoever looks for the others finds at once that there are none.
create index meter_of_several on meter (usage_point) where register_name is not null;
create index meter_of_device on meter (serial) where register_name is not null;
