-- A write may be open under a number that the snapshot's bound has not reached yet: it is ahead, not a whole
-- era behind. Taken for that, it made the bound negative, which as xid8 is above every number there is, and
-- everything that was still open counted as over.
create or replace function oldest_open_write() returns xid8
  language plpgsql volatile security definer set search_path = public as $$
declare
  next bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  era bigint := 4294967296;
  oldest bigint;
begin
  -- how far behind: xid has 32 bits only, and may be up to half an era behind or ahead
  select next - max(((next - a.backend_xid::text::bigint) % era + era + era / 2) % era - era / 2)
  into oldest
  from pg_stat_activity a
  where a.datname = current_database() and a.backend_xid is not null and a.pid <> pg_backend_pid();
  return least(next, coalesce(oldest, next))::text::xid8;
end $$;
