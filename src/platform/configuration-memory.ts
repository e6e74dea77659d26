import { systemClock, type Clock } from './clock.ts'

/** What one organisation's configuration came to when it was last read. */
export interface Memory {
  /**
   * The value kept under the key, or what `load` gives, kept until the configuration changes, or until the moment
   * that `endsAt` finds in it: what is in force then has to be read anew.
   */
  remember<T>(key: string, load: () => Promise<T>, endsAt?: EndsAt<T>): Promise<T>
}

type EndsAt<T> = (value: T) => Date | undefined
interface Kept {
  readonly value: unknown
  readonly endsAt: Date | undefined
}

/** What is kept of every organisation's configuration, and the ways to forget it. */
export interface ConfigurationMemory {
  of(organisationId: number): Memory
  forget(organisationId: number): void
  forgetAll(): void
  /** Without news of changes nothing may be kept. */
  setInformed(isInformed: boolean): void
}

/** An empty memory, which keeps nothing until it is said to be informed of changes. */
export function configurationMemory(clock: Clock = systemClock): ConfigurationMemory {
  const kept = new Map<number, Map<string, Kept>>()
  let isInformed = false

  const lasts = ({ endsAt }: Kept): boolean => !endsAt || clock.now() < endsAt
  const of = (organisationId: number): Memory => ({
    async remember<T>(key: string, load: () => Promise<T>, endsAt?: EndsAt<T>): Promise<T> {
      let own = kept.get(organisationId)
      const held = own?.get(key)
      if (held && lasts(held)) return held.value as T
      if (!own) kept.set(organisationId, (own = new Map()))
      const value = await load()
      // a change that was announced while we were reading has replaced or removed the map
      if (isInformed && kept.get(organisationId) === own)
        own.set(key, { value, endsAt: endsAt?.(value) })
      return value
    },
  })
  const forgetAll = () => kept.clear()
  return Object.freeze({
    of,
    forgetAll,
    forget: (organisationId: number) => void kept.delete(organisationId),
    setInformed(informed: boolean) {
      isInformed = informed
      forgetAll()
    },
  })
}
