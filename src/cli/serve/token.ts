import { createHash, timingSafeEqual } from 'node:crypto'
import type { Authorize } from '../../server/index.ts'
import { UsageError } from '../usage-error.ts'

/** Serves who has the token, `Authorization: Bearer TOKEN`. How long it takes does not tell how much of it was right. */
export function requireToken(token: string): Authorize {
  const expected = digest(token)
  return ({ headers }) => {
    const [, given = ''] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
    return timingSafeEqual(digest(given), expected) ? 'allow' : 401
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Checks what is to be kept secret, so the message does not show it. @throws UsageError */
export function checkSecret(option: string, secret: string | undefined): void {
  if (secret === undefined || /^[\x21-\x7e]+$/.test(secret)) return
  throw new UsageError(`${option} must be printable ASCII characters without spaces, and not empty`)
}
