import type { Reader } from '#platform/statement.ts'
import type { Permission } from './permission.ts'

/** Whoever performs an operation, always on behalf of one organisation. */
export interface Actor {
  readonly organisationId: number
  readonly kind: 'api-key' | 'user' | 'system'
  readonly id: number
  /** The name that histories show. */
  readonly name: string
  readonly permissions: ReadonlySet<Permission>
  /** The session in which a person acts. */
  readonly sessionId?: number
}

/** On whose behalf an actor's transactions read: a person meets what they may know of, a program everything. */
export const readerOf = ({ kind, id, permissions }: Actor): Reader | undefined =>
  kind === 'user'
    ? { userId: id, seesConfidential: permissions.has('case.confidential.view') }
    : undefined

/** The actor as histories and the audit name it, such as `api-key 3 Website`. */
export const actorLabel = ({ kind, id, name }: Actor): string => `${kind} ${id} ${name}`
