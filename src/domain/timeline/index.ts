import { getTimeline } from './get-timeline.ts'

export { groups } from './happening.ts'
export { toldHappenings } from './get-timeline.ts'
export { isToTell } from './told-entry.ts'
export { getTimeline }
export const operations = [getTimeline]
