import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { MasterKeyFault, readMasterKey } from './master-key.ts'

async function emptyDirectory(t: TestContext): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'master-key-'))
  t.after(() => rm(directory, { recursive: true }))
  return directory
}

const fault = (words: RegExp) => (error: unknown) =>
  error instanceof MasterKeyFault && words.test(error.message)

test('the key given in the environment is used and no file is made', async (t) => {
  const directory = await emptyDirectory(t)
  const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
  const key = await readMasterKey({ value: bytes.toString('base64'), directory })
  assert.deepEqual(key.export(), bytes)
  assert.deepEqual(await readdir(directory), [])
})

test('a key of the wrong form is refused in words that do not repeat it', async (t) => {
  const directory = await emptyDirectory(t)
  const short = Buffer.alloc(16, 9).toString('base64')
  await assert.rejects(
    readMasterKey({ value: short, directory }),
    (error: Error) =>
      fault(/has 16 bytes, but must have 32/)(error) && !error.message.includes(short),
  )
  await assert.rejects(readMasterKey({ value: 'correct horse!', directory }), fault(/not base64/))
  await assert.rejects(readMasterKey({ value: '', directory }), fault(/has 0 bytes/))
})

test('without one, a key is made that only its owner reads, and the next start finds it', async (t) => {
  const directory = join(await emptyDirectory(t), 'data')
  const made = await readMasterKey({ directory })
  assert.equal((await stat(join(directory, 'master.key'))).mode & 0o777, 0o600)
  assert.equal(made.symmetricKeySize, 32)
  assert.ok(made.equals(await readMasterKey({ directory })))
  assert.deepEqual(await readdir(directory), ['master.key'])
})

test('a key file that others may read is refused', async (t) => {
  const directory = await emptyDirectory(t)
  await readMasterKey({ directory })
  await chmod(join(directory, 'master.key'), 0o640)
  await assert.rejects(readMasterKey({ directory }), fault(/mode 640.*set its mode to 600/))
})

test('a key file cut short is refused and left as it is', async (t) => {
  const directory = await emptyDirectory(t)
  const path = join(directory, 'master.key')
  await writeFile(path, 'AAAA', { mode: 0o600 })
  await assert.rejects(readMasterKey({ directory }), fault(/has 3 bytes/))
  assert.equal(await readFile(path, 'utf8'), 'AAAA')
})

test('processes that start at the same moment agree on one key', async (t) => {
  const directory = await emptyDirectory(t)
  const module = JSON.stringify(import.meta.resolve('./master-key.ts'))
  const program = `
    import { readMasterKey } from ${module}
    const keys = await Promise.all([1, 2, 3].map(() => readMasterKey({ directory: process.argv[1] })))
    for (const key of keys) process.stdout.write(key.export().toString('hex') + '\\n')`
  const args = ['--input-type=module', '-e', program, directory]
  const runs = [1, 2, 3].map(() => promisify(execFile)(process.execPath, args))
  const keys = (await Promise.all(runs)).flatMap(({ stdout }) => stdout.trim().split('\n'))
  assert.equal(keys.length, 9)
  assert.equal(new Set(keys).size, 1)
})
