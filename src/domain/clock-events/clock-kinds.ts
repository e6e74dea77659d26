import { shortText } from '#kernel/kinds.ts'
import { optional } from '#kernel/parameters.ts'

/** A stage of a track to which something belongs; absent: the case as a whole. */
export const scopeParameters = {
  track: optional(shortText, 'Track of the stage'),
  stage: optional(shortText, 'Stage'),
}
