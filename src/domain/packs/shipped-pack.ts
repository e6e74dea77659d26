import { refusal, Refusal } from '#kernel/refusal.ts'
import { checkPack } from './check-pack.ts'
import { readPackFolder, shippedPacks } from './pack-folder.ts'
import type { Pack } from './pack.ts'

export const unknownPack = refusal(
  'unknownPack',
  'No service pack of that name comes with Casewright',
)

/** A pack that comes with the program and has no fault; throws unknownPack where there is none. */
export async function shippedPack(code: string): Promise<Pack> {
  const folder = (await shippedPacks()).get(code.trim().toLowerCase())
  if (folder === undefined) throw new Refusal(unknownPack)
  const read = await readPackFolder(folder)
  const faults = 'pack' in read ? checkPack(read.pack) : read.faults
  if ('pack' in read && faults.length === 0) return read.pack
  throw new Error(`The pack ${code} is at fault: ${faults.join('; ')}`)
}

/** What every pack that comes with the program is and holds. */
export async function everyShippedPack(): Promise<readonly Pack[]> {
  const folders = [...(await shippedPacks()).values()]
  const read = await Promise.all(folders.map(readPackFolder))
  return read.flatMap((each) => ('pack' in each ? [each.pack] : []))
}
