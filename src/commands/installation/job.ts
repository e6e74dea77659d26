import { command, type Command } from '#commands/command.ts'
import { CommandFault } from '#commands/fault.ts'
import { change, enter, organisation } from '#commands/in-organisation.ts'
import { number } from '#commands/kinds.ts'
import { repeated } from '#commands/part.ts'
import { moment, textTable } from '#commands/text-table.ts'
import { listDeadJobs, rerunDeadJob } from '#platform/jobs-queue.ts'

const list: Command = command({
  name: 'job list',
  summary: 'List the background jobs that have failed for good.',
  operands: {},
  options: { organisation },
  example: 'job list --organisation demo',
  async run({ organisation: of }, desk) {
    const { installation, organisationId } = await enter(desk, of)
    const jobs = await installation.database.read(organisationId, (db) => listDeadJobs(db, {}))
    const rows = jobs.map(({ jobId, task, attempts, failedAt, failure }) => [
      String(jobId),
      task,
      String(attempts),
      moment(failedAt),
      failure ?? '',
    ])
    const headings = ['JOB', 'TASK', 'ATTEMPTS', 'FAILED', 'FAILURE']
    return { json: { jobs }, text: textTable(headings, rows, 'No job has failed for good.') }
  },
})

const rerun: Command = command({
  name: 'job rerun',
  summary: 'Let failed jobs be tried again, from their first attempt.',
  operands: {
    jobs: repeated(number, { least: 1, placeholder: 'JOB', meaning: 'Numbers from job list.' }),
  },
  options: { organisation },
  example: 'job rerun 17 --organisation demo',
  async run({ jobs, organisation: of }, desk) {
    const place = await enter(desk, of)
    await change(place, rerun.name, async (db) => {
      for (const jobId of jobs) {
        const [row] = await rerunDeadJob(db, { jobId })
        if (!row?.isFound)
          throw new CommandFault(
            (casewright) =>
              `No failed job of ${place.organisation.name} has the number ${jobId}, so nothing was changed; ${casewright} job list shows those there are.`,
          )
      }
      return { result: undefined, particulars: { jobs } }
    })
    return { json: { jobs }, text: `To be tried again: ${jobs.join(', ')}.` }
  },
})

export const jobCommands = [list, rerun]
