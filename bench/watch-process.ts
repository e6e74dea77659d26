// Loaded into the measured server before its own code (node --import): it answers its parent over the channel
// between processes with how much memory was held at most and how long the event loop stood still at most.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 5
const pauses = monitorEventLoopDelay({ resolution })
const megabyte = 1024 * 1024
let start = 0
let most = 0

const look = (): number => {
  const held = process.memoryUsage.rss()
  most = Math.max(most, held)
  return held
}

process.on('message', (word) => {
  if (word === 'watch') {
    pauses.reset()
    most = 0
    start = look()
  }
  if (word === 'tell')
    process.send?.({
      growth: (Math.max(most, look()) - start) / megabyte,
      // what the monitor records includes the time it meant to wait
      longestPause: Math.max(0, pauses.max / 1e6 - resolution),
      processorSeconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
    })
})
pauses.enable()
setInterval(look, 20).unref()
process.channel?.unref()
