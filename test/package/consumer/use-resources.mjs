import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compile } from 'compute-filter'
import { collections, schemaOf } from 'compute-filter/resources'

const require = createRequire(import.meta.url)
const names = readdirSync(new URL('node_modules/compute-filter/dist/resources', import.meta.url))
  .filter((file) => file.endsWith('.cjs'))
  .map((file) => file.replace('.cjs', ''))
assert.equal(names.length, new Set(collections.map(({ resource }) => resource)).size)

for (const name of names) {
  const specifier = `compute-filter/resources/${name}`
  const [[schemaName, schema]] = Object.entries(await import(specifier))
  assert.deepEqual(schema, schemaOf(schema.resource))
  assert.deepEqual(require(specifier)[schemaName], schema)
  assert.equal(compile('', { schema })({}), true)
}

const reference = require('compute-filter/resources/reference.json')
assert.equal(reference.messages.Instance.networkInterfaces, 'NetworkInterface[]')
assert.match(reference.resources.Instance, /\/instances$/)
