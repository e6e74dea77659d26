export { eventKinds, type EventKind } from './event.ts'
export { telling, tellingAs, touched, touching } from './telling.ts'
