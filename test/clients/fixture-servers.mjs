// The fixtures, served in two ways.
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createNodeListener } from '../../dist/node.js'
import { createHandler } from '../../dist/server.js'
import { serve } from './checks.mjs'
import { fixtures, organization, project, region, zone } from './fixtures.mjs'

/** The places that no file can fill: those of parts, and of operations, which do not name their organization. */
export const isFiled = ({ isPart, path }) => !isPart && path !== 'locations/global/operations'

/** A list answer with one resource. */
function answerWith({ list: { kind, field, scope }, path, place, resource }) {
  const items = scope === 'aggregated' ? { items: { [place]: { [field]: [resource] } } } : { [field]: [resource] }
  return { kind, id: path, selfLink: `https://www.googleapis.com/compute/v1/${path}`, ...items }
}

/** `compute-filter serve` over a folder with a list answer for each place. */
export function serveFiles(folder) {
  mkdirSync(folder)
  const isOwned = ({ scope }) => scope === 'organization'
  const write = (name, chosen) =>
    writeFileSync(join(folder, name), chosen.map((fixture) => `${JSON.stringify(answerWith(fixture))}\n`).join(''))
  const filed = fixtures.filter(isFiled)
  write(
    `${project}.ndjson`,
    filed.filter((fixture) => !isOwned(fixture)),
  )
  write('organization.json', filed.filter(isOwned))
  return serve(folder)
}

/** A source that has a resource at every place of the table. */
const source = {
  open(name, { collection, scope, parent = '' }) {
    if (name !== project && name !== organization) return undefined
    const places = { aggregated: ['global', `zones/${zone}`, `regions/${region}`] }
    // Zones are listed by their region, too.
    const wanted = collection.name === 'zones' ? ['project'] : (places[scope] ?? [scope])
    const isSame = (one) => one.name === collection.name && one.resource === collection.resource
    const found = fixtures.filter((one) => isSame(one.collection) && one.parent === parent)
    return { scan: () => found.filter(({ place }) => wanted.includes(place)).map(({ resource }) => resource) }
  },
  scopes: () => [`zones/${zone}`, `regions/${region}`],
}

/** A handler over that source. */
export async function serveEverything() {
  const server = createServer(createNodeListener(createHandler({ source, onError: console.error })))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: server.address().port,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
