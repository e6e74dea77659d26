import type { Browser } from 'playwright-core'
import { startBrowser } from '#test/browser.ts'
import type { Fixture } from '#test/fixture.ts'
import { webStage, type WebStage } from '#test/web-stage.ts'

/** The pages of a stage, served, and a browser that reaches them. */
export interface JourneyStage<Stage extends Fixture> {
  readonly stage: Stage
  readonly web: WebStage
  readonly browser: Browser
  readonly origin: string
  close(): Promise<void>
}

/** Serves the pages of a stage on a port of the loopback, and starts the browser. */
export async function journeyStage<Stage extends Fixture>(
  stage: Stage,
): Promise<JourneyStage<Stage>> {
  const web = await webStage(stage)
  const origin = await web.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await startBrowser()
  return Object.freeze<JourneyStage<Stage>>({
    stage,
    web,
    browser,
    origin,
    async close() {
      await browser.close()
      await web.app.close()
      await stage.close()
    },
  })
}
