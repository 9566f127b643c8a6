-- A program acts for somebody of the staff: with their role, within their limits, and never as a second person beside
-- them. Such a key opens all accounts, as staff do.
alter table api_key
    add column staff text collate "C" references staff, -- for whom it acts; null for nobody
    add check (staff is null or customer is null);

alter table api_key_scope drop constraint api_key_scope_scope_check, add constraint api_key_scope_scope_check check (
    scope in ('read', 'readings', 'disputes', 'preferences', 'webhooks', 'contacts', 'instalments', 'moves',
        'delegates', 'requests', 'batches', 'cards', 'search', 'work', 'decisions', 'adjustments', 'approvals',
        'arrangements', 'corrections', 'answers', 'outages', 'reach'));
