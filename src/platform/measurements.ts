import { createServer } from 'node:http'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** What a server tells Prometheus about the requests it answers. */
export interface Measurements {
  /** Counts one answered request: the service or page, the HTTP status, and how long it took. */
  answered(request: { route: string; status: number; seconds: number }): void
  /** Offers the measurements on a port of their own; resolves to the port and the way to stop. */
  offer(at: { host: string; port: number }): Promise<{ port: number; close(): Promise<void> }>
}

/** Begins to measure this process. */
export function openMeasurements(): Measurements {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'casewright_request_duration_seconds',
    help: 'Time taken to answer a request.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return Object.freeze<Measurements>({
    answered: ({ route, status, seconds }) =>
      duration.observe({ route, status: String(status) }, seconds),
    offer: ({ host, port }) => offer(registry, host, port),
  })
}

async function offer(registry: Registry, host: string, port: number) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    void registry.metrics().then((text) => {
      response.writeHead(200, { 'content-type': registry.contentType }).end(text)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => resolve())
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
