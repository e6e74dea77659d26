import { instant, nullable, text } from '#platform/columns.ts'
import { change, list, type Reading } from '#platform/statement.ts'
import type { LetterTemplate } from './template.ts'

/** The letters that can be written, by code. */
const listTemplates = list({
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
    (await listTemplates(db, {})).map((row) =>
      Object.freeze({ ...row, channel: row.channel as LetterTemplate['channel'] }),
    ),
  )

/** What the letters are called, by code. */
export const letterNames = async (db: Reading): Promise<ReadonlyMap<string, string>> =>
  new Map((await letterTemplates(db)).map(({ code, name }) => [code, name]))
