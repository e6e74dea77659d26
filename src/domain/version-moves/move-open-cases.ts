import { unknownPublishedType } from '#domain/case-type-drafts/index.ts'
import { configuredCaseTypes } from '#domain/case-types/index.ts'
import { recordChange } from '#domain/change-log/index.ts'
import { actorLabel } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { integer, text } from '#kernel/kinds.ts'
import { enqueue } from '#kernel/job.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { invalidInput, Refusal } from '#kernel/refusal.ts'
import type { CaseTypeVersion } from '#domain/case-types/index.ts'
import type { Reading, Writing } from '#platform/statement.ts'
import type { Choices } from './becoming.ts'
import { choiceParameters, chosen } from './choices.ts'
import { moveCasesJob } from './move-cases.job.ts'
import { countOlderCases, insertMove, lockType } from './queries.ts'
import { lostStages } from './lost.ts'

/** Refuses a move that cannot be begun now. */
const against = (message: string): Refusal =>
  new Refusal(invalidInput, [{ parameter: '', kind: 'invalid', message }])

/** Has the open cases of a type moved to the version in force in the background, those it can be done for. */
export const moveOpenCases = operation({
  name: 'moveopencases',
  summary: 'Move the open cases of a type to the version in force',
  effect: 'write',
  isWebOnly: true,
  permission: 'case-type.manage',
  parameters: {
    caseType: required(text({ max: 200 }), 'Case type'),
    version: required(integer({ min: 1, max: 2_147_483_647 }), 'Version'),
    ...choiceParameters,
  },
  errors: [unknownPublishedType],
  returns: reply<{ version: number; cases: number }>('versionmoveresponse', {
    version: 'version',
    cases: 'cases',
  }),
  examples: [{ CaseType: 'Roundabout', Version: '1' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const to = await typeInForce(db, input.caseType)
    if (!to) throw refuse(unknownPublishedType)
    const { caseTypeId, version, name } = to
    if (version !== input.version)
      throw against(`Version ${version} is in force now: look at what would become of the cases`)
    const [locked] = await lockType(db, { caseTypeId })
    if (locked?.isMoving)
      throw against('Cases of this type are being moved now: wait until that is done')
    const counted = await countOlderCases(db, { caseTypeId, version })
    const { choices, flaws } = chosen(await lostStages(db, to), input)
    if (flaws.length > 0) throw new Refusal(invalidInput, flaws)
    const changing = { author: actor.name, by: actorLabel(actor), now }
    const cases = await begin(db, to, { counted, choices, changing })
    record(undefined, { caseType: name, version, cases, ...choices })
    return { version, cases }
  },
})

/** The version in force of the case type of that very name. */
export async function typeInForce(db: Reading, name: string): Promise<CaseTypeVersion | undefined> {
  const wanted = name.trim().toLowerCase()
  return (await configuredCaseTypes(db)).find((type) => type.name.toLowerCase() === wanted)
}

interface Begun {
  readonly counted: readonly { readonly version: number; readonly cases: number }[]
  readonly choices: Choices
  readonly changing: { readonly author: string; readonly by: string; readonly now: Date }
}

/** Begins a move, where there is anything to move; gives how many cases it is about. */
async function begin(
  db: Writing,
  { caseTypeId, version, name }: CaseTypeVersion,
  { counted, choices, changing }: Begun,
): Promise<number> {
  const { author, now } = changing
  const cases = counted.reduce((sum, each) => sum + each.cases, 0)
  const finishedAt = cases === 0 ? now : null
  const move = { caseTypeId, version, choices, author, now, finishedAt }
  const [inserted] = await insertMove(db, move)
  if (!inserted || cases === 0) return 0
  void enqueue(db, moveCasesJob, { payload: { move: inserted.move } })
  const before = { openCasesUnder: counted.map((each) => `version ${each.version}`) }
  const after = { openCasesUnder: [`version ${version}`] }
  recordChange(db, { kind: 'case type', subject: name, before, after }, changing)
  return cases
}
