import type { JsonSequence, JsonTree } from '#kernel/answer.ts'

/** Writes a reply in JSON with the spacing of the recorded ones (contract 4.3). */
export function writeJson(tree: JsonTree): string {
  if (typeof tree === 'string') return writeText(tree)
  if (isList(tree)) return `[${tree.map(writeJson).join(', ')}]`
  // Clients delete line breaks and split at `}{` (contract 6.7).
  if (isSequence(tree)) return tree.sequence.map(writeJson).join('\n')
  const members = Object.entries(tree).map(([name, value]) => {
    return `${writeText(name)}: ${writeJson(value)}`
  })
  return `{${members.join(', ')}}`
}

/** Writes a text so that a client that splits replies at braces never splits inside it. */
function writeText(text: string): string {
  const written = JSON.stringify(text)
  return /[{}]/.test(written)
    ? written.replaceAll('{', '\\u007b').replaceAll('}', '\\u007d')
    : written
}

// An array may be readonly, which Array.isArray does not narrow.
function isList(tree: JsonTree): tree is readonly JsonTree[] {
  return Array.isArray(tree)
}

function isSequence(tree: JsonTree): tree is JsonSequence {
  return Array.isArray((tree as Partial<JsonSequence>).sequence)
}
