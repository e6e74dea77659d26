import { invalidInput, Refusal, type Flaw } from '#kernel/refusal.ts'

/** What a list shows where what was typed to narrow it down cannot be read. */
type Flawed<T> = T & { readonly flaws: readonly Flaw[] }

/** What was asked for; where what was typed cannot be read, what is wrong with it and nothing else. */
export async function askedList<T>(asked: Promise<T>, nothing: T): Promise<Flawed<T>> {
  try {
    return { ...(await asked), flaws: [] }
  } catch (error) {
    if (!(error instanceof Refusal && error.kind.name === invalidInput.name)) throw error
    return { ...nothing, flaws: error.flaws }
  }
}
