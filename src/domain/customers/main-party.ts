/** The name of the main party of a case `c`, to be selected with the case. */
export const mainPartySelected = `(
        select coalesce(p.name, p.organisation_name,
          nullif(concat_ws(' ', p.title, p.first_name, p.surname), ''))
        from case_parties cp
        join customers p
          on p.organisation_id = cp.organisation_id and p.customer_id = cp.customer_id
        where cp.organisation_id = c.organisation_id and cp.case_id = c.case_id
        order by cp.role <> 'Customer', cp.position, cp.role
        limit 1
      )`
