import { launch } from './bootstrap.mjs'

await launch(import.meta.url, async () => {
  const { start } = await import('#main')
  await start(process.env, { isTrial: true })
})
