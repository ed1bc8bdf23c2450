import { createHash, timingSafeEqual } from 'node:crypto'
import type { Authorize } from '../../server/index.ts'
import { UsageError } from '../usage-error.ts'

/** Allows requests with `Authorization: Bearer TOKEN`. The time of the comparison does not depend on the given token. */
export function requireToken(token: string): Authorize {
  const expected = digest(token)
  return ({ headers }) => {
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
    return timingSafeEqual(digest(given), expected) ? 'allow' : 401
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Checks a secret, which the message does not show. @throws UsageError */
export function checkSecret(option: string, secret: string | undefined): void {
  if (secret === undefined || /^[\x21-\x7e]+$/.test(secret)) return
  throw new UsageError(`${option} must be printable ASCII characters without spaces, and not empty`)
}
