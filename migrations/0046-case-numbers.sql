-- The numbers of cases can go on from a higher one, never from a lower: none is given twice, not even that of a case
-- which is gone.
create function next_case_number() returns bigint
  language plpgsql volatile security definer set search_path = public
  as $$
declare
  upcoming bigint;
begin
  execute format(
    'select last_value + case when is_called then 1 else 0 end from %I',
    'case_ids_' || current_organisation()
  ) into upcoming;
  return upcoming;
end
  $$;

-- Has the numbers go on from one, and gives the one from which they would have gone on; where that is not lower,
-- they go on from it.
create function raise_case_numbers(first bigint) returns bigint
  language plpgsql volatile security definer set search_path = public
  as $$
declare
  numbers text := 'case_ids_' || current_organisation();
  upcoming bigint;
begin
  -- whoever opens a case waits until this transaction ends
  execute format('alter sequence %I increment by 1', numbers);
  upcoming := next_case_number();
  if first > upcoming then
    execute format('alter sequence %I restart with %s', numbers, first);
  end if;
  return upcoming;
end
  $$;
revoke execute on function next_case_number(), raise_case_numbers(bigint) from public;
grant execute on function next_case_number(), raise_case_numbers(bigint) to casewright;
