-- Reports are read by a role of their own, which can read what is reportable and nothing else. It meets
-- the rows of the transaction's organisation only: the policies of these tables hold for every role.

grant select on cases, case_parties, case_stages, customers, tasks, correspondence, teams,
  case_types, case_type_versions to casewright_reports;
grant select (organisation_id, user_id, user_name, full_name, job_title, address, department)
  on users to casewright_reports;

-- Which customers changed since a moment, without looking at all of them.
create index customers_updated_at on customers (organisation_id, updated_at, customer_id);

-- The number below which every write to this database is over. Numbers are handed out for the whole server,
-- so a snapshot's own bound would wait for writes to other databases too. Take it in a statement of its own:
-- what runs when it is taken is below the bound or seen by the next statement.
-- A write may be open under a number that the snapshot's bound has not reached yet: it is ahead, not a whole
-- era behind.
create function oldest_open_write() returns xid8
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
revoke execute on function oldest_open_write() from public;
grant execute on function oldest_open_write() to casewright, casewright_reports;
