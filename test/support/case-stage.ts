import assert from 'node:assert/strict'
import { createCase } from '#domain/cases/index.ts'
import { configuredCaseTypes, publishCaseType } from '#domain/case-types/index.ts'
import { organisationSettings } from '#domain/organisations/index.ts'
import { fixture, type Fixture } from '#test/fixture.ts'

type Sent = Readonly<Record<string, string>>
/** What createcase answered. */
export interface Created {
  readonly caseId: number
  readonly team?: string
  readonly organisation?: string
  readonly documentIds: readonly number[]
}
type Rows = Record<string, unknown>[]

/** The fixture with lists, a second team and ways to open cases and look at them. */
export interface CaseStage extends Fixture {
  /** Opens a case as the website. */
  create(sent: Sent): Promise<Created>
  /** Rows of the first organisation: `$1` is the organisation, `$2` the case. */
  rows(sql: string, caseId?: number): Promise<Rows>
  theCase(caseId: number): Promise<Record<string, unknown>>
  flagsOf(caseId: number): Promise<Rows>
  /** Publishes a case type and waits until everyone has heard of it. */
  publish(definition: object): Promise<void>
  setStrict(isStrict: boolean): Promise<void>
  /** Expects a refusal of this name, with these flaws. */
  refused(sent: Sent, name: string, ...flaws: object[]): Promise<void>
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}

const furnish = (stage: Fixture) =>
  stage.test.sql(
    `with listed as (
       insert into options (organisation_id, list, value)
       select $1, o.list, o.value
       from (values ('account type', 'RENT'), ('party role', 'Applicant'), ('gender', 'Woman'),
         ('parameter', 'Customer.Gender'), ('parameter', 'Customer.Category'),
         ('customer category', 'Tenant'), ('case attribute', 'Case.Jurisdiction'),
         ('case attribute', 'Case.ReceivedDate')) as o (list, value)
     )
     insert into teams (organisation_id, code, name) values ($1, 'ROADS', 'Roads')`,
    [stage.organisationId],
  )

function looking(stage: Fixture) {
  const { organisationId, test } = stage
  const rows = (sql: string, caseId?: number) =>
    test.sql(sql, caseId === undefined ? [organisationId] : [organisationId, caseId])
  return {
    rows,
    theCase: async (caseId: number) =>
      (await rows(`select * from cases where organisation_id = $1 and case_id = $2`, caseId))[0] ??
      {},
    flagsOf: (caseId: number) =>
      rows(
        `select parameter, text from case_flags where organisation_id = $1 and case_id = $2
         order by flag_id`,
        caseId,
      ),
  }
}

function configuring({ organisationId, test, clock }: Fixture) {
  return {
    async publish(definition: object) {
      const done = await test.database.write(organisationId, (db) =>
        publishCaseType(db, definition, clock.now()),
      )
      assert.ok('caseType' in done, JSON.stringify(done))
      const { caseTypeId, version } = done.caseType
      await until(() =>
        test.database.read(organisationId, async (db) =>
          (await configuredCaseTypes(db)).some(
            (type) => type.caseTypeId === caseTypeId && type.version === version,
          ),
        ),
      )
    },
    async setStrict(isStrict: boolean) {
      await test.sql(`update organisations set settings = $2 where organisation_id = $1`, [
        organisationId,
        JSON.stringify({ isStrict }),
      ])
      await until(() =>
        test.database.read(
          organisationId,
          async (db) => (await organisationSettings(db)).isStrict === isStrict,
        ),
      )
    },
  }
}

/** Builds the stage in a database of its own. */
export async function caseStage(): Promise<CaseStage> {
  const stage = await fixture()
  await furnish(stage)
  const create = async (sent: Sent) => (await stage.perform(createCase, sent)) as Created
  return Object.freeze({
    ...stage,
    ...looking(stage),
    ...configuring(stage),
    create,
    refused: (sent: Sent, name: string, ...flaws: object[]) =>
      assert.rejects(create(sent), (error: { kind: { name: string }; flaws: object[] }) => {
        assert.equal(error.kind.name, name)
        const bare = error.flaws.map((flaw) => ({ ...flaw, message: undefined }))
        assert.deepEqual(
          bare,
          flaws.map((flaw) => ({ ...flaw, message: undefined })),
        )
        return true
      }),
  })
}
