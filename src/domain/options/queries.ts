import { bool, instant, int4, int8, json, nullable, text, textArray } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

const kept = {
  optionId: int8,
  list: text,
  value: text,
  label: nullable(text),
  groupName: text,
  position: int4,
  synonyms: textArray,
  isAccepted: bool,
  isRetired: bool,
}

export const listOptions = list({
  takes: {},
  returns: kept,
  sql: `
    select o.option_id as "optionId", o.list, o.value, o.label, o.group_name as "groupName",
      o.position, o.synonyms, o.is_accepted as "isAccepted",
      o.retired_at is not null as "isRetired"
    from options o
    where o.organisation_id = :organisationId
    order by o.list, o.group_name, o.position, o.value`,
})

export const listStrictness = list({
  takes: {},
  returns: { list: text, isStrict: bool },
  sql: `
    select l.list, l.is_strict as "isStrict"
    from option_lists l
    where l.organisation_id = :organisationId`,
})

export const insertOption = change({
  takes: { list: text, value: text, label: nullable(text), groupName: text, position: int4 },
  returns: { value: text, optionId: int8 },
  sql: `
    insert into options (organisation_id, list, value, label, group_name, position)
    values (:organisationId, :list, :value, :label, :groupName, :position)
    on conflict do nothing
    returning value, option_id as "optionId"`,
})

export const updateOption = change({
  takes: {
    optionId: int8,
    value: text,
    label: nullable(text),
    synonyms: textArray,
    isAccepted: bool,
  },
  returns: { optionId: int8 },
  sql: `
    update options
    set value = :value, label = :label, synonyms = :synonyms, is_accepted = :isAccepted
    where organisation_id = :organisationId and option_id = :optionId
    returning option_id as "optionId"`,
})

/** Retires a value at a moment, or brings it back where there is none. */
export const updateRetirement = change({
  takes: { optionId: int8, retiredAt: nullable(instant) },
  returns: { optionId: int8 },
  sql: `
    update options set retired_at = :retiredAt
    where organisation_id = :organisationId and option_id = :optionId
    returning option_id as "optionId"`,
})

/** Puts values into the order in which they are named. */
export const updatePositions = change({
  takes: { optionIds: json<readonly number[]>() },
  returns: {},
  sql: `
    update options o set position = n.place - 1
    from jsonb_array_elements_text(:optionIds) with ordinality as n (id, place)
    where o.organisation_id = :organisationId and o.option_id = n.id::int8`,
})

/** Holds to a list in a way of its own. */
export const upsertStrictness = change({
  takes: { list: text, isStrict: bool },
  returns: {},
  sql: `
    insert into option_lists (organisation_id, list, is_strict)
    values (:organisationId, :list, :isStrict)
    on conflict (organisation_id, list) do update set is_strict = excluded.is_strict`,
})

/** Holds to a list as to all of them. */
export const deleteStrictness = change({
  takes: { list: text },
  returns: {},
  sql: `
    delete from option_lists where organisation_id = :organisationId and list = :list`,
})

export const deleteOption = change({
  takes: { list: text, value: text, groupName: text },
  returns: { value: text },
  sql: `
    delete from options
    where organisation_id = :organisationId and list = :list and group_name = :groupName
      and lower(value) = lower(:value)
    returning value`,
})
