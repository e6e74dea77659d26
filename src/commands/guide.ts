import type { Command } from './command.ts'
import { everywhere } from './arguments.ts'
import { groupOf, partLines, usage } from './help.ts'

const head = `# Commands

\`npm run --silent casewright -- NOUN VERB …\` works while the server runs and when it does not, on the same data.
It reads the same environment as the server, so \`DATA_DIR\` or \`DATABASE_URL\` must be the same.

- \`--json\` prints one JSON document and nothing else; an error is then \`{"error": "…"}\` on standard error.
- \`--help\` shows how a command is used.
- The exit code is 0 when it went well, 1 when it failed or found something broken, 2 when it was not typed as it must be.
- Where there is more than one organisation, \`--organisation NAME\` says which is meant.
- Whatever a command changes for an organisation stands in its audit, with the name of the operating system's user.

This page is made from the commands themselves.
`

/** The guide to all commands, in Markdown. */
export function commandGuide(commands: readonly Command[]): string {
  const groups = [...Map.groupBy(commands, groupOf)].map(([noun, group]) =>
    [`## ${noun || 'the whole installation'}`, ...group.map(section)].join('\n\n'),
  )
  return `${[head.trimEnd(), ...groups].join('\n\n')}\n`
}

function section(command: Command): string {
  const common = new Set(Object.keys(everywhere).map((name) => `--${name}`))
  const lines = partLines(command)
    .filter(([shown]) => !common.has(shown))
    .map(([shown, meaning]) => `- \`${shown}\`: ${meaning}`)
  return [
    `### ${command.name}`,
    command.summary,
    `    casewright ${usage(command)}`,
    lines.join('\n'),
    ...command.notes,
    `Example: \`npm run --silent casewright -- ${command.example}\``,
  ]
    .filter(Boolean)
    .join('\n\n')
}
