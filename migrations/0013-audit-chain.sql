-- The chain over the audit. Only entries whose transactions are surely over are linked, in the order of
-- their transactions: none that commits late can fall out, and no writer waits for another.

create function audit_text(entry audit_entries) returns text
  language sql immutable
  return jsonb_build_array(
    (entry).organisation_id, (entry).entry_id, extract(epoch from (entry).occurred_at),
    (entry).actor, (entry).operation, (entry).outcome, (entry).case_id, (entry).particulars,
    (entry).request_id)::text;

create function chain_audit(most int) returns int
  language plpgsql volatile security definer set search_path = public as $$
declare
  organisation int := current_organisation();
  bound xid8 := oldest_open_write();
  head record;
  each record;
  chained int := 0;
begin
  perform pg_advisory_xact_lock(73645, organisation);
  select l.position, l.hash, e.written_in, e.entry_id into head
  from audit_links l
  left join audit_entries e
    on e.organisation_id = l.organisation_id and e.entry_id = l.entry_id
  where l.organisation_id = organisation
  order by l.position desc
  limit 1;
  if head is null then
    select 0::bigint as position, ''::bytea as hash, '0'::xid8 as written_in, 0::bigint as entry_id
    into head;
  end if;
  for each in
    select e.entry_id, audit_text(e) as text
    from audit_entries e
    where e.organisation_id = organisation
      and (e.written_in, e.entry_id) > (head.written_in, head.entry_id)
      and e.written_in < bound
    order by e.written_in, e.entry_id
    limit most
  loop
    chained := chained + 1;
    head.hash := sha256(head.hash || convert_to(each.text, 'utf8'));
    insert into audit_links (organisation_id, position, entry_id, hash)
    values (organisation, head.position + chained, each.entry_id, head.hash);
  end loop;
  return chained;
end $$;
revoke execute on function chain_audit(int) from public;
grant execute on function chain_audit(int) to casewright;
