import { join } from 'node:path'
import { launch, root } from './bootstrap.mjs'
import { runGuarded } from './processes.mjs'

const tool = (name) => join(root, 'node_modules/.bin', name)
const node = process.execPath

/** Each check: what it is for, and the command or the function that finds faults. */
const checks = [
  { name: 'format', command: [tool('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [tool('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [tool('tsc')] },
  { name: 'generated documents', command: [node, 'bin/docs.mjs', '--check'] },
  { name: 'example values', command: [node, '--test', 'test/operating/example-values.test.ts'] },
  { name: 'licences', find: async () => (await import('#bin/licences.ts')).licenceFaults(root) },
  { name: 'rules of the house', find: async () => (await import('#bin/rules.ts')).faultsIn(root) },
]

await launch(import.meta.url, async () => {
  process.chdir(root)
  const failed = []
  for (const check of checks) {
    const shown = check.command?.map((word) => word.replace(`${root}/`, '')).join(' ')
    console.log(`${check.name}${shown ? `: ${shown.replace(node, 'node')}` : ''}`)
    if (!(await passes(check))) failed.push(check.name)
  }
  console.log(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`)
  if (failed.length > 0) process.exitCode = 1
})

async function passes({ command, find }) {
  if (command) return (await runGuarded(command, { cwd: root, output: 1 })) === 0
  const faults = await find()
  for (const fault of faults) console.log(`  ${fault}`)
  return faults.length === 0
}
