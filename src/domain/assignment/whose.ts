import type { Actor } from '#kernel/actor.ts'
import { notPermitted, Refusal } from '#kernel/refusal.ts'
import type { Reading } from '#platform/statement.ts'
import { flawed } from './errors.ts'
import { findStaff, findStaffByNumber } from './staff-queries.ts'

/** Somebody who can sign in. */
export type StaffMember = NonNullable<Awaited<ReturnType<typeof findStaff>>>

/** The person named under a parameter; one who is not there is a flaw of it. */
export async function namedStaff(
  db: Reading,
  name: string,
  parameter: string,
): Promise<StaffMember> {
  const found = await findStaff(db, { name })
  if (!found) throw flawed(parameter, 'Select a person from the list')
  return found
}

/** The actor as a person of the staff; programs are none, which is a flaw of the parameter. */
export async function ownStaff(db: Reading, actor: Actor, parameter: string): Promise<StaffMember> {
  const own = actor.kind === 'user' ? await findStaffByNumber(db, { userId: actor.id }) : undefined
  if (!own) throw flawed(parameter, 'Select a person', 'missing')
  return own
}

/** Refuses where somebody would change what is another's without managing the staff. */
export function checkOwn(actor: Actor, userId: number): void {
  if (!isOwn(actor, userId)) throw new Refusal(notPermitted)
}

/** Is it the actor's own, or does the actor manage the staff? */
export const isOwn = (actor: Actor, userId: number): boolean =>
  actor.permissions.has('staff.manage') || (actor.kind === 'user' && actor.id === userId)
