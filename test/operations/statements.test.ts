import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test, type TestContext } from 'node:test'
import pg from 'pg'
import { declaredStatements, type Prepared } from '#platform/statement.ts'
import { testDatabase } from '#test/database.ts'

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

/** Declares every statement there is, by importing whatever declares some. */
async function importStatements(): Promise<void> {
  for (const file of globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] })) {
    const source = readFileSync(file, 'utf8')
    if (/(find|get|list|change)\(\{/.test(source) && /statement\.ts'/.test(source))
      await import(new URL(`../../${file}`, import.meta.url).href)
  }
}

/** A connection to a migrated database, until the test ends. */
async function connect(t: TestContext): Promise<pg.Client> {
  const stage = await testDatabase()
  const client = new pg.Client(stage.address)
  t.after(async () => {
    await client.end()
    await stage.close()
  })
  await client.connect()
  return client
}

async function describe(client: pg.Client, statement: Prepared): Promise<readonly Field[]> {
  const description = new Description(statement.text)
  client.query(description as unknown as pg.Submittable)
  return description.fields
}

async function mayBeNull(client: pg.Client, { tableID, columnID }: Field): Promise<boolean> {
  if (tableID === 0) return false
  const { rows } = await client.query<{ attnotnull: boolean }>(
    'select attnotnull from pg_attribute where attrelid = $1 and attnum = $2',
    [tableID, columnID],
  )
  return rows[0]?.attnotnull === false
}

test('every statement fits the migrated database: names, types and nulls of what it returns', async (t) => {
  const client = await connect(t)
  await importStatements()
  const statements = declaredStatements()
  assert.ok(statements.length > 10, 'the statements were found')
  for (const statement of statements) {
    const about = statement.text.slice(0, 60)
    const fields = await describe(client, statement)
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
      if (await mayBeNull(client, field))
        assert.ok(declared?.isNullable, `${field.name} may be null in ${about}`)
    }
  }
})
