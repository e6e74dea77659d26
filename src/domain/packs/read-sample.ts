import { findDay, nations } from '#domain/calendar/index.ts'
import {
  isObject,
  listOf,
  objectOf,
  textLike,
  textOf,
  wordOf,
  type Reader,
} from '#domain/procedure-reading/index.ts'
import type { PackSample } from './pack.ts'

const dayOf: Reader<string> = (value, path, faults) => {
  if (typeof value === 'string' && findDay(value) !== undefined) return value
  faults.add(path, 'must be a date, such as 2031-05-09')
  return undefined
}
const whenOf = textLike(
  /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/,
  'must be a date, or a date and time such as 2031-05-09T10:15',
)

/** Dates or moments by the code of what is due. */
const dueOf: Reader<Readonly<Record<string, string>>> = (value, path, faults) => {
  if (!isObject(value)) {
    faults.add(path, 'must be an object of dates')
    return undefined
  }
  const due = Object.entries(value).flatMap(([code, day]) => {
    const read = whenOf(day, `${path}.${code}`, faults)
    return read === undefined ? [] : [[code, read] as const]
  })
  return Object.fromEntries(due)
}

const stageShape = objectOf(
  { stage: textOf, startedOn: dayOf, endedOn: dayOf, due: dueOf },
  'stage',
)

const sampleShape = objectOf(
  {
    name: textOf,
    caseType: textOf,
    received: whenOf,
    nation: wordOf(nations),
    take: listOf(textOf),
    begin: listOf(textOf),
    sittingDays: listOf(dayOf),
    events: listOf(objectOf({ name: textOf, on: dayOf, until: dayOf }, 'name', 'on')),
    expect: objectOf({ stages: listOf(stageShape), due: dueOf, closedOn: dayOf }, 'stages'),
  },
  'name',
  'caseType',
  'received',
  'nation',
  'expect',
)

/** Reads the sample cases of a pack. */
export const samplesOf: Reader<readonly PackSample[]> = (value, path, faults) => {
  const read = listOf(sampleShape)(value, path, faults)
  // every required member has been seen, or there is a fault
  return read?.map(
    (each) => ({ take: [], begin: [], events: [], ...each }) as unknown as PackSample,
  )
}
