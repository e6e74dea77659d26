-- The days on which a House of Parliament sits stand beside the days on which nobody works.

alter table calendar_days drop constraint calendar_days_kind_check;
alter table calendar_days add constraint calendar_days_kind_check
  check (kind in ('bank holiday', 'school closure', 'local closure', 'sitting day'));
