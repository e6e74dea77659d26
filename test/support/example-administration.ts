import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

/** Adds what the examples of the administration name. */
export async function addExampleAdministration({ rows }: ContractStage): Promise<void> {
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
