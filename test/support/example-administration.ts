import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

/** Adds what the examples of the administration name. */
export async function addExampleAdministration({ rows }: ContractStage): Promise<void> {
  await rows(
    `insert into users (organisation_id, user_name, full_name, email, role, disabled_at)
     select $1, n, n, n || '@demo.example', 'case worker',
       case when n = 'returner' then timestamptz '2026-03-01' end
     from unnest(array['leaver', 'quitter', 'returner']) as n`,
  )
  const examples = allOperations.flatMap((each) =>
    each.examples.map((sent): Readonly<Record<string, string>> => sent),
  )
  for (const { Option } of examples)
    if (Option !== undefined)
      await rows(
        `insert into options (organisation_id, option_id, list, value)
         overriding system value
         values ($1, $2::int8, 'document category', 'Category ' || $2::int8)
         on conflict do nothing`,
        Option,
      )
}
