import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commandLine } from '#test/casewright.ts'

const line = commandLine()
const { casewright, json } = line
const folder = join(line.directory, '..', 'ours')
const code = 'housing-complaints'

before(async () => {
  cpSync(fileURLToPath(new URL(`../../../packs/${code}`, import.meta.url)), folder, {
    recursive: true,
  })
  await casewright('organisation', 'create', 'north', '--name', 'North Homes')
})
after(() => line.remove())

const amend = (file: string, [what, by]: readonly [string, string]) => {
  const path = join(folder, file)
  const text = readFileSync(path, 'utf8')
  assert.ok(text.includes(what), what)
  writeFileSync(path, text.replace(what, by))
}

test('a pack is shown and checked without a database', async () => {
  const { out } = await casewright('pack', 'show', code)
  assert.match(out, /Rests on:\n {2}- Housing Ombudsman Complaint Handling Code/)
  const sound = await casewright('pack', 'check', folder)
  assert.deepEqual([sound.code, sound.errors], [0, ''])
  assert.match(sound.out, /3 sample cases came out as must be/)
  const none = await casewright('pack', 'check', 'allotments')
  assert.match(
    none.errors,
    /"allotments" is no folder and no pack; there are: .*housing-complaints/,
  )
})

test('what is wrong with a pack is told, and keeps it out', async () => {
  amend('sample.json', ['"closedOn": "2027-02-15"', '"closedOn": "2027-02-16"'])
  const { code: exit, out } = await casewright('pack', 'check', folder)
  assert.equal(exit, 1)
  assert.match(out, /is closed on 2027-02-15, not 2027-02-16/)
  const kept = await casewright('pack', 'install', folder, '--yes')
  assert.match(kept.errors, /is at fault\. Mend this:/)
  amend('sample.json', ['"closedOn": "2027-02-16"', '"closedOn": "2027-02-15"'])
})

test('nothing is installed where nobody was asked', async () => {
  const { code: exit, out, errors } = await casewright('pack', 'install', code)
  assert.deepEqual([exit, out], [1, ''])
  assert.match(errors, /- case type HousingComplaint \(new in the pack\)/)
  assert.match(errors, /- REVIEWERS \(Complaint reviewers\)\n/)
  assert.match(errors, /Nothing was changed: say --yes/)
  const { packs } = await json<{ packs: { installed: unknown }[] }>(
    'pack',
    'list',
    '--organisation',
    'north',
  )
  assert.ok(packs.every(({ installed }) => installed === null))
})

test('where a team is missing, the command that makes it is named', async () => {
  const to = ['--team', 'REVIEWERS=APPEALS', '--yes'] as const
  const { code: exit, errors } = await casewright('pack', 'install', code, ...to)
  assert.equal(exit, 1)
  assert.match(errors, /There is no team APPEALS to stand for REVIEWERS\n/)
  assert.match(errors, /team create APPEALS --organisation north --name NAME\n$/)
})

test('a pack is installed, compared with the next one, and updated', async () => {
  const installed = await json<{ teams: string[]; kept: string[] }>(
    'pack',
    'install',
    code,
    '--yes',
  )
  assert.deepEqual(installed.teams, ['HOUSING', 'COMPLAINTS', 'REVIEWERS'])
  amend('pack.json', ['"1.0.2"', '"1.1.0"'])
  amend('letters/stage-1-acknowledgement.txt', ['Dear ', 'Good day '])
  amend('case-types/complaint.json', ['"Estate services"', '"Estates"'])
  const compared = await casewright('pack', 'compare', folder)
  assert.match(compared.out, /^housing-complaints 1\.1\.0; 1\.0\.2 is installed\.\n/)
  assert.match(
    compared.out,
    /- case type HousingComplaint: changed in the pack\n {3}Changed in the pack since then:\n {5}fields\[ServiceArea\]\.values:\n/,
  )
  assert.match(compared.out, /^ {7}- {3}"Estate services",\n {7}\+ {3}"Estates",\n/m)
  assert.match(compared.out, /^ {7}- .*Dear [^]*^ {7}\+ Good day /m)
  assert.match(compared.out, /- letter HO-S2-ACK: same\n/)
  const updated = await json<{ published: unknown[] }>('pack', 'update', folder, '--yes')
  assert.deepEqual(updated.published, [{ name: 'HousingComplaint', version: 2 }])
  const older = await casewright('pack', 'update', code, '--yes')
  assert.match(older.errors, /is installed in version 1\.1\.0, which is newer/)
  const { entries } = await json<{
    entries: { operation: string; particulars: { pack?: string } }[]
  }>('audit', 'show')
  assert.deepEqual(
    entries.slice(-2).map(({ operation, particulars }) => [operation, particulars.pack]),
    [
      ['pack install', code],
      ['pack update', code],
    ],
  )
})
