import { decodePercent } from './percent.ts'
import { UnreadableBody } from './wire-parameter.ts'
import type { WireParameter } from './wire-parameter.ts'

/**
 * Reads a query string or form body (contract 2.2). Every text can be read; one of more parameters than
 * allowed raises UnreadableBody as soon as that shows.
 */
export function readFormText(text: string, mostParameters = Infinity): WireParameter[] {
  const parameters: WireParameter[] = []
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at)
    if (end > at) {
      // within the segment: where there is no = at all, each search of the whole would go to its end
      const segment = text.slice(at, end)
      const equals = segment.indexOf('=')
      const [name, value] =
        equals === -1 ? [segment, ''] : [segment.slice(0, equals), segment.slice(equals + 1)]
      if (parameters.length >= mostParameters) throw new UnreadableBody('too many parameters')
      if (name !== '') parameters.push({ name: decodePercent(name), value: decodePercent(value) })
    }
    at = end + 1
  }
  return parameters
}

function endOf(text: string, from: number): number {
  const end = text.indexOf('&', from)
  return end === -1 ? text.length : end
}
