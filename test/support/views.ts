import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '#web/layout/layout.ts'

/** One example of one view: what it shows, and the page it gives. */
export type Example = { readonly name: string; readonly page: Page }

type Draw = (...given: readonly unknown[]) => Page

/** Gives every example of every view there is; throws where a view has none. */
export const everyExample = async (): Promise<readonly Example[]> => {
  const examples: Example[] = []
  const root = new URL('../../src/web/', import.meta.url)
  for await (const file of glob('**/*.view.ts', { cwd: fileURLToPath(root) })) {
    const room: Record<string, unknown> = await import(new URL(file, root).href)
    const view = named(room, 'View', file) as Draw
    const given = named(room, 'Examples', file) as Record<string, readonly unknown[]>
    if (Object.keys(given).length === 0) throw new Error(`${file} has no example`)
    for (const [what, values] of Object.entries(given)) {
      examples.push({ name: `${file.replace('.view.ts', '')}: ${what}`, page: view(...values) })
    }
  }
  return examples
}

const named = (room: Record<string, unknown>, ending: string, file: string): unknown => {
  const names = Object.keys(room).filter((name) => name.endsWith(ending))
  if (names.length !== 1)
    throw new Error(`${file} exports ${names.length} names that end in ${ending}`)
  return room[names[0] ?? '']
}
