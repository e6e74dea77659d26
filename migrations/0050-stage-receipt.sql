-- The moment of what a stage begins for, where it is known: some rules count hours from it.

alter table case_stages add column received_at timestamptz;
