/**
 * Where attributes of cases come from. A row for each case; the aliases are `c` cases, `t` its type, `v` the
 * version of the type it was opened under, `tm` its team, `u` the user it is assigned to, `mp` and `p` its main
 * party and that customer, `s1` to `s4` its stages. Every join is on a primary key, so the planner leaves out
 * those that a report does not use. Add `where c.organisation_id = :organisationId`.
 */
export const caseSource = `cases c
  left join case_types t
    on t.organisation_id = c.organisation_id and t.case_type_id = c.case_type_id
  left join case_type_versions v
    on v.organisation_id = c.organisation_id and v.case_type_id = c.case_type_id
      and v.version = c.case_type_version
  left join teams tm on tm.organisation_id = c.organisation_id and tm.team_id = c.team_id
  left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
  left join case_parties mp
    on mp.organisation_id = c.organisation_id and mp.case_id = c.case_id
      and mp.role = 'Customer' and mp.position = 0
  left join customers p
    on p.organisation_id = mp.organisation_id and p.customer_id = mp.customer_id
  left join case_stages s1
    on s1.organisation_id = c.organisation_id and s1.case_id = c.case_id and s1.stage = 1
  left join case_stages s2
    on s2.organisation_id = c.organisation_id and s2.case_id = c.case_id and s2.stage = 2
  left join case_stages s3
    on s3.organisation_id = c.organisation_id and s3.case_id = c.case_id and s3.stage = 3
  left join case_stages s4
    on s4.organisation_id = c.organisation_id and s4.case_id = c.case_id and s4.stage = 4`
