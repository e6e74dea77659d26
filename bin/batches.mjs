// Puts test files together that one process runs, each as a suite of its own: loading the program takes longer
// than the tests of most files.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const most = 8

/** What takes longest, or starts programs of its own: begun first, each file with a process to itself. */
const alone = [
  'src/web/accessibility.test.ts',
  'test/operations/',
  'test/journeys/',
  'test/faults/',
  'test/start/',
  'test/operating/',
  'src/server.test.ts',
  'src/commands/',
  'src/jobs/',
  'src/platform/',
]

/**
 * Writes into the folder a file for each process, named so that they sort in the order in which they are to begin.
 * Takes the paths of test files below `root`; answers with the paths of the files written.
 */
export function writeBatches({ files, root, folder }) {
  const rank = (file) => alone.findIndex((place) => file.startsWith(place))
  const first = files
    .filter((file) => rank(file) >= 0)
    .sort((one, other) => rank(one) - rank(other))
  const batches = [
    ...first.map((file) => [file]),
    ...inBatches(files.filter((file) => rank(file) < 0)),
  ]
  return batches.map((batch, index) => {
    const path = join(folder, `${String(index).padStart(3, '0')}.mjs`)
    writeFileSync(path, batchOf(batch, root))
    return path
  })
}

const inBatches = (files) =>
  Array.from({ length: Math.ceil(files.length / most) }, (_, index) =>
    files.slice(index * most, (index + 1) * most),
  )

/** Tests belong to the suite in whose course they are declared: files are loaded at once, but those that wait for something. */
const batchOf = (files, root) => `import { createRequire } from 'node:module'
import { suite } from 'node:test'
const load = createRequire(${JSON.stringify(pathToFileURL(join(root, 'package.json')).href)})
for (const [name, path] of ${JSON.stringify(files.map((file) => [file, join(root, file)]))})
  void suite(name, () => {
    try {
      load(path)
    } catch (error) {
      if (error.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error
      return import(path)
    }
  })
`
