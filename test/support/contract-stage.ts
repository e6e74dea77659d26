import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { allOperations } from '#operations'
import type { Operation } from '#kernel/operation.ts'
import { apiStage, form, type ApiStage } from '#test/api-stage.ts'
import { lookUpFiles } from '#test/file-site.ts'
import { askGrant, type GrantManner } from '#test/grant.ts'
import { readXml, textsOf } from '#test/read-xml.ts'

type Sent = Readonly<Record<string, string>>

/** How a call differs from what its callers mostly send. */
export interface Manner {
  readonly method?: NonNullable<InjectOptions['method']>
  readonly host?: string
  /** The account in the query; none where it is empty. */
  readonly db?: string
  readonly path?: string
  readonly headers?: Sent
  /** Instead of the form. */
  readonly body?: string | Buffer
  readonly from?: string
}

/** The contract's fixture with every operation, and with work to ask for: documents, tasks, letters, reports. */
export interface ContractStage extends ApiStage {
  /** A token for the pair that works from anywhere. */
  readonly bearer: string
  /** Calls a service with a token as its callers mostly do: by its method, with a form where it is posted. */
  ask(word: string, fields?: Sent, manner?: Manner): Promise<LightMyRequestResponse>
  /** The body of an answer that must be 200. */
  answer(word: string, fields: Sent): Promise<string>
  /** The same asked for in JSON, read. */
  json(word: string, fields: Sent): Promise<unknown>
  /** Opens a complaint, and gives the number of its case. */
  open(fields: Sent): Promise<number>
  /** Asks for a token with a JWT of these claims. */
  grant(
    claims: Readonly<Record<string, unknown>>,
    manner?: GrantManner,
  ): Promise<LightMyRequestResponse>
  /** The rows of a query whose `$1` is the first organisation. */
  readonly rows: (sql: string, ...values: readonly unknown[]) => Promise<Record<string, unknown>[]>
}

/** The services that are posted (contract 1.3); the others are read by GET. */
export const postedWords: ReadonlySet<string> = new Set([
  'token',
  'createcase',
  'createaction',
  'updatecase',
  'updateaccount',
  'updatecustomer',
  'addcasenotes',
  'updateexternalid',
  'uploaddocuments',
])

/** The services of contract 6, apart from `token` and the download. */
export const serviceWords = [
  'createcase',
  'addcasenotes',
  'updateexternalid',
  'updatecustomer',
  'getreport',
  'updateaccount',
  'getcasedetails',
  'getcaseattribute',
  'getcasedocuments',
  'getcasecontactdetails',
  'getcasecorrespondence',
  'getrecentcaselist',
  'getcases',
  'createaction',
  'updatecase',
  'uploaddocuments',
] as const

/** The path under which documents are fetched (contract 6.9). */
export const downloadPath = '/servlet/servlets.getImg'

/** Builds the stage in a database of its own. */
export async function contractStage(
  operations: readonly Operation[] = allOperations,
): Promise<ContractStage> {
  const stage = await apiStage(operations, { lookup: lookUpFiles })
  await addWork(stage)
  const bearer = `Bearer ${await stage.token()}`
  const ask: ContractStage['ask'] = (word, fields = {}, manner = {}) =>
    stage.send(requestOf(word, fields, { headers: { authorization: bearer }, ...manner }))
  return Object.freeze<ContractStage>({
    ...stage,
    bearer,
    ask,
    ...goodAnswers(ask),
    grant: (claims, manner) => askGrant(stage, claims, manner),
    rows: (sql, ...values) => stage.test.sql(sql, [stage.organisationId, ...values]),
  })
}

function goodAnswers(ask: ContractStage['ask']): Pick<ContractStage, 'answer' | 'json' | 'open'> {
  const answer = async (word: string, fields: Sent): Promise<string> => {
    const reply = await ask(word, fields)
    const told = `${word} ${JSON.stringify(fields)} ${String(reply.headers['x-application-error-info'])}`
    assert.equal(reply.statusCode, 200, told)
    return reply.body
  }
  const json = async (word: string, fields: Sent): Promise<unknown> =>
    JSON.parse(await answer(word, { ...fields, Format: 'json' }))
  const open = async (fields: Sent): Promise<number> => {
    const opened = await answer('createcase', { Type: 'Complaint', ...fields })
    return Number(textsOf(readXml(opened), 'caseid')[0])
  }
  return { answer, json, open }
}

