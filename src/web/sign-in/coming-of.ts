import type { FastifyRequest } from 'fastify'
import type { Coming } from '#domain/sessions/index.ts'
import type { WebFace } from '#web/visitor.ts'
import { deviceInWords } from './device-in-words.ts'

/** Who comes with a request, to sign in to an organisation. */
export const comingOf = (
  face: WebFace,
  request: FastifyRequest,
  organisationId: number,
): Coming => ({
  organisationId,
  now: face.door.clock.now(),
  address: networkOf(face.reachOf(request).address),
  device: deviceInWords(request.headers['user-agent']),
  requestId: request.id,
})

/** In IPv6 a subscriber has a whole network of addresses: it counts as one. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const behind = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - groups.length - behind.length
  const whole = [...groups, ...Array.from({ length: zeros }, () => '0'), ...behind]
  return `${whole.slice(0, 4).join(':')}::/64`
}
