import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allCommands } from '#commands/commands.ts'
import { commandGuide } from '#commands/guide.ts'
import { variables } from '#config'
import { allOperations } from '#operations'
import { rolesScript } from '#platform/roles.ts'
import { eventsChapter, permissionsChapter } from './access-chapters.ts'
import { environmentChapter } from './environment-chapter.ts'
import { errorsChapter } from './errors-chapter.ts'
import { toMarkdown } from './markdown.ts'
import { openApi } from './open-api.ts'
import { operationsChapters, type Reached } from './operations-chapter.ts'
import { describeAll } from './service.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

// a trial as `npm start` makes it
const trial: Reached = {
  address: `http://localhost:${variables.port.default}`,
  domain: variables.domains.default,
}

/** Every generated file: its place in the project, and its text. */
export async function referenceFiles(): Promise<Readonly<Record<string, string>>> {
  const services = describeAll(allOperations)
  return {
    'docs/reference/operations.md': toMarkdown({
      id: 'operations',
      title: 'The REST interface',
      blocks: [],
      chapters: operationsChapters(services, trial),
    }),
    'docs/reference/errors.md': toMarkdown(errorsChapter),
    'docs/reference/permissions.md': toMarkdown(permissionsChapter(allOperations)),
    'docs/reference/events.md': toMarkdown(eventsChapter),
    'docs/reference/environment.md': toMarkdown(environmentChapter),
    'docs/reference/openapi.json': `${JSON.stringify(openApi(services, trial.address), null, 2)}\n`,
    'docs/guide/commands.md': commandGuide(await allCommands()),
    'deploy/roles.sql': rolesScript(),
  }
}

/** Writes the generated files, and takes away documentation that is no longer made. */
export async function writeReference(root: string = project): Promise<void> {
  const files = await referenceFiles()
  for (const name of leftOver(root, files)) rmSync(join(root, name), { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

/** The generated files that are not as the program would write them, too many or missing. */
export async function staleFiles(root: string = project): Promise<readonly string[]> {
  const files = await referenceFiles()
  const changed = Object.entries(files).filter(([name, text]) => textOf(root, name) !== text)
  return [...changed.map(([name]) => name), ...leftOver(root, files)]
}

const textOf = (root: string, name: string): string | undefined =>
  existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : undefined

const leftOver = (root: string, files: Readonly<Record<string, string>>): readonly string[] =>
  globSync('docs/reference/*', { cwd: root }).filter((name) => !Object.hasOwn(files, name))
