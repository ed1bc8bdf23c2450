import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { invalidField } from './list-error.ts'
import type { Key } from './order.ts'

/*
 * A token is the key of the last resource of a page and a seal, both in base64url. The seal covers the key and all of the
 * request that decides what the pages are, so a token of another project, filter or order is as wrong as a forged one.
 */

/** What a token belongs to. */
export interface Binding {
  readonly project: string
  readonly path: string
  readonly filter: string
  readonly orderBy: string
}

/** In UTF-16 units; a token of ours is longer only if a name of more than a thousand characters is in it. */
const longestToken = 8192

export function writePageToken(key: Key, binding: Binding, secret: string): string {
  const position = toBase64(new TextEncoder().encode(JSON.stringify(key)))
  return `${position}.${seal(position, binding, secret)}`
}

/** @throws ListError 400 when the token is not one of this request */
export function readPageToken(token: string, binding: Binding, secret: string): Key {
  const [position = '', sealed] = token.length > longestToken ? [] : token.split('.')
  if (sealed !== seal(position, binding, secret)) {
    const shown = token.length > 100 ? `${token.slice(0, 100)}…` : token
    throw invalidField('pageToken', shown, 'The page token is not one of this request.')
  }
  return JSON.parse(new TextDecoder().decode(fromBase64(position))) as Key
}

const sealLength = 16

function seal(position: string, { project, path, filter, orderBy }: Binding, secret: string): string {
  const sealed = JSON.stringify([position, project, path, filter, orderBy])
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