function requestOf(word: string, fields: Sent, manner: Manner): InjectOptions {
  const { method = postedWords.has(word) ? 'POST' : 'GET', host, body, from } = manner
  const isForm = method === 'POST' && body === undefined
  const payload = isForm ? new URLSearchParams(fields).toString() : body
  return {
    method,
    url: urlOf(word, isForm ? {} : fields, manner),
    headers: withoutAbsent({ host, ...(isForm ? form : {}), ...manner.headers }),
    ...withoutAbsent({ payload, remoteAddress: from }),
  }
}

function urlOf(word: string, fields: Sent, { db = 'demo', path }: Manner): string {
  const account: Sent = db === '' ? {} : { db }
  const query = new URLSearchParams({ ...account, ...fields }).toString()
  const place = path ?? (word === 'download' ? downloadPath : `/${word}`)
  return query === '' ? place : `${place}?${query}`
}

/** The members that are there. */
const withoutAbsent = <T>(members: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )

/** The content of the document D40017. */
export const storedPdf = '%PDF-1.7\nall there is to say\n'

async function addWork(stage: ApiStage): Promise<void> {
  const id = stage.organisationId
  const sql = (text: string, ...values: readonly unknown[]) => stage.test.sql(text, [id, ...values])
  await sql(
    `insert into options (organisation_id, list, value)
     select $1, o.list, o.value from (values ('account type', 'RENT'), ('contact method', 'Email'),
       ('contact method', 'Letter'), ('customer category', 'Tenant'), ('gender', 'Woman'),
       ('party role', 'Applicant'), ('case attribute', 'Case.ReceivedDate'),
       ('parameter', 'Customer.ContactMethod')) as o (list, value)`,
  )
  await sql(
    `insert into tasks (organisation_id, case_id, code, title, created_at, completed_at, completed_by, updated_at)
     values ($1, 700123, 'INBOUNDCALL', 'Answer the call', '2026-03-10', null, null, '2026-03-10'),
       ($1, 700123, 'DONECALL', 'Answered', '2026-03-10', '2026-03-11', 'Dee, Sam', '2026-03-11')`,
  )
  await sql(
    `insert into correspondence (organisation_id, correspondence_id, case_id, code, name, channel, subject,
       body, author, created_at, processed_at, updated_at)
     overriding system value
     select $1, c.id, 700123, c.code, c.name, c.channel, c.name, 'Dear Miss Bell', 'Dee, Sam',
       '2026-03-03 10:00Z', '2026-03-03 10:00Z', '2026-03-03'
     from (values (51002, 'ACKLET', 'Acknowledgement', 'email'),
       (51003, 'RESPLET', 'Reply', 'letter')) as c (id, code, name, channel)`,
  )
  await addDocument(stage)
  await sql(
    `update cases set is_published = true, label = 'IR - Cost of street lamps', rating = 'Low',
       received_method = 'Web', attributes = '{"Details": "Cost of street lamps"}'
     where organisation_id = $1 and case_id = 700122`,
  )
  await sql(
    `insert into case_uses (organisation_id, user_id, case_id, used_at)
     select $1, user_id, 700123, '2026-03-13 12:00Z' from users where organisation_id = $1`,
  )
  const columns = [
    'CaseDetails.CaseId',
    'CaseStatus.Status',
    'CaseStatusTouchTimes.LastUpdatedTime',
  ]
  await sql(
    `insert into reports (organisation_id, report_id, name, source, definition)
     values ($1, 55021, 'Open cases', 'cases', $2)`,
    JSON.stringify({ source: 'cases', columns }),
  )
}

async function addDocument({ test, door, organisationId }: ApiStage): Promise<void> {
  const { hash, size } = await door.outside.documents.store.put(
    organisationId,
    Readable.from([Buffer.from(storedPdf)]),
    { maxBytes: 1000 },
  )
  await test.sql(
    `insert into documents (organisation_id, document_id, case_id, name, media_type, category,
       is_self_service, state, content_hash, content_size, document_at, author)
     overriding system value
     select $1, 40017, c, 'Response (all information to be supplied)', 'application/pdf',
       'General upload', true, 'stored', $2, $3, '2026-03-14 09:30Z', 'Dee, Sam'
     from unnest(array[700122::bigint]) as c`,
    [organisationId, hash, size],
  )
}
