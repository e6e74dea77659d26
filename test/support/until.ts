import { setTimeout as pause } from 'node:timers/promises'

/** Waits until there is a value other than false and undefined; throws after two minutes, saying what was awaited. */
export async function until<T>(
  look: () => T | false | undefined | Promise<T | false | undefined>,
  what: string,
): Promise<T> {
  const end = performance.now() + 120_000
  for (;;) {
    const seen = await look()
    if (seen !== false && seen !== undefined) return seen
    if (performance.now() > end)
      throw new Error(`In two minutes it did not come about that ${what}`)
    await pause(10)
  }
}
