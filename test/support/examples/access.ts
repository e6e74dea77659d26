import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

/** People who are named on a case and barred from it, roles and memberships: what examples take away. */
export async function addExampleAccess({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into users (organisation_id, user_name, full_name, email, role)
     values ($1, 'named', 'Bell, Noor', 'noor.bell@demo.example', 'case worker'),
       ($1, 'barred', 'Bell, Bo', 'bo.bell@demo.example', 'manager')`,
  )
  await rows(
    `insert into case_readers (organisation_id, case_id, user_id, named_by, named_at)
     select $1, 1001, user_id, 'Sam Dee', '2026-03-14'
     from users where organisation_id = $1 and user_name = 'named'`,
  )
  await rows(
    `insert into case_bars (organisation_id, case_id, user_id, reason, barred_by, barred_at)
     select $1, 1001, user_id, 'A cousin', 'Sam Dee', '2026-03-14'
     from users where organisation_id = $1 and user_name = 'barred'`,
  )
  await rows(
    `with made as (
       insert into roles (organisation_id, name, permissions, changed_by, changed_at)
       select $1, r.name, '{case.view}', 'Sam Dee', '2026-03-14'
       from (values ('temporary'), ('held')) as r (name)
     )
     insert into team_members (organisation_id, team_id, user_id, role)
     select $1, t.team_id, u.user_id, 'held'
     from teams t, users u
     where t.organisation_id = $1 and t.code = 'HOUSING'
       and u.organisation_id = $1 and u.user_name = 'barred'`,
  )
  await rows(
    `update organisations set settings = settings || '{"isBreakGlassAllowed": true}'
     where organisation_id = $1`,
  )
  const opened = allOperations.find(({ name }) => name === 'breakglass')?.examples ?? []
  for (const { CaseId } of opened)
    await rows(
      `update cases set is_confidential = true where organisation_id = $1 and case_id = $2`,
      CaseId,
    )
}
