import { bool, date, instant, json, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'
import type { CalendarDay, DayKind } from './own-calendars.ts'

const day = { calendar: text, on: date, name: text, isRetired: bool }

/** The days that the organisation has added or retired, in order. */
export const listCalendarDays = list({
  takes: {},
  returns: {
    ...day,
    kind: { ...text, value: 'bank holiday' as DayKind },
    source: text,
    addedBy: text,
    addedAt: instant,
    retiredBy: nullable(text),
    retiredAt: nullable(instant),
    retiredReason: nullable(text),
  },
  sql: `
    select d.calendar, d.day as "on", d.name, d.kind, d.retired_at is not null as "isRetired",
      d.source, d.added_by as "addedBy", d.added_at as "addedAt", d.retired_by as "retiredBy",
      d.retired_at as "retiredAt", d.retired_reason as "retiredReason"
    from calendar_days d
    where d.organisation_id = :organisationId
    order by d.day, d.calendar, d.kind`,
})

/** Adds days to the calendar; one that is there stays as it is, unless it was retired. */
export const insertCalendarDays = change({
  takes: {
    days: json<readonly Pick<CalendarDay, 'calendar' | 'on' | 'name' | 'kind'>[]>(),
    source: text,
    author: text,
    now: instant,
  },
  returns: { on: date },
  sql: `
    insert into calendar_days as held
      (organisation_id, calendar, day, name, kind, source, added_by, added_at)
    select :organisationId, d."calendar", d."on", d."name", d."kind", :source, :author, :now
    from jsonb_to_recordset(:days) as d ("calendar" text, "on" date, "name" text, "kind" text)
    on conflict (organisation_id, calendar, kind, day) do update
    set name = excluded.name, source = excluded.source, added_by = excluded.added_by,
      added_at = excluded.added_at, retired_by = null, retired_at = null, retired_reason = null
    where held.retired_at is not null
    returning held.day as "on"`,
})

/** Retires days, those that are shipped too; a day that is retired stays so. */
export const retireCalendarDays = change({
  takes: {
    days: json<readonly Pick<CalendarDay, 'calendar' | 'on' | 'name' | 'kind'>[]>(),
    reason: text,
    author: text,
    now: instant,
  },
  returns: { on: date },
  sql: `
    insert into calendar_days as held (organisation_id, calendar, day, name, kind, source,
      added_by, added_at, retired_by, retired_at, retired_reason)
    select :organisationId, d."calendar", d."on", d."name", d."kind", 'shipped', :author, :now,
      :author, :now, :reason
    from jsonb_to_recordset(:days) as d ("calendar" text, "on" date, "name" text, "kind" text)
    on conflict (organisation_id, calendar, kind, day) do update
    set retired_by = excluded.retired_by, retired_at = excluded.retired_at,
      retired_reason = excluded.retired_reason
    where held.retired_at is null
    returning held.day as "on"`,
})
