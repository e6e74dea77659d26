-- A version may be published for a later moment. Which version is in force follows from the time at which it is
-- read, the highest number whose moment has come: nothing has to run for it. A version that waits may be given
-- another moment or be taken back; one that has been in force never changes.
alter table case_type_versions add column in_force_from timestamptz;

-- no longer the version in force, which the time decides
comment on column case_types.current_version is 'The number that was given last';

create index case_type_versions_waiting on case_type_versions (organisation_id, in_force_from)
  where in_force_from is not null;

grant update (in_force_from), delete on case_type_versions to casewright;
-- the owner is a member of the role, and would be bound as well
create policy waiting_moved on case_type_versions as restrictive for update to casewright
  using (in_force_from > casewright_now() or current_user = 'casewright_owner');
create policy waiting_taken_back on case_type_versions as restrictive for delete to casewright
  using (in_force_from > casewright_now() or current_user = 'casewright_owner');

create trigger case_type_versions_moved after update or delete on case_type_versions
  for each row execute function announce_configuration();
