import { instant, int4, int8, nullable, text, textArray } from '#platform/columns.ts'
import { change, get, list, type Reading } from '#platform/statement.ts'
import type { LetterTemplate } from './template.ts'

/** The letters that can be written, by code. */
export const listLetterTemplates = list({
  takes: {},
  returns: {
    code: text,
    name: text,
    channel: text,
    subject: nullable(text),
    records: nullable(text),
    body: text,
  },
  sql: `
    select l.code, l.name, l.channel, l.subject, l.records, l.body
    from letter_templates l
    where l.organisation_id = :organisationId
    order by lower(l.code)`,
})

/** The names of the case types of each installed pack, in lower case, and the codes of its letters. */
const listPacks = list({
  takes: {},
  returns: { caseTypes: textArray, letters: textArray },
  sql: `
    select array(
        select lower(t ->> 'name') from jsonb_array_elements(p.content -> 'caseTypes') as t
      ) as "caseTypes", array(
        select lower(l ->> 'code') from jsonb_array_elements(p.content -> 'letters') as l
      ) as letters
    from installed_packs p
    where p.organisation_id = :organisationId`,
})

/** The case type of a case, in the version under which it was opened. */
export const getTypeOfLetters = get({
  takes: { caseId: int8 },
  returns: { caseTypeId: int8, version: int4 },
  sql: `
    select c.case_type_id as "caseTypeId", c.case_type_version as version
    from cases c
    where c.organisation_id = :organisationId and c.case_id = :caseId`,
})

/** Keeps a template under its code, in whatever letter case it is there already. */
export const saveTemplate = change({
  takes: {
    code: text,
    name: text,
    channel: text,
    subject: nullable(text),
    records: nullable(text),
    body: text,
    now: instant,
  },
  returns: { code: text },
  sql: `
    insert into letter_templates (organisation_id, code, name, channel, subject, records, body,
      updated_at)
    values (:organisationId, coalesce((
        select l.code
        from letter_templates l
        where l.organisation_id = :organisationId and lower(l.code) = lower(:code)
        limit 1
      ), :code), :name, :channel, :subject, :records, :body, :now)
    on conflict (organisation_id, code) do update
    set name = excluded.name, channel = excluded.channel, subject = excluded.subject,
      records = excluded.records, body = excluded.body, updated_at = excluded.updated_at
    returning code`,
})

/** The letters that can be written, by code, kept until they change. */
export const letterTemplates = (db: Reading): Promise<readonly LetterTemplate[]> =>
  db.memory.remember('letter templates', async () =>
    (await listLetterTemplates(db, {})).map((row) =>
      Object.freeze({ ...row, channel: row.channel as LetterTemplate['channel'] }),
    ),
  )

/** The codes, in lower case, of the letters that came in the packs of a case type. */
export async function lettersOfPacks(db: Reading, caseType: string): Promise<ReadonlySet<string>> {
  const packs = await db.memory.remember('letters of packs', () => listPacks(db, {}))
  const wanted = caseType.toLowerCase()
  return new Set(
    packs.flatMap(({ caseTypes, letters }) => (caseTypes.includes(wanted) ? letters : [])),
  )
}

/** What the letters are called, by code. */
export const letterNames = async (db: Reading): Promise<ReadonlyMap<string, string>> =>
  new Map((await letterTemplates(db)).map(({ code, name }) => [code, name]))
