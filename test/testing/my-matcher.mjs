// An implementation as the conformance suite asks one: this library itself, without listing.
import { createInterface } from 'node:readline'
import { compile, documented, FilterError, observed } from '../../dist/index.js'

const profiles = { documented, observed, 'unset-parent-default': { ...documented, unsetParent: 'default' } }

function answer({ id, filter, profile, resources = [] }) {
  if (filter === undefined) return { id, unsupported: true }
  try {
    return { id, matches: resources.map(compile(filter, { profile: profiles[profile] })) }
  } catch (error) {
    if (error instanceof FilterError) return { id, error: error.diagnostics[0].code }
    throw error
  }
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(answer(JSON.parse(line))))
