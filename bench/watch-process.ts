// Loaded into the measured server before its own code (node --import): it answers its parent over the channel
// between processes with how much memory was held at most and how long the event loop stood still at most.
import { readFileSync } from 'node:fs'
import { threadCpuUsage } from 'node:process'

const interval = 5
const megabyte = 1024 * 1024
const nothing = { longestPause: 0, waited: 0, longestWork: 0 }
const watched = { start: 0, most: 0, ...nothing }

let looking: NodeJS.Timeout | undefined
let lastTime = performance.now()
let lastWork = workDone()
let lastWait = timeWaited()

function workDone(): number {
  const { user, system } = threadCpuUsage()
  return (user + system) / 1000
}

/** For how long the process was ready to work and another had the processor: Linux tells it, others do not. */
function timeWaited(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'latin1').split(' ')[1]) / 1e6
  } catch {
    return NaN
  }
}

/** A pause in which the loop worked is ours; in any other the machine had no processor for it. */
function look(): void {
  const time = performance.now()
  const work = workDone()
  const wait = timeWaited()
  const pause = time - lastTime - interval
  if (pause > watched.longestPause)
    Object.assign(watched, { longestPause: pause, waited: wait - lastWait })
  watched.longestWork = Math.max(watched.longestWork, work - lastWork)
  watched.most = Math.max(watched.most, process.memoryUsage.rss())
  lastTime = time
  lastWork = work
  lastWait = wait
}

process.on('message', (word) => {
  look()
  if (word === 'watch') {
    // only while it is asked for: looking takes one or two hundredths of a processor
    looking ??= setInterval(look, interval).unref()
    const held = process.memoryUsage.rss()
    Object.assign(watched, { start: held, most: held, ...nothing })
  }
  if (word === 'tell') {
    clearInterval(looking)
    looking = undefined
    const { start, most, ...pauses } = watched
    const { user, system } = process.cpuUsage()
    process.send?.({
      growth: (most - start) / megabyte,
      ...pauses,
      processorSeconds: (user + system) / 1e6,
    })
  }
})
process.channel?.unref()
