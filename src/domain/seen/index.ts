export {
  markOf,
  markOfAll,
  othersChange,
  refuseOthersChange,
  seenMark,
  seenParameter,
} from './seen-mark.ts'
