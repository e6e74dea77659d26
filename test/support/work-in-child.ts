import { createSecretKey } from 'node:crypto'
import { startWorker } from '#jobs/worker.ts'
import { stoppedClock } from '#platform/clock.ts'
import { openReportDatabase } from '#platform/copy-out.ts'
import { openDatabase, type Address } from '#platform/database.ts'
import { documentStore } from '#platform/files/document-store.ts'
import { silentLog } from '#platform/log.ts'
import { openMailRoute } from '#platform/mail.ts'

/** What a process needs to work the queue until the test kills it. */
export interface ChildWork {
  readonly address: Address
  readonly directory: string
  readonly now: string
  readonly smtpUrl: string
}

const { address, directory, now, smtpUrl } = JSON.parse(process.argv[2] ?? '') as ChildWork
const clock = stoppedClock(now)
await startWorker({
  address: { ...address, options: '-c role=casewright_jobs' },
  database: openDatabase(address, clock),
  outside: {
    equalityKey: createSecretKey(Buffer.alloc(32, 7)),
    apiKeySealing: createSecretKey(Buffer.alloc(32, 7)),
    reports: openReportDatabase(address),
    documents: { store: await documentStore(directory), maxBytes: 1024, callSeconds: 1 },
    providers: { sealingKey: createSecretKey(Buffer.alloc(32, 7)), siteAddress: '', seconds: 1 },
    mail: openMailRoute({
      url: smtpUrl,
      from: { name: '', address: 'cases@demo.example' },
      siteAddress: 'https://cases.example.org',
    }),
  },
  clock,
  log: silentLog,
})
