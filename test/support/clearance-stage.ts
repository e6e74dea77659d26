import { builtInPermissions, type Role } from '#domain/access/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { fixture, type Fixture } from '#test/fixture.ts'

/** The fixture with two clearance chains for its cases, their teams, and people in and outside them. */
export interface ClearanceStage extends Fixture {
  readonly drafter: Actor
  readonly lawyer: Actor
  readonly otherLawyer: Actor
  readonly pressOfficer: Actor
}

const chains = [
  {
    code: 'full',
    name: 'Legal and press',
    steps: [
      { code: 'lawyer', name: 'Legal', team: 'LEGAL' },
      { code: 'press', name: 'Press office', team: 'PRESS' },
    ],
  },
  {
    code: 'short',
    name: 'Legal only',
    steps: [{ code: 'lawyer', name: 'Legal', team: 'LEGAL' }],
  },
]

/** Lets the cases of the fixture be cleared by two chains. */
export async function addChains({ test, organisationId }: Fixture): Promise<void> {
  await test.sql(
    `insert into teams (organisation_id, code, name)
     values ($1, 'LEGAL', 'Legal services'), ($1, 'PRESS', 'Press office')`,
    [organisationId],
  )
  await test.sql(
    `update case_type_versions set definition = definition || jsonb_build_object('procedure', jsonb_build_object('clearances', $2::jsonb))
     where organisation_id = $1`,
    [organisationId, JSON.stringify(chains)],
  )
}

async function addPerson(
  { test, organisationId }: Fixture,
  { userName, name, team }: { userName: string; name: string; team: string },
): Promise<Actor> {
  const role: Role = 'case worker'
  const [added] = await test.sql(
    `insert into users (organisation_id, user_name, full_name, email, role, team_id)
     select $1, $2, $3, $2 || '@demo.example', $4, team_id
     from teams where organisation_id = $1 and code = $5
     returning user_id as id`,
    [organisationId, userName, name, role, team],
  )
  const id = Number(added?.['id'])
  return { organisationId, kind: 'user', id, name, permissions: builtInPermissions(role) }
}

/** Builds the stage in a database of its own. */
export async function clearanceStage(): Promise<ClearanceStage> {
  const stage = await fixture()
  await addChains(stage)
  const add = (userName: string, name: string, team: string) =>
    addPerson(stage, { userName, name, team })
  return Object.freeze<ClearanceStage>({
    ...stage,
    drafter: { ...stage.actor('case worker'), name: 'Dee, Sam' },
    lawyer: await add('llaw', 'Law, Lena', 'LEGAL'),
    otherLawyer: await add('obar', 'Bar, Omar', 'LEGAL'),
    pressOfficer: await add('ppenn', 'Penn, Pat', 'PRESS'),
  })
}
