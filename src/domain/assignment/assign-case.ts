import { caseReference, getSecrecy, rightsIn } from '#domain/access/index.ts'
import { teamFinder } from '#domain/case-types/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import { unknownCase } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { mayWork } from './assign-work.ts'
import { assignedMeanwhile, flawed } from './errors.ts'
import { getHolder, giveCase } from './giving-queries.ts'
import { assignedMeanwhileFlaw, seenOf, type Holder } from './holder.ts'
import { namedStaff, ownStaff } from './whose.ts'

const targetParameters = {
  to: required(choice('me', 'person', 'team'), 'Who is to have the case'),
  userName: optional(shortText, 'Person'),
  teamCode: optional(shortText, 'Team'),
}
type Target = Input<typeof targetParameters>

/** Gives a case to oneself, to another person, or to the queue of a team. */
export const assignCase = operation({
  name: 'assigncase',
  summary: 'Assign a case',
  effect: 'write',
  permission: 'case.assign',
  subject: 'case',
  isWebOnly: true,
  parameters: {
    case: caseReference,
    ...targetParameters,
    reason: optional(shortText, 'Reason'),
    seen: optional(shortText, 'Who had the case when you opened the page'),
  },
  errors: [unknownCase, assignedMeanwhile],
  returns: reply<{ caseId: number }>('assigncaseresponse', { caseId: 'caseid' }),
  examples: [
    { CaseId: '1001', To: 'person', UserName: 'sdee', Reason: 'Knows the customer' },
    { CaseId: '1001', To: 'team', TeamCode: 'HOUSING' },
  ],

  async handle({ input, db, actor, now, subject: { caseId }, refuse, record }) {
    const holder = await getHolder(db, { caseId })
    if (input.seen !== undefined && input.seen !== seenOf(holder))
      throw refuse(assignedMeanwhile, assignedMeanwhileFlaw)
    const target =
      input.to === 'team'
        ? await teamTarget(db, input)
        : await personTarget(db, input, { actor, holder, caseId })
    const actorId = actor.kind === 'user' ? actor.id : null
    const doing = { rule: null, author: actor.name, actorId, isByHand: true, now }
    await giveCase(db, { caseId, ...target, reason: input.reason ?? null, ...doing })
    record(caseId, target)
    return { caseId }
  },
})

async function teamTarget(db: Writing, { teamCode }: Target) {
  if (teamCode === undefined) throw flawed('TeamCode', 'Select a team', 'missing')
  const team = (await teamFinder(db))(teamCode)
  if (!team) throw flawed('TeamCode', 'Select a team from the list')
  return { teamId: team.teamId, userId: null }
}

interface Giving {
  readonly actor: Actor
  readonly holder: Holder
  readonly caseId: number
}

/** A person takes the case to the own team, if there is one. */
async function personTarget(db: Writing, { to, userName }: Target, giving: Giving) {
  const { actor, holder, caseId } = giving
  const parameter = to === 'me' ? 'To' : 'UserName'
  if (to === 'person' && userName === undefined)
    throw flawed('UserName', 'Select a person', 'missing')
  const person =
    to === 'me'
      ? await ownStaff(db, actor, parameter)
      : await namedStaff(db, userName ?? '', parameter)
  const [rights, secrecy] = await Promise.all([rightsIn(db), getSecrecy(db, { caseId })])
  if (!mayWork(person, secrecy, rights))
    throw flawed(parameter, 'Select somebody who may work on this case')
  return { teamId: person.teamId ?? holder.teamId, userId: person.userId }
}
