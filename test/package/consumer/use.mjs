import assert from 'node:assert/strict'
import { compile, explain, FilterError, observed, parse, print, validate } from 'compute-filter'
import { filter, negation, restriction, transform } from 'compute-filter/ast'
import { re2jsEngine } from 'compute-filter/re2js'

const images = [
  { name: 'debian-12', labels: { env: 'prod' } },
  { name: 'ubuntu-24', labels: {} },
]
const named = (matcher) => images.filter(matcher).map(({ name }) => name)

assert.deepEqual(named(compile('labels.env = prod')), ['debian-12'])
assert.deepEqual(named(compile('name eq ".*-\\d{2}"')), ['debian-12', 'ubuntu-24'])
assert.deepEqual(named(compile('name ne debian.*')), ['ubuntu-24'])
assert.deepEqual(named(compile('(name eq .*2) (description ne x)', { profile: observed })), ['debian-12'])
assert.equal(print(parse('((name="debian-12"))')), 'name = debian-12')
assert.equal(validate('nme = x')[0].code, 'unknown-field')
assert.equal(explain('name = x', images[0]).matches, false)
assert.deepEqual(named(compile(filter(negation(restriction('labels.env', '=', 'prod'))))), ['ubuntu-24'])
assert.equal(print(transform(parse('name = a AND id = 5'), { leave: { value: () => null } })), '')
assert.throws(() => compile('name eq ('), FilterError)
assert.deepEqual(named(compile('name eq "de\\p{Ll}.*"', { regexEngine: re2jsEngine })), ['debian-12'])
