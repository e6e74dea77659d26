import assert from 'node:assert/strict'
import { test } from 'node:test'
import { welcome } from './welcome.ts'

const printed = (dataDirectory: string): string =>
  welcome('http://localhost:8080', { dataDirectory, databaseUrl: undefined }, [])

test('the commands to try next name the data directory where it is not the usual one', () => {
  const elsewhere = printed('/var/lib/casewright')
  assert.match(elsewhere, /^ {5}DATA_DIR=\/var\/lib\/casewright npm run .* api-key create/m)
  assert.match(
    elsewhere,
    /password, .*:\n +DATA_DIR=\/var\/lib\/casewright npm run .* user sign-in-link/,
  )
  assert.match(printed("/srv/Ann's data"), / DATA_DIR='\/srv\/Ann'\\''s data' npm run/)
  assert.doesNotMatch(printed('./data'), /DATA_DIR/)
})

test('passwords that were just made are shown with whose they are', () => {
  const person = { email: 'ife@demo.example', fullName: 'Okafor, Ife', role: 'manager' }
  const place = { dataDirectory: './data', databaseUrl: undefined }
  const told = welcome('http://localhost:8080', place, [{ ...person, password: 'ab-cd' }])
  assert.match(
    told,
    /Sign in at http:\/\/localhost:8080\/sign-in .*this once:\n\n +ife@demo\.example {2}ab-cd {2}manager\n/,
  )
})
