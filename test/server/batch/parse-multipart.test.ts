import { describe, expect, it } from 'vitest'
import { parseMultipart, readBoundary } from '../../../src/server/batch/parse-multipart.ts'

const malformed = (why: string) => `Bad request: the batch is malformed: ${why}.`

describe('the boundary', () => {
  it.each([
    ['multipart/mixed; boundary=a', 'a'],
    ['multipart/mixed; boundary="a"', 'a'],
    [
      'Multipart/Mixed;charset=UTF-8;BOUNDARY="===============7330845974216740156=="',
      '===============7330845974216740156==',
    ],
    [`multipart/mixed; boundary=${'x'.repeat(70)}`, 'x'.repeat(70)],
    ['multipart/mixed; boundary="a b" ; x=y', 'a b'],
    ['multipart/mixed; boundary="\'()+_,-./:=?"', "'()+_,-./:=?"],
  ])('is read from %j', (type, boundary) => {
    expect(readBoundary(type)).toBe(boundary)
  })

  it.each<readonly [type: string, why: string]>([
    ['', 'its Content-Type is not multipart/mixed'],
    ['application/json', 'its Content-Type is not multipart/mixed'],
    ['multipart/form-data; boundary=a', 'its Content-Type is not multipart/mixed'],
    ['multipart/mixedx; boundary=a', 'its Content-Type is not multipart/mixed'],
    ...[
      'multipart/mixed',
      'multipart/mixed; boundary=',
      'multipart/mixed; boundary=""',
      'multipart/mixed; boundary="a',
      'multipart/mixed; boundary="a "',
      'multipart/mixed; boundary="a\\"b"',
      'multipart/mixed; boundary=ä',
      'multipart/mixed; xboundary=a',
      `multipart/mixed; boundary=${'x'.repeat(71)}`,
    ].map((type) => [type, 'its Content-Type has no boundary of 1 to 70 characters'] as const),
  ])('is missing or malformed in %j', (type, why) => {
    expect(() => readBoundary(type)).toThrow(malformed(why))
  })
})

const parse = (body: string, boundary = 'b', maxParts = 3) => parseMultipart(body, boundary, maxParts)

describe('the parts', () => {
  it.each<readonly [body: string, parts: readonly string[]]>([
    ['--b\r\none\r\n--b--', ['one']],
    ['--b\none\n--b--\n', ['one']],
    ['--b\none\r\n--b\ntwo\n--b--', ['one', 'two']],
    ['preamble\r\n--b\r\none\r\n--b--\r\nepilogue\r\n--b\r\ntwo\r\n--b--', ['one']],
    ['--b \t\r\none\r\n--b-- \r\n', ['one']],
    ['--b\r\n\r\n--b--', ['']],
    ['--b\r\n--b\r\n--b--', ['', '']],
    ['--b\r\n\r\n\r\none\r\n\r\n--b--', ['\r\n\r\none\r\n']],
    // What only begins so, or is not at the beginning of a line, is content.
    ['--b\r\n--bx\r\n --b\r\nx--b--\r\n--b-\r\n--b--x\r\n--b--', ['--bx\r\n --b\r\nx--b--\r\n--b-\r\n--b--x']],
    ['--b\r\n\0\u2028\r--b\r\n--b--', ['\0\u2028\r--b']],
  ])('are read from %j', (body, parts) => {
    expect(parse(body)).toEqual(parts)
  })

  it('may have any boundary', () => {
    for (const boundary of ["'()+_,-./:=?", 'a b', '-', '.*', 'x'.repeat(70)]) {
      expect(parse(`--${boundary}\none\n--${boundary}--`, boundary)).toEqual(['one'])
    }
    expect(() => parse('--ab\none\n--ab--', 'a.')).toThrow()
  })

  it.each([
    ['', 'its last boundary is missing'],
    ['--b', 'its last boundary is missing'],
    ['--b\r\none', 'its last boundary is missing'],
    ['--b\r\none\r\n--b', 'its last boundary is missing'],
    ['--b\r\none--b--', 'its last boundary is missing'],
    ['--B\r\none\r\n--B--', 'its last boundary is missing'],
    ['--b--', 'it has no parts'],
    ['--b\n1\n--b\n2\n--b\n3\n--b\n4\n--b--', 'it has more than 3 parts'],
    ['--b\n1\n--b\n2\n--b\n3\n--b\n4\n--b\n', 'it has more than 3 parts'],
  ])('are missing or malformed in %j', (body, why) => {
    expect(() => parse(body)).toThrow(malformed(why))
  })

  it.each([
    ['white space', `--b${' '.repeat(4e6)}x`],
    ['boundaries', '\n--bx'.repeat(8e5)],
    ['line breaks', '\r\n'.repeat(2e6)],
    ['hyphens', '\n--'.repeat(1e6)],
  ])('are searched for in linear time: %s', (_, body) => {
    expect(() => parse(body)).toThrow(malformed('its last boundary is missing'))
  })
})
