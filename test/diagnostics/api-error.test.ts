import { describe, expect, test } from 'vitest'
import { ApiError, FilterError } from '../../src/index.ts'
import { ListError } from '../../src/list/index.ts'
import { RequestError } from '../../src/server/request-error.ts'

const cases: readonly (readonly [
  name: string,
  error: ApiError,
  status: number,
  reason: string,
  message: string,
  headers: object,
])[] = [
  [
    'FilterError',
    new FilterError('a =', []),
    400,
    'invalid',
    "Invalid value for field 'filter': 'a ='. Invalid list filter expression.",
    {},
  ],
  ['ListError', new ListError(400, 'Wrong.'), 400, 'invalid', 'Wrong.', {}],
  ['ListError', new ListError(500, 'Broken.'), 500, 'internalError', 'Broken.', {}],
  ['ListError', new ListError(503, 'Away.'), 503, 'backendError', 'Away.', {}],
  ['RequestError', new RequestError(404, 'Not there.'), 404, 'notFound', 'Not there.', {}],
  [
    'RequestError',
    new RequestError(405, 'No.', { allow: 'GET' }),
    405,
    'httpMethodNotAllowed',
    'No.',
    { allow: 'GET' },
  ],
]

describe('an error of the API', () => {
  test.each(cases)('%s, %s', (name, error, status, reason, message, headers) => {
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ name, status, reason, headers })
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      error: { code: status, message, errors: [{ message, domain: 'global', reason }] },
    })
  })
})
