-- Reports are read by a role of their own, which can read what is reportable and nothing else. It meets
-- the rows of the transaction's organisation only: the policies of these tables hold for every role.

grant select on cases, case_parties, case_stages, customers, tasks, correspondence, teams,
  case_types, case_type_versions to casewright_reports;
grant select (organisation_id, user_id, user_name, full_name, job_title, address, department)
  on users to casewright_reports;

-- Which customers changed since a moment, without looking at all of them.
create index customers_updated_at on customers (organisation_id, updated_at, customer_id);

-- The oldest write that the calling query does not see because it was still open: a row with a lower number
-- in changed_in can have nothing before it that is yet to come. Numbers are the whole server's: writes that
-- are known to belong to its other databases do not count.
create function oldest_open_write() returns xid8
  language sql stable
  begin atomic
    select coalesce(
      (select o.number from pg_snapshot_xip(pg_current_snapshot()) as o (number)
       where not exists (
         select from pg_locks l join pg_stat_activity a on a.pid = l.pid
         where l.locktype = 'transactionid' and l.transactionid = o.number::xid
           and l.mode = 'ExclusiveLock' and l.granted and a.datname <> current_database()
       )
       order by o.number limit 1),
      pg_snapshot_xmax(pg_current_snapshot()));
  end;
