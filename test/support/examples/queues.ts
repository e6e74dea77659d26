import type { ContractStage } from '#test/contract-stage.ts'

/** What was done to several cases and undone again: what a refusal wants. */
export const undoneChange = '85'

/** Adds the saved filters that examples name, and what was done to several cases. */
export async function addExampleQueues({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into saved_filters (organisation_id, saved_filter_id, user_id, name, is_shared, asked, saved_at)
     overriding system value
     select $1, n, user_id, 'Filter ' || n, n = 81, '{"Holder": ["nobody"]}', '2026-03-14'
     from users, unnest(array[81, 82]) as n
     where organisation_id = $1 and user_name = 'sdee'`,
  )
  for (const [change, undoneAt] of [
    ['83', null],
    ['84', null],
    [undoneChange, '2026-03-14'],
  ])
    await rows(
      `with made as (
         insert into bulk_changes (organisation_id, bulk_change_id, user_id, made_at, undone_at)
         overriding system value
         select $1, $2, user_id, '2026-03-14', $3
         from users where organisation_id = $1 and user_name = 'sdee'
         returning organisation_id, bulk_change_id
       )
       insert into bulk_change_lines (organisation_id, bulk_change_id, case_id, result, to_team_id)
       select m.organisation_id, m.bulk_change_id, 1001, 'done', c.team_id
       from made m join cases c on c.organisation_id = m.organisation_id and c.case_id = 1001`,
      change,
      undoneAt,
    )
}
