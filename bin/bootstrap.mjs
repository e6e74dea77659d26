// Shared by the commands in this folder. Plain JavaScript for Node 20 with nothing installed.
import { existsSync, mkdirSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { passOnEnding, spawnChild, watchStarter } from './processes.mjs'

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where compiled code is kept: with the installation, not in the shared temporary folder, where others could put code into it. */
export const compiled = join(root, 'node_modules/.cache/casewright')

const wanted = 24

/**
 * Installs what is missing, then runs the program on Node 24: here when this is one, else in a child on the
 * Node that npm installed. Errors meant for the operator are shown as their sentence alone.
 */
export async function launch(script, program) {
  try {
    const hasNode24 = Number(process.versions.node.split('.')[0]) >= wanted
    watchStarter()
    await ensureInstalled(root)
    if (!hasNode24) return await runInChild(fileURLToPath(script))
    silenceExperimentalWarnings()
    keepCompiledCode()
    await import('./own-imports.mjs')
    await program(process.argv.slice(2))
    module.flushCompileCache?.()
  } catch (error) {
    console.error(error?.isForOperator ? error.message : error)
    process.exit(1)
  }
}

async function runInChild(script) {
  const node = join(root, 'node_modules/.bin/node')
  const child = existsSync(node) && spawnChild(node, [script, ...process.argv.slice(2)])
  if (!child || !(await hasStarted(child))) throw noNode24()
  await passOnEnding(child)
}

function hasStarted(child) {
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false))
  })
}

function noNode24() {
  return Object.assign(
    new Error(
      `Casewright needs Node ${wanted} or newer, this is Node ${process.versions.node}, and npm could not bring a newer one ` +
        `for ${process.platform}-${process.arch}: run "npm ci" without --omit=optional, or install Node ${wanted} yourself.`,
    ),
    { isForOperator: true },
  )
}

/** Early releases of Node 24 announce as experimental what this project is built on. */
function silenceExperimentalWarnings() {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') console.error(warning.stack ?? warning.message)
  })
}

function keepCompiledCode() {
  try {
    mkdirSync(compiled, { recursive: true })
    module.enableCompileCache?.(compiled)
  } catch {
    // A folder that cannot be written costs some milliseconds at each start.
  }
}
