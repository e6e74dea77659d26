import { createSecretKey } from 'node:crypto'
import { allOperations } from '#operations'
import { seal } from '#platform/sealed-box.ts'
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
  for (const { ApiKey } of examples) if (ApiKey !== undefined) await addKey(rows, ApiKey)
}

const sealing = createSecretKey(Buffer.alloc(32, 7))

/** A key whose secret Sam Dee has just made. */
async function addKey(rows: ContractStage['rows'], number: string): Promise<void> {
  const [{ id } = {}] = await rows(`select $1::int as id`)
  const key = number.padStart(25, '0')
  await rows(
    `insert into api_keys (organisation_id, api_key_id, key, sealed_secret, name, created_at,
       secret_made_at, secret_for)
     overriding system value
     values ($1, $2, $3, $4, 'Forms', '2026-03-14T09:29:00Z', '2026-03-14T09:29:00Z', 1)
     on conflict do nothing`,
    number,
    key,
    seal(sealing, '5'.repeat(25), `api-key ${String(id)} ${key}`),
  )
}
