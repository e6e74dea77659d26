const withoutStages = `cases c
  left join case_type_versions v
    on v.organisation_id = c.organisation_id and v.case_type_id = c.case_type_id
      and v.version = c.case_type_version
  left join teams tm on tm.organisation_id = c.organisation_id and tm.team_id = c.team_id
  left join users u on u.organisation_id = c.organisation_id and u.user_id = c.assigned_user_id
  left join case_parties mp
    on mp.organisation_id = c.organisation_id and mp.case_id = c.case_id
      and mp.role = 'Customer' and mp.position = 0
  left join customers p
    on p.organisation_id = mp.organisation_id and p.customer_id = mp.customer_id`

const stages = [1, 2, 3, 4]

/**
 * Where attributes of cases come from. A row for each case; the aliases are `c` cases, `v` the version of the
 * type it was opened under, `tm` its team, `u` the user it is assigned to, `mp` and `p` its main party and
 * that customer, `s1` to `s4` its stages. Every join is on a primary key, so the planner leaves out those that
 * a report does not use. Add `where c.organisation_id = :organisationId`.
 */
export const caseSource = `${withoutStages}${stages
  .map(
    (stage) => `
  left join case_stages s${stage}
    on s${stage}.organisation_id = c.organisation_id and s${stage}.case_id = c.case_id
      and s${stage}.stage = ${stage}`,
  )
  .join('')}`

const rowOfStage = (stage: number): string =>
  `(array_agg(s) filter (where s.stage = ${stage}))[1] as s${stage}`

const rows = ['c', 'tm', 'u', 'p', ...stages.map((stage) => `s${stage}`)]

/**
 * The same aliases for all attributes of the few cases that meet the condition, and `r` with the further columns.
 * Where a join finds one row its preparation costs more than its work: each carries whole rows and not their hundred
 * columns, and the stages of a case are read at once (a fifth of the statement's time, measured). A version of a type
 * is not carried whole, for its definition would be read with it; and a subselect belongs among the further columns,
 * for beside a hundred expressions PostgreSQL looks for it in each of them (together a quarter).
 */
export const fewCasesSource = (condition: string, further: string): string => `(
    select ${rows.join(', ')}, v.label as version_label, v.form as version_form, ${further}
    from ${withoutStages}
    cross join lateral (
      select ${stages.map(rowOfStage).join(', ')}
      from case_stages s
      where s.organisation_id = c.organisation_id and s.case_id = c.case_id
    ) st
    where c.organisation_id = :organisationId and ${condition}
    offset 0
  ) r
  cross join lateral (select r.version_label as label, r.version_form as form) v
  ${rows.map((row) => `cross join lateral (select (r.${row}).*) ${row}`).join(' ')}`
