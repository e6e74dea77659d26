import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { DataDirectoryRefused, makeDataDirectory, lockDataDirectory } from './data-directory.ts'

const home = mkdtempSync(join(tmpdir(), 'data-directory-'))
after(() => rmSync(home, { recursive: true, force: true }))

const source = new URL('./data-directory.ts', import.meta.url).href
const program = `
  const { lockDataDirectory } = await import(${JSON.stringify(source)})
  const held = await new Promise((resolve) => {
    const tryLock = () => {
      try { resolve(lockDataDirectory(process.argv[1])) } catch (error) { resolve(error.message) }
    }
    process.stdin.once('data', tryLock)
    console.log('ready')
  })
  console.log(typeof held === 'string' ? held : 'held')
  process.stdin.on('end', () => process.exit())`

async function contend(directory: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, directory], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    child,
    tryLock: async () => {
      child.stdin.write('go\n')
      const [answer] = (await once(child.stdout, 'data')) as [Buffer]
      return answer.toString().trim()
    },
  }
}

function refusal(directory: string): string {
  try {
    lockDataDirectory(directory).release()
    return 'not refused'
  } catch (error) {
    assert.ok(error instanceof DataDirectoryRefused)
    return error.message
  }
}

test('whoever comes second is told who holds the directory, since when, and at which address', () => {
  const directory = join(home, 'new/one')
  const held = lockDataDirectory(directory)
  assert.equal(held.directory, directory)
  const since = /since \d{4}-\d\d-\d\dT[\d:.]+Z/
  assert.match(refusal(directory), new RegExp(`${directory} is in use by process ${process.pid} `))
  const before = since.exec(refusal(directory))?.[0]
  held.announce('http://localhost:8080')
  assert.match(
    refusal(directory),
    /, serving http:\/\/localhost:8080; stop it, or set DATA_DIR to another directory\.$/,
  )
  assert.equal(since.exec(refusal(directory))?.[0], before)
  held.release()
  held.release()
  assert.equal(refusal(directory), 'not refused')
  assert.equal(statSync(join(directory, 'lock')).mode & 0o777, 0o600)
})

test('a directory whose holder was killed may be taken at once', async () => {
  const directory = join(home, 'killed')
  const other = await contend(directory)
  assert.equal(await other.tryLock(), 'held')
  assert.match(refusal(directory), new RegExp(`in use by process ${other.child.pid} since`))
  other.child.kill('SIGKILL')
  await once(other.child, 'exit')
  assert.equal(refusal(directory), 'not refused')
})

test('a killed holder whose process id belongs to a living stranger hinders nobody', () => {
  const directory = join(home, 'recycled')
  lockDataDirectory(directory).release()
  writeFileSync(
    join(directory, 'lock.holder'),
    JSON.stringify({ pid: process.ppid, since: 'then' }),
  )
  const held = lockDataDirectory(directory)
  assert.match(readFileSync(join(directory, 'lock.holder'), 'utf8'), new RegExp(`${process.pid}`))
  held.release()
})

test('of six that start at once, also after a kill, exactly one gets the directory', async () => {
  const directory = join(home, 'rush')
  for (let round = 0; round < 3; round++) {
    const all = await Promise.all(Array.from({ length: 6 }, () => contend(directory)))
    const answers = await Promise.all(all.map((one) => one.tryLock()))
    assert.equal(answers.filter((answer) => answer === 'held').length, 1, answers.join('\n'))
    for (const { child } of all) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
})

test('a path that cannot be a directory is refused in words', () => {
  const file = join(home, 'letter.txt')
  writeFileSync(file, 'Dear Sir')
  assert.match(refusal(file), /letter\.txt cannot be used: EEXIST/)
})

test('a directory that no file system will make is refused in a sentence', () => {
  const impossible = process.platform === 'linux' ? '/proc/nothing/data' : '/dev/null/data'
  assert.throws(
    () => makeDataDirectory(impossible),
    (error) => {
      assert.ok(error instanceof DataDirectoryRefused)
      assert.match(error.message, /^The data directory .*data cannot be used: /)
      return true
    },
  )
})
