import { allOperations } from '#operations'
import type { ContractStage } from '#test/contract-stage.ts'

/** A reference that another account has already. */
export const takenReference = 'R-TAKEN'

/** Adds the accounts that examples name, by their type and reference or by their number. */
export async function addExampleAccounts({ rows }: ContractStage): Promise<void> {
  const add = (type = 'RENT', reference: string) =>
    rows(
      `insert into accounts (organisation_id, account_type, reference, updated_at)
       values ($1, $2, $3, '2026-03-01') on conflict do nothing`,
      type,
      reference,
    )
  await add('RENT', takenReference)
  for (const { name, examples } of allOperations)
    for (const { Type, ExternalAccountId, Account } of examples) {
      if (name === 'updateaccount' || name === 'setaccount')
        await add(Type, ExternalAccountId ?? '')
      if (Account !== undefined)
        await rows(
          `insert into accounts (organisation_id, account_id, account_type, reference, updated_at)
           overriding system value values ($1, $2::bigint, 'RENT', 'R-' || $2::text, '2026-03-01')
           on conflict do nothing`,
          Account,
        )
    }
}
