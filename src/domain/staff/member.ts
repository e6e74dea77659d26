import type { Change } from '#domain/change-log/index.ts'
import { rightsIn } from '#domain/access/index.ts'
import { markOfAll } from '#domain/seen/index.ts'
import type { Actor } from '#kernel/actor.ts'
import { chosen } from '#kernel/kind.ts'
import { emailAddress, shortText, text } from '#kernel/kinds.ts'
import { optional, required } from '#kernel/parameters.ts'
import type { Permission } from '#kernel/permission.ts'
import { Refusal } from '#kernel/refusal.ts'
import { violatedConstraint } from '#platform/database.ts'
import type { Writing } from '#platform/statement.ts'
import { flawed, unknownStaff } from './errors.ts'
import { findMember } from './queries.ts'

const name = text({ max: 200 })

/** What is said of somebody who works here. */
export const memberParameters = {
  fullName: required(name, 'Name'),
  email: required(emailAddress, 'E-mail address'),
  jobTitle: optional(name, 'Job title'),
  role: required(chosen(shortText), 'Role'),
  teamCode: optional(shortText, 'Team'),
}

/** Tells later whether somebody has changed a person since they were shown. */
export const markOfMember = ({
  fullName,
  email,
  jobTitle,
  role,
  teamCode,
}: Pick<Member, 'fullName' | 'email' | 'jobTitle' | 'role' | 'teamCode'>): string =>
  markOfAll({ fullName, email, jobTitle, role, teamCode })

/** Somebody who works here, or did. */
export type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>

/**
 * Somebody whom the actor may look after: nobody who may do more than the actor, or whoever changes an address
 * could sign in as them. Throws unknownStaff where there is nobody.
 */
export async function memberToChange(db: Writing, actor: Actor, userName: string): Promise<Member> {
  const found = await findMember(db, { userName })
  if (!found) throw new Refusal(unknownStaff)
  const held = (await rightsIn(db)).of(found)
  if (isBeyond(held, actor))
    throw flawed('UserName', 'This person may do more than you: ask somebody who may do as much')
  return found
}

/** Refuses a role that is not there, or lets somebody do what the actor may not. */
export async function checkRole(db: Writing, actor: Actor, role: string): Promise<void> {
  const found = (await rightsIn(db)).roles.get(role)
  if (!found) throw flawed('Role', 'Select a role from the list')
  if (isBeyond(found.permissions, actor))
    throw flawed('Role', 'Select a role that allows no more than you may do yourself')
}

const isBeyond = (held: ReadonlySet<Permission>, { permissions }: Actor): boolean =>
  [...held].some((each) => !permissions.has(each))

/** Does a change; who has the address or the user name already is a flaw of its field. */
export async function unlessTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const constraint = violatedConstraint(error)
    if (constraint === 'users_email')
      throw flawed('Email', 'Somebody has this e-mail address already')
    if (constraint === 'users_user_name')
      throw flawed('NewUserName', 'Somebody has this user name already: enter another')
    throw error
  }
}

/** What the change log keeps where somebody may sign in from now on, or no longer. */
export const signingIn = (userName: string, mayNow: boolean): Change => ({
  kind: 'person',
  subject: userName,
  before: { 'may sign in': !mayNow },
  after: { 'may sign in': mayNow },
})
