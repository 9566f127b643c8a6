-- What was sent to somebody is asked for by their account: by the agency, by an export of what is known of them, by the
-- sweep that ends what is kept. Without this each of them reads all messages ever sent.
create index message_account on message (account, id);
create index announcement_account on announcement (account);
