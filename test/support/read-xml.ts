import { SaxesParser } from 'saxes'

/** An element as readers of XML see it. */
export interface ReadElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ReadElement[]
  readonly text: string
}

type Growing = {
  name: string
  attributes: Record<string, string>
  children: Growing[]
  text: string
}

/** Reads XML to its root; throws where it is not well-formed. */
export function readXml(xml: string): ReadElement {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const current = () => open.at(-1) ?? top
  const parser = new SaxesParser()
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [], text: '' }
    current().children.push(element)
    open.push(element)
  })
  const addText = (text: string) => void (current().text += text)
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  const [root] = top.children
  if (!root) throw new Error('There is no element')
  return root
}

/** The texts of the leaves with that name, in order. */
export function textsOf(element: ReadElement, name: string): readonly string[] {
  const own = element.name === name ? [element.text] : []
  return [...own, ...element.children.flatMap((child) => textsOf(child, name))]
}

/** Every element, the outermost first. */
export const everyElement = (element: ReadElement): readonly ReadElement[] => [
  element,
  ...element.children.flatMap(everyElement),
]
