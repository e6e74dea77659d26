import { launch } from './bootstrap.mjs'

await launch(import.meta.url, async (args) => {
  const { staleFiles, writeReference } = await import('#reference/reference-files.ts')
  if (!args.includes('--check')) return writeReference()
  const stale = await staleFiles()
  if (stale.length === 0) return
  console.error(`Stale: ${stale.join(', ')}. Run bin/docs and commit what it writes.`)
  process.exitCode = 1
})
