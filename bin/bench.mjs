import { launch } from './bootstrap.mjs'

await launch(import.meta.url, async (args) => {
  const { bench } = await import('#bench/bench.ts')
  await bench(args)
})
