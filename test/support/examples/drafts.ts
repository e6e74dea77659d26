import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

const examples = allOperations.flatMap(({ examples: all }) => all)

/** A draft with a fault: what some refusals want. */
export const draftWithFault = '91'

/** A published case type that is being drafted. */
export const typeWithDraft = `Draft ${draftWithFault}`

/** What drafts of examples say: a field that they name, and two stages. */
const definition = {
  fields: [{ id: 'Details' }, { id: 'Street', label: 'Street' }],
  procedure: {
    stages: [
      {
        code: 'first',
        deadlines: [{ code: 'respond', target: { days: 5 } }],
        tasks: [{ code: 'CALL', title: 'Call' }],
        letters: [{ template: 'ACK' }],
        outcomes: [
          { code: 'on', leadsTo: 'second' },
          { code: 'done', leadsTo: 'closure' },
        ],
      },
      { code: 'second', outcomes: [{ code: 'done', leadsTo: 'closure' }] },
    ],
    assignment: [{ name: 'In the north', when: { postcodes: ['AB'] }, to: 'HOUSING' }],
    clearances: [{ code: 'lawyers', steps: [{ code: 'read', team: 'HOUSING' }] }],
  },
}

/** Case types of which a version waits to be published. */
const waitingTypes = ['Skate park', 'Tree felling', typeWithDraft]

/** Adds the drafts that examples name, the letter they write, and the case types that they begin from. */
export async function addExampleDrafts({ rows }: ContractStage): Promise<void> {
  const drafts = new Set(examples.flatMap(({ TypeDraft }) => TypeDraft ?? []))
  await rows(
    `insert into letter_templates (organisation_id, code, name, channel, body, updated_at)
     values ($1, 'ACK', 'Acknowledgement', 'letter', 'x', '2026-03-14') on conflict do nothing`,
  )
  for (const draft of drafts) await addDraft(rows, draft, definition)
  await addDraft(rows, draftWithFault, { ...definition, team: 'NOWHERE' })
  const published = examples.flatMap(({ CaseType }) => CaseType ?? [])
  for (const name of new Set([...published, typeWithDraft]))
    await rows(
      `with type as (
         insert into case_types (organisation_id, name, current_version) values ($1, $2, 1)
         on conflict do nothing
         returning organisation_id, case_type_id
       )
       insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
       select organisation_id, case_type_id, 1, $3::jsonb, '2026-03-14' from type`,
      name,
      JSON.stringify({ ...definition, name }),
    )
  await rows(
    `insert into case_type_versions
       (organisation_id, case_type_id, version, definition, published_at, in_force_from)
     select $1, t.case_type_id, 2, v.definition, '2026-03-14', '2032-01-01'
     from case_types t
     join case_type_versions v using (organisation_id, case_type_id)
     where t.organisation_id = $1 and t.name = any ($2)`,
    `{${waitingTypes.map((name) => `"${name}"`).join(',')}}`,
  )
}

const addDraft = (rows: ContractStage['rows'], draft: string, said: object) =>
  rows(
    `insert into case_type_drafts
       (organisation_id, draft_id, name, definition, started_at, changed_at, changed_by)
     overriding system value
     values ($1, $2, $3, $4::jsonb, '2026-03-14', '2026-03-14', 'Website')`,
    draft,
    `Draft ${draft}`,
    JSON.stringify({ ...said, name: `Draft ${draft}` }),
  )
