/** A part that was left out because it could not be read, and the names by which others may mean it. */
export interface LostPart {
  readonly path: string
  readonly names: readonly string[]
}

/** Collects every fault of a JSON document while its parts are read. */
export interface Faults {
  add(path: string, fault: string): void
  /** Notes that a part is left out; `named` is what has its name: the part itself, or what it belongs to. */
  lose(path: string, named: unknown): void
  readonly all: readonly string[]
  readonly lost: readonly LostPart[]
}

/** An empty collection of faults. */
export function collectFaults(): Faults {
  const all: string[] = []
  const lost: LostPart[] = []
  return {
    all,
    lost,
    add: (path, fault) => void all.push(path ? `${path} ${fault}` : fault),
    lose: (path, named) => void lost.push({ path, names: namesOf(named) }),
  }
}

function namesOf(part: unknown): readonly string[] {
  if (!isObject(part)) return typeof part === 'string' ? [part] : []
  const { code, id, synonym, template, name } = part
  const names = [code, id, synonym, template].filter((each) => typeof each === 'string')
  return names.length === 0 && typeof name === 'string' ? [name] : names
}

type Members = Readonly<Record<string, unknown>>
/** Reads one member's value; undefined where it is absent or at fault. */
export type Reader<T> = (value: unknown, path: string, faults: Faults) => T | undefined

/** A text that is not blank. */
export const textOf: Reader<string> = (value, path, faults) => {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 500) return value.trim()
  faults.add(path, 'must be a text of 500 characters or fewer')
  return undefined
}

/** A text of a certain form. */
export const textLike =
  (pattern: RegExp, fault: string): Reader<string> =>
  (value, path, faults) => {
    if (typeof value === 'string' && pattern.test(value)) return value
    faults.add(path, fault)
    return undefined
  }

/** `true` or `false`. */
export const flagOf: Reader<boolean> = (value, path, faults) => {
  if (typeof value === 'boolean') return value
  faults.add(path, 'must be true or false')
  return undefined
}

/** A whole number between two bounds. */
export const numberOf =
  (min: number, max: number): Reader<number> =>
  (value, path, faults) => {
    if (Number.isInteger(value) && (value as number) >= min && (value as number) <= max)
      return value as number
    faults.add(path, `must be a whole number from ${min} to ${max}`)
    return undefined
  }

/** One of a closed set of words. */
export const wordOf =
  <const W extends readonly string[]>(words: W): Reader<W[number]> =>
  (value, path, faults) => {
    const found = words.find((word) => word === value)
    if (found === undefined) faults.add(path, `must be one of: ${words.join(', ')}`)
    return found
  }

/** A list, each item of which is read alike; items at fault are left out. */
export const listOf =
  <T>(item: Reader<T>): Reader<readonly T[]> =>
  (value, path, faults) => {
    if (!Array.isArray(value)) {
      faults.add(path, 'must be a list')
      return undefined
    }
    const read = value.map((one: unknown, at) => {
      const place = `${path}[${at}]`
      const found = item(one, place, faults)
      if (found === undefined) faults.lose(place, one)
      return found
    })
    return Object.freeze(read.filter((one) => one !== undefined))
  }

type Shape = Readonly<Record<string, Reader<unknown>>>
type Shaped<S extends Shape> = {
  readonly [K in keyof S]?: S[K] extends Reader<infer T> ? T : never
}

/** An object with members of known names only; the required ones must be there. */
export const objectOf =
  <S extends Shape>(shape: S, ...required: readonly (keyof S & string)[]): Reader<Shaped<S>> =>
  (value, path, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.add(path, 'must be an object')
      return undefined
    }
    const under = (name: string) => (path ? `${path}.${name}` : name)
    const members = value as Members
    for (const name of Object.keys(members))
      if (!Object.hasOwn(shape, name)) faults.add(under(name), 'is not known')
    for (const name of required)
      if (members[name] === undefined) faults.add(under(name), 'is missing')
    const read = Object.entries(shape).map(([name, reader]) => {
      const member = members[name]
      if (member === undefined) return [name, member]
      const found = reader(member, under(name), faults)
      if (found === undefined) faults.lose(under(name), members)
      return [name, found]
    })
    return Object.freeze(
      Object.fromEntries(read.filter(([, member]) => member !== undefined)),
    ) as Shaped<S>
  }

type Whole<S extends Shape, R extends keyof S> = Shaped<S> & {
  readonly [K in R]-?: S[K] extends Reader<infer T> ? T : never
}

/** An object that is made into something else once its required members are there. */
export const recordOf =
  <S extends Shape, R extends keyof S & string, T extends object>(
    shape: S,
    required: readonly R[],
    make: (read: Whole<S, R>) => T,
  ): Reader<Readonly<T>> =>
  (value, path, faults) => {
    const read = objectOf(shape, ...required)(value, path, faults)
    if (read === undefined || required.some((name) => read[name] === undefined)) return undefined
    // every required member has just been seen
    return Object.freeze(make(read as Whole<S, R>))
  }

/** Tells an object of JSON from its texts, numbers and lists. */
export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
