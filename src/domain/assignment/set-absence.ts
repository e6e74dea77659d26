import type { Actor } from '#kernel/actor.ts'
import { reply } from '#kernel/answer.ts'
import { choice, date, shortText } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { optional, required, type Input } from '#kernel/parameters.ts'
import type { Writing } from '#platform/statement.ts'
import { absenceKinds, putAbsence } from './absence.ts'
import { flawed } from './errors.ts'
import { checkOwn, namedStaff, ownStaff } from './whose.ts'

const parameters = {
  userName: optional(shortText, 'Person'),
  from: required(date, 'First day away'),
  until: required(date, 'Last day away'),
  kind: required(choice(...absenceKinds), 'Kind of absence'),
  standIn: optional(shortText, 'Person who stands in'),
}
type Said = Input<typeof parameters>

/** Notes when somebody is away and who stands in: oneself, or anybody for those who manage the staff. */
export const setAbsence = operation({
  name: 'setabsence',
  summary: 'Note an absence',
  effect: 'write',
  permission: 'staff.absence.set',
  isWebOnly: true,
  parameters,
  errors: [],
  returns: reply<{ absence: number }>('setabsenceresponse', { absence: 'absence' }),
  examples: [{ UserName: 'sdee', From: '2026-08-03', Until: '2026-08-14', Kind: 'leave' }],

  async handle({ input, db, actor, now, record }) {
    const { from, until, kind } = input
    const userId = await whoIsAway(db, actor, input)
    if (until < from) throw flawed('Until', 'Enter a last day that is not before the first')
    const standInId = await whoStandsIn(db, userId, input)
    const said = { userId, from, until, kind, standInId, author: actor.name, now }
    const absence = await putAbsence(db, said)
    if (absence === undefined)
      throw flawed('From', 'The person is away on some of these days already: end that first')
    record(undefined, { absence, userId })
    return { absence }
  },
})

async function whoIsAway(db: Writing, actor: Actor, { userName }: Said): Promise<number> {
  const { userId } =
    userName === undefined
      ? await ownStaff(db, actor, 'UserName')
      : await namedStaff(db, userName, 'UserName')
  checkOwn(actor, userId)
  return userId
}

async function whoStandsIn(db: Writing, away: number, { standIn }: Said): Promise<number | null> {
  if (standIn === undefined) return null
  const { userId } = await namedStaff(db, standIn, 'StandIn')
  if (userId === away) throw flawed('StandIn', 'Select somebody else to stand in')
  return userId
}
