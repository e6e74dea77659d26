import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

const examples = allOperations.flatMap(({ name, examples: all }) =>
  all.map((sent): Readonly<Record<string, string>> => ({ ...sent, operation: name })),
)

/** Answers of a case with chains: by whom they were written, and whether they are being cleared. */
export const clearedCase = '1004'
export const idleAnswer = '91'
export const busyAnswer = '92'
export const ownAnswer = '93'
export const droppedAnswer = '94'
export const foreignTeamAnswer = '95'

const stepWords = new Set(['clearanswer', 'returnanswer', 'withdrawclearance'])

/** Adds the answers that examples name, with the clearances of those that are to be taken further. */
export async function addExampleClearances(stage: ContractStage): Promise<void> {
  await addPeople(stage)
  for (const { operation = '', CaseId = '', Answer } of examples)
    if (Answer !== undefined) await addAnswer(stage, { CaseId, Answer, ...standingFor(operation) })
  const more = { CaseId: clearedCase, isBusy: true }
  await addAnswer(stage, { ...more, Answer: idleAnswer, isBusy: false })
  await addAnswer(stage, { ...more, Answer: busyAnswer })
  await addAnswer(stage, { ...more, Answer: ownAnswer, author: 'sdee' })
  await addAnswer(stage, { ...more, Answer: foreignTeamAnswer, team: 'ELSEWHERE' })
  await addAnswer(stage, { ...more, Answer: droppedAnswer, isBusy: false })
  await stage.rows(
    `update answers set dropped_at = '2026-03-12', dropped_reason = 'Not wanted'
     where organisation_id = $1 and answer = $2`,
    droppedAnswer,
  )
}

/** Nobody clears what they wrote, and nobody else withdraws it. */
const standingFor = (operation: string) => ({
  isBusy: stepWords.has(operation),
  author: operation === 'withdrawclearance' ? 'sdee' : 'kfox',
})

/** Sam is in the team that clears; one case type has a chain. */
async function addPeople({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into teams (organisation_id, code, name) values ($1, 'ELSEWHERE', 'Another team')
     on conflict do nothing`,
  )
  await rows(
    `insert into users (organisation_id, user_name, full_name, email, role)
     select $1, n, n, n || '@demo.example', 'case worker' from unnest(array['kfox']) as n`,
  )
  await rows(
    `update users set team_id = (select team_id from teams where organisation_id = $1 and code = 'CUSTREL')
     where organisation_id = $1 and user_name = 'sdee'`,
  )
  await rows(
    `insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select $1, case_type_id, 99, definition || '{"procedure": {"clearances": [{"code": "legal",
       "name": "Legal", "steps": [{"code": "lawyer", "name": "Legal", "team": "CUSTREL"}]}]}}',
       published_at
     from case_type_versions where organisation_id = $1 and version = 1 and case_type_id =
       (select case_type_id from cases where organisation_id = $1 and case_id = 700123)`,
  )
  await rows(
    `update cases set case_type_version = 99 where organisation_id = $1 and case_id = $2`,
    clearedCase,
  )
}

interface Wanted {
  readonly CaseId: string
  readonly Answer: string
  readonly isBusy: boolean
  readonly author?: string
  readonly team?: string
}

async function addAnswer({ rows }: ContractStage, wanted: Wanted): Promise<void> {
  const { CaseId, Answer, isBusy, author = 'kfox', team = 'CUSTREL' } = wanted
  await rows(
    `with answer as (
       insert into answers (organisation_id, case_id, answer, title) values ($1, $2, $3, 'Reply')
       on conflict do nothing
       returning organisation_id, case_id, answer
     )
     insert into answer_versions (organisation_id, case_id, answer, version, body, author, author_id, written_at)
     select a.organisation_id, a.case_id, a.answer, 1, 'Dear Miss Bell', u.full_name, u.user_id, '2026-03-10'
     from answer a join users u on u.organisation_id = a.organisation_id and u.user_name = $4`,
    CaseId,
    Answer,
    author,
  )
  if (!isBusy) return
  await rows(
    `with started as (
       insert into clearances (organisation_id, case_id, answer, version, chain, chain_name, started_by, started_at)
       values ($1, $2, $3, 1, 'legal', 'Legal', 'Sam', '2026-03-11')
       returning organisation_id, clearance_id
     )
     insert into clearance_steps (organisation_id, clearance_id, position, step, name, team_id, state)
     select s.organisation_id, s.clearance_id, 1, 'lawyer', 'Legal', t.team_id, 'open'
     from started s join teams t on t.organisation_id = s.organisation_id and t.code = $4`,
    CaseId,
    Answer,
    team,
  )
}
