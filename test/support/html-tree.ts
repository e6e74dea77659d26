/** An element as read: its name, its attributes, and what lies in it. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
}

/** An element or a piece of text, in which any run of white space is one space. */
export type Node = Element | string

type OpenElement = { name: string; attributes: Record<string, string>; children: Node[] }

const voidElements = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
const inlineElements = new Set(['a', 'b', 'em', 'i', 'span', 'strong'])
const pieces =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z0-9]+)\s*>|<([a-z0-9]+)((?:[^>"]|"[^"]*")*)>|([^<]+)/gi
const attributePattern = /([^\s=/]+)(?:\s*=\s*"([^"]*)")?/g

/** Reads HTML as the design system and our views write it; throws where elements are not closed in order. */
export const readTree = (text: string): readonly Node[] => {
  const root: OpenElement = { name: '#root', attributes: {}, children: [] }
  const open = [root]
  let end = 0
  for (const piece of text.matchAll(pieces)) {
    if (piece.index !== end) throw new Error(`not HTML: ${text.slice(end, end + 40)}`)
    end = piece.index + piece[0].length
    readPiece(piece, open)
  }
  if (end !== text.length) throw new Error(`not HTML: ${text.slice(end, end + 40)}`)
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`)
  return root.children
}

/** Gives the tree without the white space around its texts. */
export const trimmed = (nodes: readonly Node[]): readonly Node[] =>
  nodes
    .map((node) =>
      typeof node === 'string' ? node.trim() : { ...node, children: trimmed(node.children) },
    )
    .filter((node) => node !== '')

/** Gives the text of a tree as it is read aloud: spaces where blocks end, none that are not there. */
export const spokenText = (nodes: readonly Node[]): string =>
  nodes.map(spoken).join('').replaceAll(/\s+/g, ' ').trim()

/** Gives every element of a tree, outermost first. */
export const everyElement = (nodes: readonly Node[]): readonly Element[] =>
  nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...everyElement(node.children)]))

const spoken = (node: Node): string => {
  if (typeof node === 'string') return node
  const text = node.children.map(spoken).join('')
  return inlineElements.has(node.name) ? text : ` ${text} `
}

const readPiece = (piece: RegExpExecArray, open: OpenElement[]): void => {
  const [, closing, opening, attributes = '', text] = piece
  const parent = open.at(-1)
  if (!parent) throw new Error('nothing is open')
  if (text !== undefined) addText(parent, text)
  if (opening !== undefined) {
    const element = readElement(opening, attributes)
    parent.children.push(element)
    const isClosed = attributes.endsWith('/') || voidElements.has(element.name)
    if (!isClosed) open.push(element)
  }
  if (closing !== undefined) close(closing.toLowerCase(), open)
}

const addText = (parent: OpenElement, text: string): void => {
  const shown = decoded(text)
  // A textarea's text is taken as it stands, but for the line break that HTML itself leaves out.
  const kept = parent.name === 'textarea' ? shown.replace(/^\n/, '') : shown.replaceAll(/\s+/g, ' ')
  parent.children.push(kept)
}

const close = (name: string, open: OpenElement[]): void => {
  const element = open.pop()
  if (element?.name !== name) throw new Error(`</${name}> closes <${element?.name}>`)
}

const readElement = (name: string, text: string): OpenElement => {
  const attributes = [...text.matchAll(attributePattern)].map(
    ([, key = '', value = '']) => [key, decoded(value)] as const,
  )
  const names = attributes.map(([key]) => key)
  if (new Set(names).size !== names.length)
    throw new Error(`<${name}> has an attribute twice: ${text}`)
  return {
    name: name.toLowerCase(),
    attributes: Object.fromEntries(attributes),
    children: [],
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ctdot: '⋯',
}

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|([a-z]+));/gi, (whole, code: string | undefined, name: string) =>
    code === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(code)),
  )
