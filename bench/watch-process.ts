// Loaded into the measured server before its own code (node --import): it answers its parent over the channel
// between processes with how much memory was held at most and how long the event loop stood still at most.
import { threadCpuUsage } from 'node:process'

const interval = 5
const megabyte = 1024 * 1024
const watched = { start: 0, most: 0, longestPause: 0, longestWork: 0 }

let looking: NodeJS.Timeout | undefined
let lastTime = performance.now()
let lastWork = workDone()

function workDone(): number {
  const { user, system } = threadCpuUsage()
  return (user + system) / 1000
}

/** A pause in which the loop worked is ours; in any other the machine had no processor for it. */
function look(): void {
  const time = performance.now()
  const work = workDone()
  watched.longestPause = Math.max(watched.longestPause, time - lastTime - interval)
  watched.longestWork = Math.max(watched.longestWork, work - lastWork)
  watched.most = Math.max(watched.most, process.memoryUsage.rss())
  lastTime = time
  lastWork = work
}

process.on('message', (word) => {
  look()
  if (word === 'watch') {
    // only while it is asked for: looking takes one or two hundredths of a processor
    looking ??= setInterval(look, interval).unref()
    const held = process.memoryUsage.rss()
    Object.assign(watched, { start: held, most: held, longestPause: 0, longestWork: 0 })
  }
  if (word === 'tell') {
    clearInterval(looking)
    looking = undefined
    const { start, most, longestPause, longestWork } = watched
    const { user, system } = process.cpuUsage()
    process.send?.({
      growth: (most - start) / megabyte,
      longestPause,
      longestWork,
      processorSeconds: (user + system) / 1e6,
    })
  }
})
process.channel?.unref()
