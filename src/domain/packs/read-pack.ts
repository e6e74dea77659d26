import { nations } from '#domain/calendar/index.ts'
import { lists, type Option } from '#domain/options/index.ts'
import {
  collectFaults,
  isObject,
  listOf,
  objectOf,
  textLike,
  textOf,
  wordOf,
  type Faults,
  type Reader,
} from '#domain/procedure-reading/index.ts'
import { letterOf } from './letter.ts'
import type { Pack, PackCaseType } from './pack.ts'
import { samplesOf } from './read-sample.ts'

/** A pack read, or everything that is wrong with its form. */
export type ReadPack = { readonly pack: Pack } | { readonly faults: readonly string[] }

/** The files of a pack's folder: their paths within it, and their texts. */
export type PackFiles = ReadonlyMap<string, string>

const codeOf = textLike(/^[a-z][a-z0-9-]{0,59}$/, 'must be lower-case letters, digits and hyphens')
const versionOf = textLike(
  /^\d{1,6}\.\d{1,6}\.\d{1,6}$/,
  'must be three numbers with dots between, such as 1.0.0',
)
const addressOf = textLike(/^https:\/\/\S+$/, 'must be an address that begins with https://')
const teamCode = textLike(/^[A-Za-z0-9_-]{1,60}$/, 'must be letters, digits and hyphens')

const about = objectOf(
  {
    code: codeOf,
    name: textOf,
    version: versionOf,
    summary: textOf,
    sources: listOf(
      objectOf({ citation: textOf, address: addressOf, for: textOf }, 'citation', 'for'),
    ),
    requires: listOf(codeOf),
    nations: listOf(wordOf(nations)),
    teams: listOf(objectOf({ code: teamCode, name: textOf }, 'code', 'name')),
  },
  'code',
  'name',
  'version',
  'summary',
  'sources',
  'nations',
)

interface Folder {
  readonly files: PackFiles
  readonly faults: Faults
}

/** Reads a pack from its files; all faults of its form are told together. */
export function readPack(files: PackFiles): ReadPack {
  const faults = collectFaults()
  const folder = { files, faults }
  for (const path of files.keys()) if (!isOfPack(path)) faults.add(path, 'is no file of a pack')
  const read = member(folder, 'pack.json', about)
  const caseTypes = namedLike(files, /^case-types\/[^/]+\.json$/).flatMap(
    (path) => member(folder, path, caseTypeOf) ?? [],
  )
  const letters = namedLike(files, /^letters\/[^/]+\.txt$/).flatMap(
    (path) => letterOf(files.get(path), path, faults) ?? [],
  )
  const options = files.has('options.json') ? member(folder, 'options.json', optionsOf) : []
  const samples = member(folder, 'sample.json', samplesOf)
  if (caseTypes.length === 0) faults.add('case-types', 'holds no definition')
  if (faults.all.length > 0) return { faults: faults.all }
  // every required member has been seen, or there would be a fault
  const pack = { requires: [], teams: [], ...read, caseTypes, letters, options, samples }
  return { pack: Object.freeze(pack) as unknown as Pack }
}

const isOfPack = (path: string): boolean =>
  ['pack.json', 'options.json', 'sample.json'].includes(path) ||
  /^(case-types\/[^/]+\.json|letters\/[^/]+\.txt)$/.test(path)

const namedLike = (files: PackFiles, pattern: RegExp): readonly string[] =>
  [...files.keys()].filter((path) => pattern.test(path)).toSorted()

/** What a file of JSON holds; undefined, with a fault told, where it cannot be read. */
function member<T>({ files, faults }: Folder, path: string, reader: Reader<T>): T | undefined {
  const text = files.get(path)
  try {
    if (text !== undefined) return reader(JSON.parse(text), path, faults)
    faults.add(path, 'is missing')
  } catch (error) {
    faults.add(path, `is not JSON: ${(error as Error).message}`)
  }
  return undefined
}

const caseTypeOf: Reader<PackCaseType> = (definition, path, faults) => {
  const name = isObject(definition) ? definition['name'] : undefined
  if (typeof name === 'string') return { name, definition }
  faults.add(path, 'must be an object with a name')
  return undefined
}

const valueOf: Reader<Pick<Option, 'value' | 'label'>> = (value, path, faults) => {
  const read = isObject(value)
    ? objectOf({ value: textOf, label: textOf }, 'value')(value, path, faults)
    : { value: textOf(value, path, faults) }
  return read?.value === undefined ? undefined : { label: null, ...read, value: read.value }
}
const valuesOf = listOf(valueOf)

/** By list its values, or by list and group. */
const optionsOf: Reader<readonly Option[]> = (value, path, faults) => {
  if (!isObject(value)) {
    faults.add(path, 'must be an object of lists')
    return undefined
  }
  return Object.entries(value).flatMap(([list, held]) => {
    const place = `${path}: ${list}`
    if (!Object.hasOwn(lists, list)) faults.add(place, 'is no list')
    const groups = isObject(held) ? Object.entries(held) : [['', held] as const]
    return groups.flatMap(([groupName, values]) =>
      (valuesOf(values, groupName ? `${place}.${groupName}` : place, faults) ?? []).map(
        (each, position) => ({ list, groupName, position, ...each }),
      ),
    )
  })
}
