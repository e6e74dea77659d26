-- Case numbers without waiting. A number that a caller has chosen is claimed until its transaction ends;
-- a generated one skips what is claimed or used, so that neither ever runs into the other.

create function case_number_claim(case_id bigint) returns bigint
  language sql stable
  return hashtextextended('case number ' || current_organisation() || ' ' || case_id, 0);

create or replace function next_case_id() returns bigint
  language plpgsql volatile as $$
declare
  sequence regclass := 'case_ids_' || current_organisation();
  candidate bigint;
begin
  loop
    candidate := nextval(sequence);
    continue when not pg_try_advisory_xact_lock(case_number_claim(candidate));
    -- only now: whoever held the claim before us may just have committed
    exit when not exists (
      select from cases c
      where c.organisation_id = current_organisation() and c.case_id = candidate
    );
  end loop;
  return candidate;
end $$;

-- The number that a caller wants; waits for a transaction that is about to use it.
create function claim_case_id(wanted bigint) returns bigint
  language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(case_number_claim(wanted));
  return wanted;
end $$;
