import { bool, instant, int8, json, text } from '#platform/columns.ts'
import { change, find, list } from '#platform/statement.ts'

/** Every value asked for under each name. */
export type Asked = Readonly<Record<string, readonly string[]>>

const columns = {
  savedFilterId: int8,
  name: text,
  isShared: bool,
  isOwn: bool,
  asked: json<Asked>(),
}
const selected = `
    select f.saved_filter_id as "savedFilterId", f.name, f.is_shared as "isShared",
      f.user_id = :userId as "isOwn", f.asked
    from saved_filters f
    where f.organisation_id = :organisationId and (f.user_id = :userId or f.is_shared)`

/** The saved filters of a person, and those for everybody, by name. */
export const listSavedFilters = list({
  takes: { userId: int8 },
  returns: columns,
  sql: `${selected}
    order by lower(f.name), f.saved_filter_id`,
})

export const findSavedFilter = find({
  takes: { userId: int8, savedFilterId: int8 },
  returns: columns,
  sql: `${selected} and f.saved_filter_id = :savedFilterId`,
})

/** Keeps a filter under a name; one of the person's of that name is replaced. */
export const upsertSavedFilter = change({
  takes: { userId: int8, name: text, isShared: bool, asked: json<Asked>(), now: instant },
  returns: { savedFilterId: int8 },
  sql: `
    insert into saved_filters (organisation_id, user_id, name, is_shared, asked, saved_at)
    select u.organisation_id, u.user_id, :name, :isShared, :asked, :now
    from users u
    where u.organisation_id = :organisationId and u.user_id = :userId
    on conflict (organisation_id, user_id, lower(name))
      do update set name = excluded.name, is_shared = excluded.is_shared, asked = excluded.asked,
        saved_at = excluded.saved_at
    returning saved_filter_id as "savedFilterId"`,
})

/** Throws away a filter of a person's own. */
export const deleteSavedFilter = change({
  takes: { userId: int8, savedFilterId: int8 },
  returns: { savedFilterId: int8 },
  sql: `
    delete from saved_filters
    where organisation_id = :organisationId and user_id = :userId
      and saved_filter_id = :savedFilterId
    returning saved_filter_id as "savedFilterId"`,
})
