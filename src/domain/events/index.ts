export { eventKinds, type EventKind } from './event.ts'
