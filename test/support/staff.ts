import type { Fixture } from '#test/fixture.ts'

/** What there is to say of a person who works for the first organisation. */
export interface Staff {
  readonly team?: string
  readonly role?: string
  readonly skills?: readonly string[]
  readonly isDisabled?: boolean
}

/** Adds a person; gives the number. */
export async function addStaff(
  { test, organisationId }: Fixture,
  name: string,
  { team, role = 'case worker', skills = [], isDisabled = false }: Staff = {},
): Promise<number> {
  const [made] = await test.sql(
    `insert into users (organisation_id, user_name, full_name, email, role, team_id, disabled_at)
     select $1, $2::text, initcap($2), $2 || '@demo.example', $3,
       (select team_id from teams where organisation_id = $1 and code = $4),
       case when $5 then now() end
     returning user_id as id`,
    [organisationId, name, role, team, isDisabled],
  )
  const id = Number(made?.['id'])
  for (const skill of skills)
    await test.sql(
      `insert into user_skills (organisation_id, user_id, skill) values ($1, $2, $3)`,
      [organisationId, id, skill],
    )
  return id
}

/** Says that a person is away, both days included, and who stands in. */
export const sendAway = (
  { test, organisationId }: Fixture,
  userId: number,
  { from, until, standIn }: { from: string; until: string; standIn?: number },
) =>
  test.sql(
    `insert into absences (organisation_id, user_id, from_on, until_on, stand_in_user_id, kind,
       recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, 'leave', 'Sam Dee', '2026-03-01') returning absence_id as id`,
    [organisationId, userId, from, until, standIn],
  )
