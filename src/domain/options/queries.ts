import { int4, nullable, text } from '#platform/columns.ts'
import { change, list } from '#platform/statement.ts'

export const listOptions = list({
  takes: {},
  returns: { list: text, value: text, label: nullable(text), groupName: text, position: int4 },
  sql: `
    select o.list, o.value, o.label, o.group_name as "groupName", o.position
    from options o
    where o.organisation_id = :organisationId
    order by o.list, o.group_name, o.position, o.value`,
})

export const insertOption = change({
  takes: { list: text, value: text, label: nullable(text), groupName: text, position: int4 },
  returns: { value: text },
  sql: `
    insert into options (organisation_id, list, value, label, group_name, position)
    values (:organisationId, :list, :value, :label, :groupName, :position)
    on conflict do nothing
    returning value`,
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
