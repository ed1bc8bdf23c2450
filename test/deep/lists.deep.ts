import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAggregatedLister, createLister, scopeOf } from '../../src/list/index.ts'
import { schemaOf } from '../../src/resources/index.ts'
import { expectListsLike } from '../../src/testing/index.ts'
import { numberFrom } from './number-from.ts'

/* Lists in a zone, of a global resource, and over all scopes. `SEED=7` runs a run again, `LIST_CASES=100` shortens it. */

const seed = numberFrom('SEED', randomInt(1, 1_000_000_000))
const runs = numberFrom('LIST_CASES', 1000)
const rest = { seed, runs, withinMs: Infinity }

describe(`lists of places, SEED=${String(seed)}`, () => {
  it.each([
    ['Instance', 'zones/us-east1-b/instances', ['zones/us-east1-c']],
    ['Firewall', 'global/firewalls', undefined],
  ] as const)('%s: %s', async (name, path, scopes) => {
    const schema = schemaOf(name)
    const list = createLister<object>({ schema })
    const own = path.split('/').slice(0, -1).join('/')
    const serve = (all: readonly object[]) => {
      let stored = all
      return {
        list: (query: object) =>
          list(
            stored.filter((one) => scopeOf(one) === own),
            { project: 'p', ...query },
          ),
        replace: (resources: readonly object[]) => {
          stored = resources
        },
      }
    }
    expect((await expectListsLike(serve, { ...rest, schema, path, scopes, wrongTypes: true })).runs).toBe(runs)
  })

  it('Address: aggregated/addresses', async () => {
    const schema = schemaOf('Address')
    const path = 'aggregated/addresses'
    const scopes = ['regions/us-east1', 'regions/us-west1', 'global']
    const list = createAggregatedLister<object>({ schema, path })
    const serve = (all: readonly object[]) => {
      let stored = all
      return {
        list: (query: object) => list(stored, { project: 'p', field: 'addresses', scopes, ...query }),
        replace: (resources: readonly object[]) => {
          stored = resources
        },
      }
    }
    expect((await expectListsLike(serve, { ...rest, schema, path, scopes, wrongTypes: true })).runs).toBe(runs)
  })
})
