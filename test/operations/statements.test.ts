import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { declaredStatements, type Prepared } from '#platform/statement.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'

interface Field {
  name: string
  tableID: number
  columnID: number
  dataTypeID: number
}
interface Wire {
  parse(query: { text: string; name: string }): void
  describe(what: { type: 'S'; name: string }): void
  sync(): void
}

/** Asks PostgreSQL what a statement returns, without running it. */
class Description {
  readonly #text: string
  readonly fields: Promise<readonly Field[]>
  #resolve!: (fields: readonly Field[]) => void
  #reject!: (error: Error) => void
  #found: readonly Field[] = []
  constructor(text: string) {
    this.#text = text
    this.fields = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }
  submit(wire: Wire) {
    wire.parse({ text: this.#text, name: '' })
    wire.describe({ type: 'S', name: '' })
    wire.sync()
  }
  handleRowDescription({ fields }: { fields: Field[] }) {
    this.#found = fields
  }
  handleNoData() {}
  handleError(error: Error) {
    this.#reject(error)
  }
  handleReadyForQuery() {
    this.#resolve(this.#found)
  }
}

let stage: TestDatabase
let client: pg.Client
before(async () => {
  stage = await testDatabase()
  client = new pg.Client(stage.address)
  await client.connect()
  for (const file of globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] }))
    if (
      /(find|get|list|change)\(\{/.test(readFileSync(file, 'utf8')) &&
      /statement\.ts'/.test(readFileSync(file, 'utf8'))
    )
      await import(new URL(`../../${file}`, import.meta.url).href)
})
after(async () => {
  await client.end()
  await stage.close()
})

async function describe(statement: Prepared): Promise<readonly Field[]> {
  const description = new Description(statement.text)
  client.query(description as unknown as pg.Submittable)
  return description.fields
}

async function mayBeNull({ tableID, columnID }: Field): Promise<boolean> {
  if (tableID === 0) return false
  const { rows } = await client.query<{ attnotnull: boolean }>(
    'select attnotnull from pg_attribute where attrelid = $1 and attnum = $2',
    [tableID, columnID],
  )
  return rows[0]?.attnotnull === false
}

test('every statement fits the migrated database: names, types and nulls of what it returns', async () => {
  const statements = declaredStatements()
  assert.ok(statements.length > 10, 'the statements were found')
  for (const statement of statements) {
    const about = statement.text.slice(0, 60)
    const fields = await describe(statement)
    assert.deepEqual(
      fields.map(({ name }) => name).toSorted(),
      Object.keys(statement.returns).toSorted(),
      about,
    )
    for (const field of fields) {
      const declared = statement.returns[field.name]
      const { rows } = await client.query<{ id: number }>('select $1::regtype::oid::int as id', [
        declared?.sqlType,
      ])
      assert.equal(field.dataTypeID, rows[0]?.id, `the type of ${field.name} in ${about}`)
      if (await mayBeNull(field))
        assert.ok(declared?.isNullable, `${field.name} may be null in ${about}`)
    }
  }
})
