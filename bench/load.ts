import { figuresOf, type Figures } from './figures.ts'

/** Work to be done over and over by each of several clients at once. */
export interface Load {
  readonly clients: number
  readonly seconds: number
  /** Opens one client: what it gives does the work once. */
  /** Seconds of processor time that the measured process has taken until now. */
  readonly processorSeconds: () => Promise<number>
  readonly open: () => Promise<{ work: () => Promise<unknown>; close: () => void }>
}

const warmUp = 0.5

/** Lets the clients work for a warm-up that does not count, then for the seconds that do. */
export async function runLoad({
  clients,
  seconds,
  processorSeconds,
  open,
}: Load): Promise<Figures> {
  const opened = await Promise.all(Array.from({ length: clients }, open))
  const times: number[] = []
  let all = 0
  const taken = await processorSeconds()
  const from = performance.now() + warmUp * 1000
  const until = from + seconds * 1000
  try {
    await Promise.all(
      opened.map(async ({ work }) => {
        for (let begin = performance.now(); begin < until;) {
          await work()
          all += 1
          const end = performance.now()
          if (begin >= from && end <= until) times.push(end - begin)
          begin = end
        }
      }),
    )
  } finally {
    for (const { close } of opened) close()
  }
  const processor = (((await processorSeconds()) - taken) * 1e6) / all
  return { ...figuresOf(Float64Array.from(times), seconds), processor }
}
