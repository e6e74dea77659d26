import { launch } from './bootstrap.mjs'

await launch(import.meta.url, async (args) => {
  const { run } = await import('#commands/casewright.ts')
  process.exitCode = (await run(args)) ?? process.exitCode
})
