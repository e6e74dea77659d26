import type { FastifyRequest } from 'fastify'
import { calendarsKeptBy, type OwnCalendars } from '#domain/holidays/index.ts'
import { organisationsByName } from '#domain/organisations/index.ts'
import type { WebFace } from '#web/visitor.ts'

/** The days off that an organisation keeps, and what it is called. */
export interface KeptDays extends OwnCalendars {
  readonly keptBy: string
}

/** The days off of the organisation that a host belongs to; undefined where it belongs to none, or to several. */
export async function keptDaysOf(
  { door, namedByHost }: WebFace,
  request: FastifyRequest,
): Promise<KeptDays | undefined> {
  const organisations = await organisationsByName(door.database)
  const [only, ...others] = organisations.values()
  const named = namedByHost(request).flatMap((name) => organisations.get(name) ?? [])
  const found = named[0] ?? (others.length === 0 ? only : undefined)
  if (!found) return undefined
  const own = await calendarsKeptBy(door.database, found.organisationId)
  return { ...own, keptBy: found.title }
}
