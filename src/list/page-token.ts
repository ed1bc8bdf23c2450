import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { invalidField } from './list-error.ts'
import { isKeyOf, type OrderKey, type OrderBy } from './order.ts'

/*
 * A token is the key of the last resource of a page and a seal, both in base64url. The seal covers the key and every
 * parameter that determines the pages. A token of another list, filter or order is rejected like a forged one.
 */

/** The parameters that a token is valid for. */
export interface Binding {
  readonly project: string
  readonly path: string
  readonly filter: string
  readonly orderBy: OrderBy
  /** As in the request of an aggregated list; false for other lists. */
  readonly includeAllScopes: boolean
}

/** In UTF-16 units. Only a name, an `id` and a scope of more than a thousand characters together make a longer token. */
const maxTokenLength = 8192

export function writePageToken(key: OrderKey, binding: Binding, secret: string): string {
  const position = toBase64(new TextEncoder().encode(JSON.stringify(key)))
  return `${position}.${seal(position, binding, secret)}`
}

/** @throws ListError 400 when the token does not belong to this request */
export function readPageToken(token: string, binding: Binding, secret: string): OrderKey {
  const [position = '', sealed = '', ...others] = token.length > maxTokenLength ? [] : token.split('.')
  const isSealed = isSame(sealed, seal(position, binding, secret)) && others.length === 0
  const key = isSealed ? readKey(position) : undefined
  if (isKeyOf(binding.orderBy, key)) return key
  throw invalidField('pageToken', token, 'The page token does not belong to this request.')
}

function readKey(position: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(fromBase64(position)))
  } catch {
    return undefined
  }
}

/** Takes the same time wherever the first difference is, so that a seal cannot be guessed piece by piece. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let at = 0; at < other.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}

const sealLength = 16

function seal(position: string, binding: Binding, secret: string): string {
  const { project, path, filter, orderBy, includeAllScopes } = binding
  const sealed = JSON.stringify([position, project, path, filter, orderBy, includeAllScopes])
  const code = hmac(sha256, new TextEncoder().encode(secret), new TextEncoder().encode(sealed))
  return toBase64(code.subarray(0, sealLength))
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
