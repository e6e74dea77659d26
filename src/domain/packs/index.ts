import { bringInPack } from './bring-in-pack.ts'
import { getPack } from './get-pack.ts'
import { listPacks } from './list-packs.ts'

export { checkPack } from './check-pack.ts'
export { isKept, isTaken, type ComparedItem, type Standing } from './compare-pack.ts'
export { differenceLines } from './difference-lines.ts'
export { differences, type Difference } from './differences.ts'
export {
  changesOf,
  installPack,
  updatePack,
  type Bringing,
  type Bringings,
  type BroughtIn,
} from './install-pack.ts'
export { lineDiff, type DiffLine } from './line-diff.ts'
export { mergedIn, mergeFields } from './letter.ts'
export { packFor, type TeamMap } from './map-teams.ts'
export type { Pack, PackLetter, PackSample, PackSource, PackTeam } from './pack.ts'
export { readPackFolder, shippedPacks } from './pack-folder.ts'
export { packHere, standingsOf, type PackHere } from './pack-here.ts'
export { listInstalled } from './queries.ts'
export { readPack, type PackFiles, type ReadPack } from './read-pack.ts'
export { bringInPack, getPack, listPacks }
export const operations = [bringInPack, getPack, listPacks]
