import { launch } from './bootstrap.mjs'

// hints at further commands are shown as this one was called
const isByNpm = process.env.npm_lifecycle_event === 'casewright'
const casewright = isByNpm ? 'npm run --silent casewright --' : 'node bin/casewright.mjs'

await launch(import.meta.url, async (args) => {
  const { run } = await import('#commands/casewright.ts')
  process.exitCode = (await run(args, casewright)) ?? process.exitCode
})
