import type { Block, Chapter, Prose } from './document.ts'

const note = '<!-- Written by bin/docs from the program; changes belong there. -->'

/** Writes a chapter as a Markdown file. */
export const toMarkdown = (chapter: Chapter): string =>
  `${[note, ...written(chapter, 1)].join('\n\n')}\n`

const written = ({ title, blocks, chapters = [] }: Chapter, level: number): string[] => [
  `${'#'.repeat(level)} ${title}`,
  ...blocks.map(writtenBlock),
  ...chapters.flatMap((each) => written(each, level + 1)),
]

function writtenBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n')
    case 'code':
      return `\`\`\`${block.language}\n${block.text}\n\`\`\``
    case 'table':
      return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n')
  }
}

const row = (cells: readonly Prose[]): string => `| ${cells.map(cellText).join(' | ')} |`

const cellText = (prose: Prose): string => prose.replaceAll('|', '\\|').replaceAll('\n', ' ')
