export { eventKinds, type EventKind } from './event.ts'
export { telling } from './telling.ts'
