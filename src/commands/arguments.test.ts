import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { documentSource } from '#commands/organisation/document-source.ts'
import { readArguments } from './arguments.ts'
import { command } from './command.ts'
import { allCommands, commandsOf } from './commands.ts'
import { UsageFault } from './fault.ts'
import { commandGuide } from './guide.ts'
import { helpOf } from './help.ts'
import { count, network, newOrganisationName, words } from './kinds.ts'
import { flag, optional, repeated, required } from './part.ts'

const all = await allCommands()
const nothing = async () => ({ json: {}, text: '' })
const wording = { placeholder: 'X', meaning: 'Something.' }

const paint = command({
  name: 'wall paint',
  summary: 'Paint.',
  operands: {
    wall: required(words, { ...wording, placeholder: 'WALL' }),
    coats: optional(count, wording),
  },
  options: { colour: required(words, wording), quickly: flag('Hurry.') },
  example: 'wall paint north --colour red',
  run: nothing,
})
const mix = command({
  name: 'paint mix',
  summary: 'Mix.',
  operands: {},
  options: { with: repeated(words, { ...wording, least: 0 }), in: optional(words, wording) },
  example: 'paint mix --with red',
  run: nothing,
})
const read = (...typed: string[]) => readArguments(paint, typed)
const refusal = (...typed: string[]): string => {
  try {
    read(...typed)
  } catch (error) {
    assert.ok(error instanceof UsageFault)
    return error.message
  }
  assert.fail(`taken: ${typed.join(' ')}`)
}

test('operands and options may stand in any order, and values behind = or a space', () => {
  const given = { wall: 'north', coats: 2, colour: 'red', quickly: false }
  assert.deepEqual(read('north', '2', '--colour', 'red').given, given)
  assert.deepEqual(read('--colour=red', 'north', '2').given, given)
  assert.deepEqual(read('--colour=--odd', 'north', '--quickly').given, {
    wall: 'north',
    coats: undefined,
    colour: '--odd',
    quickly: true,
  })
})

test('every fault is told at once, with what was given', () => {
  assert.equal(
    refusal('', 'many'),
    'WALL must not be empty ("" was given); X must be a whole number from 1 to 1000000 ("many" was given); --colour is missing; see: casewright wall paint --help',
  )
})

test('what the command does not know is refused with what it does know', () => {
  assert.match(
    refusal('north', '--color', 'red'),
    /no option --color; its options are --colour, --quickly, --json, --help/,
  )
  assert.match(refusal('north', '-c', 'red'), /no option -c;/)
  assert.match(refusal('north', '1', 'south', '--colour', 'red'), /"south" is one word too many/)
  assert.match(refusal('north', '--colour'), /--colour needs a value/)
  assert.match(refusal('north', '--colour', '--quickly'), /--colour needs a value/)
  assert.match(refusal('north', '--colour', 'red', '--quickly=yes'), /--quickly takes no value/)
  assert.match(refusal('north', '--toString', 'red'), /no option --toString/)
})

test('values of a repeated option may follow one another or be named one by one', () => {
  for (const typed of [
    ['--with', 'red', 'blue', '--in', 'a pot'],
    ['--with', 'red', '--in', 'a pot', '--with', 'blue'],
  ])
    assert.deepEqual(readArguments(mix, typed).given, { with: ['red', 'blue'], in: 'a pot' })
  assert.throws(() => readArguments(mix, ['--in', 'a pot', 'red']), UsageFault)
})

test('who asks for help gets it, whatever else is missing', () => {
  assert.deepEqual(read('--help', '--json'), { given: {}, isJson: true, isHelp: true })
})

test('kinds take what is good and say what is wrong with the rest', () => {
  for (const kind of [newOrganisationName, network, words, count, documentSource]) {
    for (const good of kind.good) assert.ok('value' in kind.read(good), `${kind.name} ${good}`)
    for (const bad of kind.bad) assert.ok('fault' in kind.read(bad), `${kind.name} ${bad}`)
  }
})

test('every command has a summary, a meaning for each part, and an example that it takes', async () => {
  const names = all.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const each of all) {
    const near = await commandsOf(each.name.split(' ')[0] ?? '')
    assert.ok(near.includes(each), `${each.name} is found by its first word`)
    assert.match(each.summary, /^[A-Z].*\.$/, each.name)
    for (const { meaning } of [...Object.values(each.operands), ...Object.values(each.options)])
      assert.match(meaning, /^[A-Z].*\.$/, each.name)
    assert.ok(each.example.startsWith(each.name), each.example)
    const typed = each.example.slice(each.name.length).replace(/ > .*/, '')
    const args = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? '',
    )
    readArguments(each, args)
    assert.ok(helpOf(each, 'casewright').includes(each.summary))
  }
})

test('the guide to commands says what the commands are', () => {
  const guide = readFileSync(new URL('../../docs/guide/commands.md', import.meta.url), 'utf8')
  assert.equal(guide, commandGuide(all))
})
