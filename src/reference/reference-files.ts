import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { variables } from '#config'
import { allOperations } from '#operations'
import { eventsChapter, permissionsChapter } from './access-chapters.ts'
import { environmentChapter } from './environment-chapter.ts'
import { errorsChapter } from './errors-chapter.ts'
import { toMarkdown } from './markdown.ts'
import { openApi } from './open-api.ts'
import { operationsChapters, type Reached } from './operations-chapter.ts'
import { describeAll } from './service.ts'

/** Where the generated documentation lies. */
export const referenceDirectory = fileURLToPath(new URL('../../docs/reference/', import.meta.url))

// a trial as `npm start` makes it
const trial: Reached = {
  address: `http://localhost:${variables.port.default}`,
  domain: variables.domains.default,
}

/** The generated documentation: each file's name and text. */
export function referenceFiles(): Readonly<Record<string, string>> {
  const services = describeAll(allOperations)
  return {
    'operations.md': toMarkdown({
      id: 'operations',
      title: 'The REST interface',
      blocks: [],
      chapters: operationsChapters(services, trial),
    }),
    'errors.md': toMarkdown(errorsChapter),
    'permissions.md': toMarkdown(permissionsChapter(allOperations)),
    'events.md': toMarkdown(eventsChapter),
    'environment.md': toMarkdown(environmentChapter),
    'openapi.json': `${JSON.stringify(openApi(services, trial.address), null, 2)}\n`,
  }
}

/** Writes the generated documentation, and takes away what is no longer part of it. */
export function writeReference(directory: string = referenceDirectory): void {
  mkdirSync(directory, { recursive: true })
  const files = referenceFiles()
  for (const name of readdirSync(directory))
    if (!Object.hasOwn(files, name)) rmSync(`${directory}/${name}`, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(`${directory}/${name}`, text)
}

/** The names of files that are not as the program would write them, too many or missing. */
export function staleFiles(directory: string = referenceDirectory): readonly string[] {
  const files = referenceFiles()
  const present = namesIn(directory)
  const changed = Object.entries(files)
    .filter(
      ([name, text]) =>
        !present.includes(name) || readFileSync(`${directory}/${name}`, 'utf8') !== text,
    )
    .map(([name]) => name)
  return [...changed, ...present.filter((name) => !Object.hasOwn(files, name))]
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
