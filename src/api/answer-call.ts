import { linkActor } from '#domain/documents/index.ts'
import type { AnswerContext, RowStream } from '#kernel/answer.ts'
import type { Operation } from '#kernel/operation.ts'
import { describeError } from '#platform/log.ts'
import type { Address } from './addresses/address.ts'
import type { ApiWorld } from './api-world.ts'
import { causeOf, CallRefused } from './call-refused.ts'
import { credentialsOf } from './signing-in/credentials.ts'
import { documentUrls } from './answering/document-urls.ts'
import { readDownloadToken } from './signing-in/download-token.ts'
import { checkPlace, findDownloadPlace, findPlace, type Place } from './addresses/find-place.ts'
import { contentTypes, readFormat } from './answering/format.ts'
import { grantToken } from './signing-in/grant-token.ts'
import { performCall } from './perform-call.ts'
import { readCall, type ReadCall, type ReceivedCall } from './reading/received-call.ts'
import { signIn, type NamedPair } from './signing-in/sign-in.ts'
import { wireError } from './answering/wire-error.ts'
import { valueOf, type WireParameters } from './reading/wire-parameter.ts'
import { answerReply, refusalReply, streamReply, type WireReply } from './answering/wire-reply.ts'
import type { WireWord } from './wire-word.ts'

/** The word that an address calls, undefined where it is none that is offered. */
export function offeredWord(world: ApiWorld, { word }: Address): WireWord | undefined {
  return word === 'token' || (word && world.operations.has(word)) ? word : undefined
}

/** Answers a call in the order of contract 3.4 (5); whatever happens, the answer is one of the wire's. */
export async function answerCall(
  world: ApiWorld,
  address: Address,
  call: ReceivedCall,
): Promise<WireReply> {
  const word = offeredWord(world, address)
  if (word === undefined) return refusalReply(wireError(undefined, 'address'), { isJson: false })
  const asked: Asked = { word, address, call, read: readCall(call, world.limits), named: {} }
  let place: Place | undefined
  try {
    place = await placeOf(world, asked)
    const reply = await answerAt(world, asked, place)
    noteUse(world, place, { named: asked.named, isRefused: false })
    return reply
  } catch (error) {
    noteUse(world, place, { named: asked.named, isRefused: causeOf(error) !== undefined })
    return refuse(world, { ...asked, place }, error)
  }
}

/** Counts the call for the pair that it names, if it names one. */
function noteUse(
  { keyUses, door }: ApiWorld,
  place: Place | undefined,
  { named: { pair }, isRefused }: { readonly named: NamedPair; readonly isRefused: boolean },
): void {
  if (!keyUses || !place || !pair) return
  const { organisationId } = place.organisation
  keyUses.note({ organisationId, apiKeyId: pair.apiKeyId, isRefused, at: door.clock.now() })
}

interface Asked {
  readonly word: WireWord
  readonly address: Address
  readonly call: ReceivedCall
  readonly read: ReadCall
  readonly named: NamedPair
}

function placeOf(world: ApiWorld, { word, address, read }: Asked): Promise<Place | undefined> {
  if (word !== 'download') return findPlace(world, address, read.db)
  return findDownloadPlace(world, address, downloadClaims(world, read)?.organisationId ?? 0)
}

async function answerAt(
  world: ApiWorld,
  asked: Asked,
  place: Place | undefined,
): Promise<WireReply> {
  const { word, call } = asked
  if (!place) return answerNowhere(asked)
  checkPlace(word, call.method, place)
  if (word === 'token') return answerToken(world, asked, place)
  const operation = world.operations.get(word)
  if (!operation) throw new CallRefused('address')
  return word === 'download'
    ? answerDownload(world, asked, operation)
    : answerOperation(world, { ...asked, place }, operation)
}

/** A client takes this empty answer of `token` for an unknown account, and a page for a fault (contract 1.1 (7)). */
function answerNowhere(asked: Asked): WireReply {
  const { word, call } = asked
  if (word === 'token') return { status: 200, headers: { 'content-length': '0' }, body: '' }
  const isBearer = credentialsOf(call.authorization, signingParameters(asked)).kind === 'bearer'
  throw new CallRefused(isBearer || word === 'download' ? 'token' : 'credentials')
}

async function answerToken(world: ApiWorld, asked: Asked, place: Place): Promise<WireReply> {
  const { call, read } = asked
  if (read.isUnreadable) throw new CallRefused('unreadable')
  const granted = await grantToken(world, {
    organisation: place.organisation,
    caller: call.caller,
    parameters: read.parameters,
    named: asked.named,
  })
  if ('cause' in granted) throw new CallRefused(granted.cause)
  return { status: 200, headers: { 'content-type': contentTypes.json }, body: granted.text }
}

async function answerOperation(
  world: ApiWorld,
  asked: Asked & { readonly place: Place },
  operation: Operation,
): Promise<WireReply> {
  const { word, call, read, place } = asked
  const { caller } = call
  const { organisation } = place
  const signed = signingParameters(asked)
  const credentials = credentialsOf(call.authorization, signed)
  const { named } = asked
  const said = { organisation, credentials, caller, word, parameters: signed, named }
  const actor = await signIn(world, said)
  if (typeof actor === 'string') throw new CallRefused(actor)
  const { parameters } = read
  if (read.isUnreadable) throw new CallRefused('unreadable')
  const result = await performCall(world, { operation, actor, parameters, call })
  const format = readFormat(word, valueOf(parameters, 'Format'))
  if (operation.returns === 'stream') return streamReply(result as RowStream, format)
  const context = { documentUrl: documentUrls(world, caller, organisation) }
  return answerReply(operation, result, { format, context })
}

/** A token in header or query decides (contract 3.4 (2)), and is looked at before the body is read. */
function signingParameters({ call, read }: Asked): WireParameters {
  const isToken = credentialsOf(call.authorization, read.query).kind === 'bearer'
  return isToken ? read.query : read.parameters
}

/** The token of the address names the document; nothing else of the address is believed (contract 6.9). */
async function answerDownload(
  world: ApiWorld,
  { call, read }: Asked,
  operation: Operation,
): Promise<WireReply> {
  const claims = downloadClaims(world, read)
  if (!claims) throw new CallRefused('token')
  const actor = linkActor(claims.organisationId)
  const reference = { name: 'ref', value: claims.reference }
  const parameters = new Map([['ref', reference]])
  const result = await performCall(world, { operation, actor, parameters, call })
  return answerReply(operation, result, { format: 'xml', context: noDocuments })
}

const noDocuments: AnswerContext = { documentUrl: (reference) => reference }

function downloadClaims(world: ApiWorld, { parameters }: ReadCall) {
  const token = valueOf(parameters, 'access_token') ?? ''
  return readDownloadToken(world.downloadKey, token, world.door.clock.now())
}

function refuse(
  world: ApiWorld,
  asked: Asked & { readonly place: Place | undefined },
  error: unknown,
): WireReply {
  const { word, read, call, place } = asked
  const cause = causeOf(error)
  if (cause === undefined) {
    const particulars = { requestId: call.requestId, word, ...describeError(error) }
    world.log.error(particulars, 'A call could not be answered')
  }
  // a refused call is read for its format only where that counts
  const mayBeJson = word !== 'token' && place?.organisation.settings.isErrorInJson === true
  return refusalReply(wireError(word, cause ?? 'failure'), {
    operation: world.operations.get(word),
    isJson: mayBeJson && readFormat(word, valueOf(read.parameters, 'Format')) === 'json',
  })
}
