// Every list method of every client of @google-cloud/compute, in two versions, decodes what the server answers.
import { check, counts, same } from './checks.mjs'
import { findMethods, knownPart, plain } from './client-methods.mjs'
import { fixtures } from './fixtures.mjs'
import { isFiled, serveEverything, serveFiles } from './fixture-servers.mjs'
import { createClient, loadClients } from './google-clients.mjs'

/** `lists`: the methods `list` and `aggregatedList`. `others`: those that list with names of their own. */
const versions = [
  { module: '@google-cloud/compute', lists: 167, others: 26 },
  { module: 'compute-7', lists: 171, others: 26 },
]

const aggregatedListOf = ({ lists }) => lists.find(({ scope }) => scope === 'aggregated')

/** The fixtures that a method should list. Zones are listed by their region, too. */
function expectedAt({ name, path }) {
  const [collection] = path.split('/').slice(-1)
  const isAt = (fixture) => fixture.path === path || (fixture.collection.name === 'zones' && collection === 'zones')
  const isInAny = (fixture) =>
    fixture.collection.name === collection && aggregatedListOf(fixture.collection) && fixture.place !== 'organization'
  return fixtures.filter(name === 'aggregatedList' ? isInAny : isAt)
}

/** Fixtures as a version decodes them; those of an aggregated list with their scopes. */
const decode = (chosen, { name }, messages) =>
  chosen.map(({ collection, place, resource }) => {
    const known = knownPart(resource, collection.resource, messages)
    return name === 'aggregatedList' ? [place, { [aggregatedListOf(collection).field]: [known] }] : known
  })

/** What a method lists. Scopes without resources have a warning only. */
async function listWith({ Client, property, request }, port) {
  const found = []
  for await (const one of createClient(Client, port)[property](request, { autoPaginate: false })) found.push(plain(one))
  return found.filter((one) => !Array.isArray(one) || one[1].warning === undefined)
}

const byText = (a, b) => (JSON.stringify(a[0]) < JSON.stringify(b[0]) ? -1 : 1)

async function checkMethod(method, messages, { files, everything }) {
  const expected = expectedAt(method)
  if (expected.length === 0) throw new Error(`no fixture is at ${method.path}`)
  const sorted = (list) => list.toSorted(byText)
  const wanted = (chosen) => sorted(decode(chosen, method, messages))
  same(sorted(await listWith(method, everything.port)), wanted(expected))
  same(sorted(await listWith(method, files.port)), wanted(expected.filter(isFiled)))
}

/** @param folder a path that does not exist */
export async function checkListClients(folder) {
  const servers = { files: await serveFiles(folder), everything: await serveEverything() }
  for (const { module, lists, others } of versions) {
    const { version, classes, messages } = loadClients(module)
    const methods = findMethods({ classes, messages })
    const title = `@google-cloud/compute ${version}`
    await check(`${title}: it has ${lists} lists, and ${others} of other names`, () => {
      const isList = ({ name }) => name === 'list' || name === 'aggregatedList'
      same([methods.filter(isList).length, methods.filter((method) => !isList(method)).length], [lists, others])
    })
    const before = counts.failed
    for (const method of methods) {
      const { className, name, path } = method
      await check(`${title}: ${className}.${name} of ${path}`, () => checkMethod(method, messages, servers), {
        isQuiet: true,
      })
    }
    // A file has no parts of resources: `compute-filter serve` lists nothing there, which is checked as well.
    const unfilled = methods.filter((method) => !expectedAt(method).some(isFiled))
    const names = unfilled.map(({ className, name }) => `${className}.${name}`)
    console.log(`        ${title}: no file can fill ${names.length} of them: ${names.join(', ')}`)
    const failed = counts.failed - before
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'}  ${title}: ${methods.length - failed} of ${methods.length} methods decode what is served`,
    )
  }
  servers.everything.stop()
  await check('@google-cloud/compute: the server of all resources ends cleanly', async () =>
    same(await servers.files.stop(), 0),
  )
}
