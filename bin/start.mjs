import { launch } from './bootstrap.mjs'

await launch(import.meta.url, async (args) => {
  const { start } = await import('#main')
  await start(process.env, args)
})
