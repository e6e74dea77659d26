// A container's health check: ends with 0 when the server beside it is ready, else with 1.
const everywhere = new Set(['', '0.0.0.0', '::'])
const { HOST = '', PORT } = process.env
const host = everywhere.has(HOST) ? '127.0.0.1' : HOST.includes(':') ? `[${HOST}]` : HOST

try {
  const signal = AbortSignal.timeout(4000)
  const { ok } = await fetch(`http://${host}:${PORT || 8080}/health/ready`, { signal })
  process.exitCode = ok ? 0 : 1
} catch {
  process.exitCode = 1
}
