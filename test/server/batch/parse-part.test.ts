import { describe, expect, it } from 'vitest'
import { parsePart } from '../../../src/server/batch/parse-part.ts'

const parse = (text: string) => {
  const { id, readRequest } = parsePart(text, 1000)
  return { id, ...readRequest() }
}
const head = 'Content-Type: application/http\r\nContent-ID: <a+1>\r\n\r\n'
const target = '/compute/v1/projects/p/global/images?filter=a%3Db'
const found = { id: '<a+1>', method: 'GET', target, authorization: undefined }

describe('a part', () => {
  it.each([
    [`${head}GET ${target} HTTP/1.1\r\n\r\n`],
    [`${head}GET ${target} HTTP/1.0\r\nAccept: x\r\n\r\nbody`],
    [`${head}GET ${target}`],
    [`${head}GET https://compute.googleapis.com${target} HTTP/1.1`],
    [`${head}GET HTTP://127.0.0.1:8080${target} HTTP/1.1`],
    [
      // As gcloud writes it.
      `Content-Type: application/http\nMIME-Version: 1.0\nContent-Transfer-Encoding: binary\nContent-ID: <a+1>\n\nGET ${target} HTTP/1.1\nContent-Type: application/json\nMIME-Version: 1.0\ncontent-length: 0\nuser-agent: x\nHost: 127.0.0.1:8080\n\n`,
    ],
    [
      `content-type:application/http; charset=x\r\ncontent-id:<a+1>  \r\ncontent-id: <b>\r\n\r\nGET ${target} HTTP/1.1\r\n\r\n`,
    ],
  ])('%j', (text) => {
    expect(parse(text)).toEqual(found)
  })

  it('may have credentials, and no name', () => {
    const text = `Content-Type: application/http\r\n\r\nHEAD ${target} HTTP/1.1\r\nAuthorization: Bearer x\r\n\r\n`
    expect(parse(text)).toEqual({ id: undefined, method: 'HEAD', target, authorization: 'Bearer x' })
  })

  it('keeps a path that begins with two slashes', () => {
    expect(parse(`${head}GET //x/y HTTP/1.1`).target).toBe('//x/y')
  })

  const malformed = (why: string) => `Bad request: the part of the batch is malformed: ${why}.`
  it.each([
    ['', malformed('its Content-Type is not application/http')],
    ['\r\nGET / HTTP/1.1', malformed('its Content-Type is not application/http')],
    [`Content-ID: <a>\r\n\r\nGET ${target}`, malformed('its Content-Type is not application/http')],
    [`Content-Type: application/httpx\r\n\r\nGET ${target}`, malformed('its Content-Type is not application/http')],
    [`Content-Type: application/json\r\n\r\n{}`, malformed('its Content-Type is not application/http')],
    [`Content-Type : application/http\r\n\r\nGET ${target}`, malformed('its headers cannot be read')],
    [`Content-Type: application/http\r\n x: y\r\n\r\nGET ${target}`, malformed('its headers cannot be read')],
    [`Content-ID: a\0b\r\n\r\nGET ${target}`, malformed('its headers cannot be read')],
    [`Content-ID: a\rSet-Cookie: b\r\n\r\nGET ${target}`, malformed('its headers cannot be read')],
    [`Content-ID: ä\r\n\r\nGET ${target}`, malformed('its headers cannot be read')],
    [`${head}GET ${target} HTTP/1.1\r\nx\r\n\r\n`, malformed('its headers cannot be read')],
    [`x: ${'x'.repeat(20_000)}\r\n\r\nGET ${target}`, 'The headers are too large.'],
    [`${head}GET ${target} HTTP/1.1\r\nx: ${'x'.repeat(20_000)}`, 'The headers are too large.'],
    ['x'.repeat(4e6), 'The headers are too large.'],
    [`${head}GET /${'x'.repeat(1000)} HTTP/1.1`, 'The URL is too long.'],
    [`${head}${'x'.repeat(4e6)}`, 'The URL is too long.'],
    [head, malformed('it does not begin with a request line')],
    [`${head}GET`, malformed('it does not begin with a request line')],
    [`${head}GET  ${target}`, malformed('it does not begin with a request line')],
    [`${head} GET ${target}`, malformed('it does not begin with a request line')],
    [`${head}GET ${target} HTTP/2`, malformed('it does not begin with a request line')],
    [`${head}GET /a\0b HTTP/1.1`, malformed('it does not begin with a request line')],
    [`${head}GET /ä HTTP/1.1`, malformed('it does not begin with a request line')],
    [`${head}GET /a#b HTTP/1.1`, malformed('it does not begin with a request line')],
    [`${head}GET x HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET * HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET ftp://x/y HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET https:///y HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET https://x HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET /a/../b HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET /%2e%2e/b HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}GET /a\\b HTTP/1.1`, malformed('the target of its request is not a normalized path')],
    [`${head}POST ${target} HTTP/1.1\r\n\r\n{}`, 'Method not allowed in a batch: POST.'],
    [`${head}get ${target} HTTP/1.1`, 'Method not allowed in a batch: get.'],
  ])('%.200j is rejected', (text, message) => {
    expect(() => parse(text)).toThrow(message)
  })

  it('has no name if its headers cannot be read', () => {
    expect(parsePart('Content-ID: <a>\r\nx\r\n\r\n', 10).id).toBeUndefined()
  })
})
