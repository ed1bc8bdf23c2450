import { describe, expect, it } from 'vitest'
import { imageSchema } from '../../src/index.ts'
import { RequestError } from '../../src/server/request-error.ts'
import { checkFields, listShape, resourceShape } from '../../src/server/fields.ts'

const resource = resourceShape(imageSchema)
const list = listShape(resource)

describe('the parameter fields', () => {
  it.each([
    'items',
    'kind,id,selfLink,nextPageToken',
    'items(id,name),nextPageToken',
    'items/name',
    'items(deprecated/state,guestOsFeatures(type))',
    'items(deprecated(state,replacement),labels/env)',
    'items/*',
    '*',
    '*/name',
    '*(name,status)',
    'items(labels(a,b))',
    'items(kind,id,selfLink)',
    'warning(code,data(key,value))',
    'warning/data/key',
  ])('%s', (fields) => {
    expect(() => checkFields(fields, list)).not.toThrow()
  })

  it.each([
    ['nope', 'nope'],
    ['items(nope)', 'nope'],
    ['items/nope', 'nope'],
    ['items(id,deprecated(state,nope))', 'nope'],
    ['items/name/x', 'x'],
    ['items(labels/env/x)', 'x'],
    ['kind(x)', 'x'],
    ['kind/*', '*'],
    ['*/nope', 'nope'],
    ['name', 'name'],
    ['Kind', 'Kind'],
    [' kind', ' kind'],
    ['__proto__', '__proto__'],
    ['constructor/prototype', 'constructor'],
    [')', ')'],
    ['items(', 'items('],
    ['items()', 'items()'],
    ['items(id', 'items(id'],
    ['items(id))', 'items(id))'],
    ['items(id)name', 'items(id)name'],
    ['items(id)/name', 'items(id)/name'],
    ['kind,', 'kind,'],
    [',', ','],
    ['kind,,id', 'kind,,id'],
    ['/kind', '/kind'],
    ['items//id', 'items//id'],
    ['('.repeat(900), '('.repeat(100)],
    ['x'.repeat(900), 'x'.repeat(100)],
  ])('%s is invalid', (fields, named) => {
    expect(() => checkFields(fields, list)).toThrow(new RequestError(400, `Invalid field selection ${named}`))
  })

  it('is of a resource, too', () => {
    expect(() => checkFields('name,labels/env', resource)).not.toThrow()
    expect(() => checkFields('items', resource)).toThrow('Invalid field selection items')
  })
})
