import type { ContractStage } from '#test/contract-stage.ts'

/** Adds the case type under which examples put cases, a case that is merged into another, and a tag. */
export async function addExampleActions({ rows }: ContractStage): Promise<void> {
  await rows(
    `with type as (
       insert into case_types (organisation_id, name, current_version) values ($1, 'Enquiry', 1)
       returning organisation_id, case_type_id
     )
     insert into case_type_versions (organisation_id, case_type_id, version, definition, published_at)
     select organisation_id, case_type_id, 1, $2::jsonb, '2026-03-14' from type`,
    JSON.stringify({
      name: 'Enquiry',
      fields: [{ id: 'Details' }],
      procedure: { stages: [{ code: 'answer', outcomes: [{ code: 'done', leadsTo: 'closure' }] }] },
    }),
  )
  await rows(
    `with merged as (
       insert into case_merges (organisation_id, case_id, into_case_id, reason, before, merged_by,
         merged_at)
       values ($1, 1095, 1093, 'Sent twice', '{"status": "New case", "tasks": []}', 'Dee, Sam',
         '2026-03-14')
     )
     update cases set merged_into = 1093, closed_on = '2026-03-14', status = 'Merged'
     where organisation_id = $1 and case_id = 1095`,
  )
  await rows(
    `insert into options (organisation_id, list, group_name, value)
     values ($1, 'classification', 'Noise', 'Music') on conflict do nothing`,
  )
}
