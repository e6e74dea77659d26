/** What one organisation's configuration came to when it was last read. */
export interface Memory {
  /** The value kept under the key, or what `load` gives, kept until the configuration changes. */
  remember<T>(key: string, load: () => Promise<T>): Promise<T>
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
export function configurationMemory(): ConfigurationMemory {
  const kept = new Map<number, Map<string, unknown>>()
  let isInformed = false

  const of = (organisationId: number): Memory => ({
    async remember<T>(key: string, load: () => Promise<T>): Promise<T> {
      let own = kept.get(organisationId)
      if (own?.has(key)) return own.get(key) as T
      if (!own) kept.set(organisationId, (own = new Map()))
      const value = await load()
      // a change that was announced while we were reading has replaced or removed the map
      if (isInformed && kept.get(organisationId) === own) own.set(key, value)
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
