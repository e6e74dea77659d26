import { createHash } from 'node:crypto'
import { bytes, int4, int8, nullable, text } from './columns.ts'
import type { Database } from './database.ts'
import { change, get, list } from './statement.ts'

const linksAtOnce = 5000

const chainEntries = change({
  takes: { most: int4 },
  returns: { chained: int4 },
  sql: `select chain_audit(:most) as chained`,
})

const listLinks = list({
  takes: { after: int8, most: int4 },
  returns: { position: int8, entryId: int8, hash: bytes, text: nullable(text) },
  sql: `
    select l.position, l.entry_id as "entryId", l.hash,
      case when e.entry_id is null then null else audit_text(e) end as text
    from audit_links l
    left join audit_entries e
      on e.organisation_id = l.organisation_id and e.entry_id = l.entry_id
    where l.organisation_id = :organisationId and l.position > :after
    order by l.position
    limit :most`,
})

const countUnlinked = get({
  takes: {},
  returns: { waiting: int8 },
  sql: `
    select count(*) as waiting
    from audit_entries e
    where e.organisation_id = :organisationId
      and not exists (
        select from audit_links l
        where l.organisation_id = e.organisation_id and l.entry_id = e.entry_id)`,
})

/** Links what is surely committed, all of it; returns how many entries were linked. */
export async function chainAudit(database: Database, organisationId: number): Promise<number> {
  for (let total = 0; ;) {
    const [row] = await database.write(organisationId, (db) =>
      chainEntries(db, { most: linksAtOnce }),
    )
    const chained = row?.chained ?? 0
    total += chained
    if (chained < linksAtOnce) return total
  }
}

/** Something that does not fit the chain, and where. */
export interface Break {
  readonly position: number
  readonly entryId: number
  readonly what: 'altered' | 'missing' | 'link missing'
}

/** What checking an organisation's audit came to. */
export interface Verification {
  readonly linked: number
  /** Entries not linked yet: their transactions were too young, or they do not belong. */
  readonly waiting: number
  /** The hash of the last link, to be noted elsewhere: a later chain must contain it. */
  readonly head: string
  readonly breaks: readonly Break[]
}

type Link = Awaited<ReturnType<typeof listLinks>>[number]

/** Recomputes the chain of an organisation's audit from its first link to its last. */
export async function verifyAudit(
  database: Database,
  organisationId: number,
): Promise<Verification> {
  await chainAudit(database, organisationId)
  const breaks: Break[] = []
  let previous: { position: number; hash: Buffer } = { position: 0, hash: Buffer.alloc(0) }
  for (;;) {
    const after = previous.position
    const links = await database.read(organisationId, (db) =>
      listLinks(db, { after, most: linksAtOnce }),
    )
    for (const link of links) {
      const what = faultOf(link, previous)
      if (what) breaks.push({ position: link.position, entryId: link.entryId, what })
      previous = link
    }
    if (links.length < linksAtOnce) break
  }
  const { waiting } = await database.read(organisationId, (db) => countUnlinked(db, {}))
  return { linked: previous.position, waiting, head: previous.hash.toString('hex'), breaks }
}

function faultOf(
  link: Link,
  previous: { position: number; hash: Buffer },
): Break['what'] | undefined {
  if (link.position !== previous.position + 1) return 'link missing'
  if (link.text === null) return 'missing'
  const hash = createHash('sha256').update(previous.hash).update(link.text, 'utf8').digest()
  return hash.equals(link.hash) ? undefined : 'altered'
}
