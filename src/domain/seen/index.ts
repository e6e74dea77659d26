export {
  markOf,
  markOfAll,
  othersChange,
  refuseOthersChange,
  seenMark,
  seenParameter,
} from './seen-mark.ts'
export { changedMeanwhile, conflict, versionSeen } from './seen-version.ts'
