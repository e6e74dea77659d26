import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTar, tarEnd, tarEntry, TarBroken } from './tar.ts'

const modifiedAt = new Date('2026-03-14T09:30:00Z')

interface File {
  readonly name: string
  readonly content: Buffer
}

async function archiveOf(files: readonly File[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  for (const { name, content } of files)
    for await (const chunk of tarEntry({ name, size: content.length, modifiedAt }, [content]))
      chunks.push(chunk)
  return Buffer.concat([...chunks, tarEnd()])
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function contentsOf(bytes: Buffer, chunkSize: number): Promise<File[]> {
  const files: File[] = []
  for await (const { name, content } of readTar(inChunks(bytes, chunkSize))) {
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk)
    files.push({ name, content: Buffer.concat(chunks) })
  }
  return files
}

const files = fc.array(
  fc
    .tuple(fc.stringMatching(/^[a-z]{1,20}\/[a-z0-9.]{1,60}$/), fc.uint8Array({ maxLength: 1500 }))
    .map(([name, bytes]) => ({ name, content: Buffer.from(bytes) })),
  { maxLength: 6 },
)

test('what is put into an archive comes out of it, however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 2000 }), async (given, chunkSize) => {
      assert.deepEqual(await contentsOf(await archiveOf(given), chunkSize), given)
    }),
    { numRuns: 60 },
  )
})

test('entries that are not read are passed over', async () => {
  const archive = await archiveOf([
    { name: 'a', content: Buffer.alloc(700, 1) },
    { name: 'b', content: Buffer.from('read me') },
  ])
  const names: string[] = []
  for await (const { name } of readTar(inChunks(archive, 100))) names.push(name)
  assert.deepEqual(names, ['a', 'b'])
})

test('any tar reads it', async () => {
  const archive = await archiveOf([{ name: 'tables/cases', content: Buffer.from('1\tAnn\n') }])
  const { status, stdout } = spawnSync('tar', ['-xOf', '-', 'tables/cases'], { input: archive })
  assert.equal(status, 0)
  assert.equal(String(stdout), '1\tAnn\n')
})

test('a size of eight gibibytes or more is kept', async () => {
  const size = 9 * 2 ** 30 + 5
  const { value: header } = await tarEntry({ name: 'big', size, modifiedAt }, []).next()
  const { value: entry } = await readTar(inChunks(header as Buffer, 512)).next()
  assert.equal(entry?.size, size)
})

test('an archive that ends anywhere but at its end is broken', async () => {
  const archive = await archiveOf([{ name: 'a', content: Buffer.alloc(900, 7) }])
  const end = archive.length - 1024
  for (const length of [0, 100, 512, 700, 1300, end - 1, end])
    await assert.rejects(contentsOf(archive.subarray(0, length), 64), TarBroken, String(length))
})

test('a damaged heading is no heading', async () => {
  const archive = await archiveOf([{ name: 'a', content: Buffer.from('x') }])
  archive[3] = 65
  await assert.rejects(contentsOf(archive, 512), TarBroken)
})

test('content of another size than announced is refused', async () => {
  const entry = tarEntry({ name: 'a', size: 3, modifiedAt }, [Buffer.from('four')])
  await assert.rejects(async () => {
    for await (const chunk of entry) assert.ok(chunk)
  }, RangeError)
})
