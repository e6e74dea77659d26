/** How many reports run at a time. */
export interface TurnLimits {
  /** In all; one organisation gets at most half of them. */
  readonly atOnce: number
  /** How long one waits for a turn. */
  readonly turnSeconds: number
}

/** Hands out turns in the order in which they were asked for, and none to an organisation that has its share. */
export interface Turns {
  /** Gives what gives the turn back, any number of times; throws when none came free in time, or the signal's reason. */
  take(organisationId: number, signal: AbortSignal): Promise<() => void>
}

/** Says that no report could be begun, for too many are running. */
export class NoTurn extends Error {
  override name = 'NoTurn'
}

interface Waiting {
  readonly organisationId: number
  readonly begun: (giveBack: () => void) => void
}

/** Opens the turns of one process. */
export function openTurns({ atOnce, turnSeconds }: TurnLimits): Turns {
  const share = Math.max(1, Math.floor(atOnce / 2))
  const running: number[] = []
  const waiting: Waiting[] = []
  const hasRoom = ({ organisationId }: Waiting) =>
    running.filter((each) => each === organisationId).length < share

  const begin = ({ organisationId, begun }: Waiting) => {
    let isRunning = true
    running.push(organisationId)
    begun(() => {
      if (isRunning) running.splice(running.indexOf(organisationId), 1)
      isRunning = false
      beginNext()
    })
  }
  const beginNext = () => {
    const next = running.length < atOnce ? waiting.find(hasRoom) : undefined
    if (!next) return
    leave(next)
    begin(next)
  }
  const leave = (one: Waiting) => {
    if (waiting.includes(one)) waiting.splice(waiting.indexOf(one), 1)
  }
  return Object.freeze<Turns>({
    take(organisationId, signal) {
      const turn = Promise.withResolvers<() => void>()
      const mine: Waiting = { organisationId, begun: turn.resolve }
      waiting.push(mine)
      beginNext()
      const giveUp = (reason: unknown) => {
        leave(mine)
        turn.reject(reason)
      }
      return inTime(turn.promise, { giveUp, signal, seconds: turnSeconds })
    },
  })
}

interface Bounds {
  readonly giveUp: (reason: unknown) => void
  readonly signal: AbortSignal
  readonly seconds: number
}

async function inTime<T>(turn: Promise<T>, { giveUp, signal, seconds }: Bounds): Promise<T> {
  const late = setTimeout(() => giveUp(noTurn(seconds)), seconds * 1000)
  const stop = () => giveUp(signal.reason)
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await turn
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', stop)
  }
}

const noTurn = (seconds: number) =>
  new NoTurn(`No report could be begun within ${seconds} s, for too many are running`)
