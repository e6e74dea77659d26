import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readPack, type PackFiles, type ReadPack } from './read-pack.ts'

const shipped = fileURLToPath(new URL('../../../packs', import.meta.url))

/** The files under a folder, by their path within it. */
async function filesIn(folder: string): Promise<PackFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return new Map(
    await Promise.all(
      paths.map(async (path) => {
        const name = relative(folder, path).split(sep).join('/')
        return [name, await readFile(path, 'utf8')] as const
      }),
    ),
  )
}

/** Reads the pack of a folder; an error of the file system where there is none. */
export const readPackFolder = async (folder: string): Promise<ReadPack> =>
  readPack(await filesIn(folder))

/** The folders of the packs that come with the program, by code. */
export async function shippedPacks(): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(shipped, { withFileTypes: true })
  const codes = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return new Map(codes.toSorted().map((code) => [code, join(shipped, code)]))
}
