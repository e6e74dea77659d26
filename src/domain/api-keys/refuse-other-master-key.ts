import type { KeyObject } from 'node:crypto'
import { organisationsByName } from '#domain/organisations/index.ts'
import type { Database } from '#platform/database.ts'
import { unsealSecret } from './api-key.ts'
import { listWorkingApiKeys } from './queries.ts'

/** Says that the secrets in the database were sealed under another master key. */
class OtherMasterKey extends Error {
  override name = 'OtherMasterKey'
  readonly isForOperator = true
}

/**
 * Throws a sentence for the operator where the first organisation with key pairs that work has none that this
 * installation's master key opens: all would start, and no signed call would be answered.
 */
export async function refuseOtherMasterKey(
  database: Database,
  sealingKey: KeyObject,
): Promise<void> {
  for (const { organisationId } of (await organisationsByName(database)).values()) {
    const rows = await database.read(organisationId, (db) => listWorkingApiKeys(db, {}))
    const isOpened = ({ key, sealedSecret: sealed }: (typeof rows)[number]): boolean =>
      opens(() => unsealSecret(sealingKey, { organisationId, key, sealed }))
    if (rows.some(isOpened)) return
    if (rows.length > 0)
      throw new OtherMasterKey(
        'The key pairs in the database were made under another master key, and their secrets cannot be opened with this one: set CASEWRIGHT_MASTER_KEY to that key, or put its file back as master.key in DATA_DIR. Where it is lost for good, revoke the pairs with api-key revoke; then a start with this one goes well.',
      )
  }
}

function opens(unsealed: () => string): boolean {
  try {
    unsealed()
    return true
  } catch {
    return false
  }
}
