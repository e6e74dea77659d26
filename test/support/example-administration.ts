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
  await rows(
    `insert into sign_in_providers (organisation_id, is_on, label, issuer, client_id, scopes,
       groups_claim, admits_unknown, admits_other_ways)
     values ($1, false, 'Council account', 'https://127.0.0.1:9/north', 'casework', 'openid',
       'groups', false, true)`,
  )
  await rows(
    `insert into sign_in_identities
       (organisation_id, issuer, subject, user_id, linked_at, last_used_at)
     select $1, 'https://127.0.0.1:9/north', 'subject', user_id, '2026-03-01', '2026-03-01'
     from users where organisation_id = $1 and user_name = 'leaver'`,
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
