import { bool, instant, json, text } from '#platform/columns.ts'
import { change, find, get, list } from '#platform/statement.ts'
import type { PackLetter, Pack } from './pack.ts'
import type { TeamMap } from './map-teams.ts'

/** What is kept of a pack: the parts that an update compares, and whose teams stand for the pack's. */
export interface InstalledContent extends Pick<Pack, 'name' | 'caseTypes' | 'letters'> {
  readonly teams: TeamMap
}

const installedPack = {
  code: text,
  version: text,
  hash: text,
  content: json<InstalledContent>(),
  installedBy: text,
  installedAt: instant,
}

const selectInstalled = `
  select p.code, p.version, p.content_hash as hash, p.content, p.installed_by as "installedBy",
    p.installed_at as "installedAt"
  from installed_packs p
  where p.organisation_id = :organisationId`

/** The packs of the organisation, by code. */
export const listInstalled = list({
  takes: {},
  returns: installedPack,
  sql: `${selectInstalled} order by p.code`,
})

export const findInstalled = find({
  takes: { code: text },
  returns: installedPack,
  sql: `${selectInstalled} and p.code = :code`,
})

/** Held until the transaction ends, so that packs are brought in one after the other. */
export const holdPacks = get({
  takes: {},
  returns: { isHeld: bool },
  sql: `
    select true as "isHeld"
    from pg_advisory_xact_lock(hashtext('packs of an organisation'), :organisationId)`,
})

export const putInstalled = change({
  takes: installedPack,
  returns: {},
  sql: `
    insert into installed_packs
      (organisation_id, code, version, content_hash, content, installed_by, installed_at)
    values (:organisationId, :code, :version, :hash, :content, :installedBy, :installedAt)
    on conflict (organisation_id, code) do update
    set version = excluded.version, content_hash = excluded.content_hash,
      content = excluded.content, installed_by = excluded.installed_by,
      installed_at = excluded.installed_at`,
})

/** The letters that the organisation can write. */
export const listLetters = list({
  takes: {},
  returns: {
    code: text,
    name: text,
    channel: text,
    subject: text,
    records: text,
    body: text,
  },
  sql: `
    select l.code, l.name, l.channel, coalesce(l.subject, '') as subject,
      coalesce(l.records, '') as records, l.body
    from letter_templates l
    where l.organisation_id = :organisationId
    order by l.code`,
})

/** Writes letters, in place of those with the same codes. */
export const putLetters = change({
  takes: { letters: json<readonly PackLetter[]>(), now: instant },
  returns: {},
  sql: `
    insert into letter_templates
      (organisation_id, code, name, channel, subject, records, body, updated_at)
    select :organisationId, l.code, l.name, l.channel, l.subject,
      nullif(l.records, ''), l.body, :now
    from jsonb_to_recordset(:letters)
      as l (code text, name text, channel text, subject text, records text,
        body text)
    on conflict (organisation_id, code) do update
    set name = excluded.name, channel = excluded.channel, subject = excluded.subject,
      records = excluded.records, body = excluded.body, updated_at = excluded.updated_at`,
})
