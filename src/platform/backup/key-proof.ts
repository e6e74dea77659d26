import type { KeyObject } from 'node:crypto'
import { deriveKey, seal, SealBroken, unseal } from '#platform/sealed-box.ts'

const purpose = 'backup proof'

/** Something that opens only with this master key, and tells nothing of it. */
export const makeKeyProof = (masterKey: KeyObject): string =>
  seal(deriveKey(masterKey, purpose), '', purpose).toString('base64')

/** True where the master key is the one that the proof was made with. */
export function provesKey(masterKey: KeyObject, proof: string): boolean {
  try {
    unseal(deriveKey(masterKey, purpose), Buffer.from(proof, 'base64'), purpose)
    return true
  } catch (error) {
    if (error instanceof SealBroken) return false
    throw error
  }
}
