-- The open cases that somebody has, in the order in which their work is shown, with all that is asked before one of them
-- is shown or counted: whoever has thousands waits for none of their rows to be read.
drop index cases_open_work;
create index cases_open_work on cases (organisation_id, assigned_user_id, target_on, case_id)
  include (updated_at, changed_in, is_confidential, has_bars)
  where assigned_user_id is not null and closed_on is null;

-- Open cases in the order of their dates are kept by cases_open_due.
drop index cases_target;
