import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { answerClientError } from '../../src/node/index.ts'

const errorWith = (code: string, rawPacket?: string) =>
  Object.assign(new Error(code), { code, ...(rawPacket !== undefined && { rawPacket: Buffer.from(rawPacket) }) })

describe('answerClientError', () => {
  it.each([
    [errorWith('HPE_HEADER_OVERFLOW', 'x'.repeat(100)), 'HTTP/1.1 414 URI Too Long'],
    [errorWith('HPE_HEADER_OVERFLOW'), 'HTTP/1.1 414 URI Too Long'],
    [errorWith('HPE_HEADER_OVERFLOW', 'a: b\r\nc: d'), 'HTTP/1.1 431 Request Header Fields Too Large'],
    [errorWith('ERR_HTTP_REQUEST_TIMEOUT'), 'HTTP/1.1 408 Request Timeout'],
    [errorWith('HPE_INVALID_METHOD'), 'HTTP/1.1 400 Bad Request'],
  ])('answers %s', async (error, status) => {
    const socket = new PassThrough()
    answerClientError(error, socket)
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    expect(head.split('\r\n')[0]).toBe(status)
    expect(JSON.parse(body)).toMatchObject({ error: { code: Number(status.slice(9, 12)) } })
  })

  it('closes what cannot be answered', () => {
    const [reset, ended] = [new PassThrough(), new PassThrough()]
    answerClientError(errorWith('ECONNRESET'), reset)
    ended.end()
    answerClientError(errorWith('HPE_INVALID_METHOD'), ended)
    expect([reset.destroyed, ended.destroyed]).toEqual([true, true])
  })
})
