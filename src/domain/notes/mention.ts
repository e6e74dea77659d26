/** Somebody who may be mentioned. */
export interface Colleague {
  readonly userId: number
  readonly userName: string
  readonly fullName: string
}

/** What is written behind the `@` for somebody: the name, or the user name where several have that name. */
export const mentionOf = (
  { userName, fullName }: Colleague,
  colleagues: readonly Colleague[],
): string =>
  colleagues.filter((each) => each.fullName === fullName).length > 1 ? userName : fullName

// whatever is pasted into a note, nobody else waits until it has been looked through
const mostSigns = 1000

/**
 * Whom a text mentions: `@` and a name, in either order of its parts, or a user name, of whatever letter case. The
 * longest name that fits counts; an address such as ann@north.example mentions nobody.
 */
export function mentionedIn<C extends Colleague>(
  text: string,
  colleagues: readonly C[],
): readonly C[] {
  if (!text.includes('@')) return []
  const names = colleagues
    .flatMap((colleague) => namesOf(colleague).map((name) => ({ name, colleague })))
    .toSorted((one, other) => other.name.length - one.name.length)
  const longestName = names[0]?.name.length ?? 0
  const found = placesIn(text).flatMap((place) => {
    const rest = text.slice(place, place + longestName + 1).toLowerCase()
    const longest = names.find(({ name }) => begins(rest, name))?.name
    return names.filter(({ name }) => name === longest).map(({ colleague }) => colleague)
  })
  return [...new Set(found)]
}

/** Where names may begin. */
function placesIn(text: string): readonly number[] {
  const places: number[] = []
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}._-])@/gu)) {
    places.push(index + 1)
    if (places.length === mostSigns) break
  }
  return places
}

const begins = (text: string, name: string): boolean =>
  text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))

function namesOf({ userName, fullName }: Colleague): readonly string[] {
  const [surname = '', ...first] = fullName.split(', ')
  const turned = first.length === 0 ? [] : [`${first.join(' ')} ${surname}`]
  return [userName, fullName, ...turned]
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
}
