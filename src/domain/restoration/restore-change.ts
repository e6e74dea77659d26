import { isDeepStrictEqual } from 'node:util'
import { findChange, recordChange, unknownChange } from '#domain/change-log/index.ts'
import type { Change, Kept } from '#domain/change-log/index.ts'
import { actorLabel, type Actor } from '#kernel/actor.ts'
import { caseNumber } from '#kernel/kinds.ts'
import { operation } from '#kernel/operation.ts'
import { required } from '#kernel/parameters.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import type { Writing } from '#platform/statement.ts'
import { notRestorable } from './errors.ts'
import type { Restorer } from './restorer.ts'
import { restorers } from './restorers.ts'

/** Puts back what there was before a change, as a change of its own; refuses in words where it cannot. */
export const restoreChange = operation({
  name: 'restorechange',
  summary: 'Put back what there was before a change',
  effect: 'write',
  isWebOnly: true,
  permission: 'change.restore',
  parameters: { changeNumber: required(caseNumber, 'Number of the change') },
  errors: [unknownChange, notRestorable],
  returns: 'content',
  examples: [{ ChangeNumber: '1001' }],

  async handle({ input, db, actor, now, refuse, record }) {
    const found = await findChange(db, { changeId: input.changeNumber })
    if (!found) throw refuse(unknownChange)
    const outcome = await putBack(db, found, { actor, now })
    if (typeof outcome === 'string')
      throw refuse(notRestorable, [{ parameter: '', kind: 'invalid', message: outcome }])
    const { changeId, kind, subject } = found
    const reversed = { kind, subject, before: found.after, after: outcome.now }
    recordChange(db, reversed, { by: actorLabel(actor), now, restores: changeId })
    record(undefined, { change: changeId, kind, subject })
    return { kind, subject }
  },
})

interface Asked {
  readonly actor: Actor
  readonly now: Date
}

async function putBack(
  db: Writing,
  change: Change,
  { actor, now }: Asked,
): Promise<{ readonly now: Kept } | string> {
  const restorer = restorers[change.kind]
  if (typeof restorer === 'string') return restorer
  const { permission } = restorer
  const needed = typeof permission === 'function' ? permission(change) : permission
  if (needed && !actor.permissions.has(needed)) throw new Refusal(notPermitted)
  return (
    (await reasonAgainst(db, change, restorer)) ??
    restorer.put(db, change, { author: actor.name, now })
  )
}

async function reasonAgainst(
  db: Writing,
  change: Change,
  { never, current }: Restorer,
): Promise<string | undefined> {
  const reason = never?.(change)
  if (reason !== undefined) return reason
  const now = await current(db, change)
  if (isAs(now, change.before)) return 'It is as it was before this change already'
  return isAs(now, change.after)
    ? undefined
    : 'It was changed again since: put back the later change first'
}

/** Only what both know of is compared: a change may keep more than can be put back. */
function isAs(now: Kept, then: Kept): boolean {
  if (now === null || then === null) return now === then
  return Object.entries(now).every(
    ([name, value]) => !(name in then) || isDeepStrictEqual(then[name], value),
  )
}
