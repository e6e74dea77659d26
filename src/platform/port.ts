import { createServer } from 'node:net'

/** Where a server listens, and the variables by which that is set. */
export interface Place {
  readonly host: string
  readonly port: number
  readonly hostVariable: string
  readonly portVariable: string
}

/** Runs what begins to listen; where that cannot be, raises one sentence that says why and how to mend it. */
export async function listenAt<T>(place: Place, begin: () => Promise<T>): Promise<T> {
  try {
    return await begin()
  } catch (cause) {
    const { host, port } = place
    const sentence = `Cannot listen on ${host}:${port}: ${reasonOf(place, cause)}.`
    throw Object.assign(new Error(sentence, { cause }), { isForOperator: true })
  }
}

/** Listens for a moment, so that a port that cannot be had is found out before anything is made. */
export const tryPort = (place: Place): Promise<void> =>
  listenAt(
    place,
    () =>
      new Promise<void>((resolve, reject) => {
        const server = createServer().once('error', reject)
        server.listen(place.port, place.host, () => server.close(() => resolve()))
      }),
  )

function reasonOf({ hostVariable, portVariable }: Place, cause: unknown): string {
  const { code = '', message } = cause as NodeJS.ErrnoException
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: `another program listens there; set ${portVariable} to another`,
    EADDRNOTAVAIL: `this machine has no such address; set ${hostVariable} to one that it has, such as 127.0.0.1`,
    ENOTFOUND: `no such name is known; set ${hostVariable} to an address of this machine, such as 127.0.0.1`,
    EACCES: `this user may not listen on so low a port; set ${portVariable} to 1024 or more`,
  }
  return known[code] ?? message
}
