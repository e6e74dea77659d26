-- Reports are read by a role of their own, which can read what is reportable and nothing else. It meets
-- the rows of the transaction's organisation only: the policies of these tables hold for every role.

grant select on cases, case_parties, case_stages, customers, tasks, correspondence, teams,
  case_types, case_type_versions to casewright_reports;
grant select (organisation_id, user_id, user_name, full_name, job_title, address, department)
  on users to casewright_reports;

-- Which customers changed since a moment, without looking at all of them.
create index customers_updated_at on customers (organisation_id, updated_at, customer_id);
