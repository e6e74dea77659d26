export { findRunningPostgres, type RunningPostgres } from './find-running-postgres.ts'
export { PostgresUnavailable } from './postgres-unavailable.ts'
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.ts'
