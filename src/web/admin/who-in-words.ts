const label = /^(user|api-key|system) \d+ (.*)$/s

/** Whoever did something, as the audit names them (`user 7 Okafor, Ife`), in the words of people. */
export const whoInWords = (actor: string): string => {
  const [, kind, name = ''] = label.exec(actor) ?? []
  if (kind === 'user') return name
  if (kind === 'api-key') return `${name} (a program, by its key)`
  if (kind === 'system') return `${name}, by itself`
  const [, typist] = /^command (.*)$/s.exec(actor) ?? []
  return typist === undefined ? actor : `${typist} (a command on the server)`
}
