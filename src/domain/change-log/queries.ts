import { instant, int4, int8, json, nullable, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'
import type { ChangeKind, Kept } from './change-kind.ts'

export const insertChange = change({
  takes: {
    kind: text,
    subject: text,
    before: nullable(json<NonNullable<Kept>>()),
    after: nullable(json<NonNullable<Kept>>()),
    by: text,
    now: instant,
    restores: nullable(int8),
  },
  returns: { changeId: int8 },
  sql: `
    insert into configuration_changes
      (organisation_id, changed_at, changed_by, kind, subject, before, after, restores)
    values (:organisationId, :now, :by, :kind, :subject, :before, :after, :restores)
    returning change_id as "changeId"`,
})

const row = {
  changeId: int8,
  changedAt: instant,
  changedBy: text,
  kind: { ...text, value: 'setting' as ChangeKind },
  subject: text,
  before: nullable(json<NonNullable<Kept>>()),
  after: nullable(json<NonNullable<Kept>>()),
  restores: nullable(int8),
  restoredBy: nullable(int8),
}
const columns = `
  c.change_id as "changeId", c.changed_at as "changedAt", c.changed_by as "changedBy", c.kind,
  c.subject, c.before, c.after, c.restores, (
    select max(r.change_id)
    from configuration_changes r
    where r.organisation_id = c.organisation_id and r.restores = c.change_id
  ) as "restoredBy"`

/** A stretch of the change log, newest first. */
export const listChangeRows = list({
  takes: {
    earlierThan: nullable(int8),
    who: nullable(text),
    kind: nullable(text),
    fromAt: nullable(instant),
    untilAt: nullable(instant),
    most: int4,
  },
  returns: row,
  sql: `
    select ${columns}
    from configuration_changes c
    where c.organisation_id = :organisationId
      and (:earlierThan is null or c.change_id < :earlierThan)
      and (:who is null or strpos(lower(c.changed_by), lower(:who)) > 0)
      and (:kind is null or c.kind = :kind)
      and (:fromAt is null or c.changed_at >= :fromAt)
      and (:untilAt is null or c.changed_at < :untilAt)
    order by c.change_id desc
    limit :most`,
})

export const findChange = find({
  takes: { changeId: int8 },
  returns: row,
  sql: `
    select ${columns}
    from configuration_changes c
    where c.organisation_id = :organisationId and c.change_id = :changeId`,
})
