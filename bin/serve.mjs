// The entry of containers and service managers: the program on the Node at hand, and nothing is installed.
// Without arguments it serves with the roles of CASEWRIGHT_ROLES; with arguments it runs that command.
const wanted = 24
const args = process.argv.slice(2)

try {
  if (Number(process.versions.node.split('.')[0]) < wanted)
    throw Object.assign(
      new Error(`Casewright needs Node ${wanted} or newer, this is Node ${process.versions.node}.`),
      { isForOperator: true },
    )
  await import('./own-imports.mjs')
  if (args.length === 0) {
    const { start } = await import('#main')
    await start(process.env)
  } else {
    const { run } = await import('#commands/casewright.ts')
    process.exitCode = await run(args, 'node bin/serve.mjs')
  }
} catch (error) {
  console.error(error?.isForOperator ? error.message : error)
  process.exit(1)
}
