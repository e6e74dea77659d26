-- Cases that hang together, and who has which case open.

-- Who has this case open, newest first.
create index case_uses_case on case_uses (organisation_id, case_id, used_at desc);
