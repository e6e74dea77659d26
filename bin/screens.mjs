import { launch } from './bootstrap.mjs'

await launch(import.meta.url, async () => {
  const { takeScreens } = await import('#bin/screens.ts')
  await takeScreens()
})
