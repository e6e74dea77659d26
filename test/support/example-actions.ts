import type { ContractStage } from '#test/contract-stage.ts'

/** Adds the case type under which examples put cases. */
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
}
