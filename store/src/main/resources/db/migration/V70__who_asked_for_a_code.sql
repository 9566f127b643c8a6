-- A code counts in the browser that has asked for it, and nowhere else: what a stranger asks for and tries in vain is
-- the stranger's own (decisions/0072). Codes of before count in none; they were good for ten minutes.
alter table sign_in_code
    add column asker text collate "C" not null default '',
    -- the account was opened from there before
    add column is_known boolean not null default false;
