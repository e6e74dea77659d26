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

/** The actor as histories and the audit name it, such as `api-key 3 Website`. */
export const actorLabel = ({ kind, id, name }: Actor): string => `${kind} ${id} ${name}`
