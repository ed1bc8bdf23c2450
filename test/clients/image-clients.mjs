// Images: the JavaScript clients against `compute-filter serve`, and against a handler over a store that fails in part.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createNodeListener } from '../../dist/node.js'
import { createHandler } from '../../dist/server.js'
import { check, failureOf, same } from './checks.mjs'
import { createClient, createRestClient, loadClients } from './google-clients.mjs'
import { expected, images, isLargeDebian, newestFirst, newestOf } from './images.mjs'

const project = 'my-project'
const unreachable = 'The following could not be reached: zone us-east1-b.'

/** A store of which a zone cannot be reached. */
async function servePartly() {
  const source = {
    open: () => ({
      *scan({ reportUnreachable }) {
        reportUnreachable({ key: 'zone', value: 'us-east1-b' })
        yield* images.slice(0, 3)
      },
    }),
  }
  const server = createServer(createNodeListener(createHandler({ source, onError: () => undefined })))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

/** The common interface of the clients. `list` returns all names, from all pages. */
async function checkClient(client, { list, rejected, get, getFromFamily, listPartly, unavailable }) {
  await check(`${client}: AIP-160`, async () => {
    same(await list({ filter: 'name = debian-* AND diskSizeGb > 50' }), expected(isLargeDebian))
  })
  await check(`${client}: regular expressions`, async () => {
    same(
      await list({ filter: 'name eq debian-.*[05]' }),
      expected(({ name }) => /^debian-.*[05]$/.test(name)),
    )
  })
  await check(`${client}: everything, over three pages of 500`, async () =>
    same(
      await list({}),
      expected(() => true),
    ),
  )
  await check(`${client}: seventy at a time`, async () => {
    same(
      await list({ filter: 'labels.env = prod', maxResults: 70 }),
      expected(({ labels }) => labels?.env === 'prod'),
    )
  })
  await check(`${client}: newest first`, async () => {
    same(
      await list({ orderBy: 'creationTimestamp desc', maxResults: 100 }),
      expected(() => true, newestFirst),
    )
  })
  await check(`${client}: partial success of all`, async () => {
    same(await list({ filter: 'name = debian-0000', returnPartialSuccess: true }), ['debian-0000'])
  })
  await check(`${client}: partial success of a part, with its warning`, async () => {
    const { items, warning } = await listPartly({ returnPartialSuccess: true })
    same(items.length, 3)
    same([warning.code, warning.message], ['UNREACHABLE', unreachable])
    same(
      warning.data.map(({ key, value }) => ({ key, value })),
      [{ key: 'zone', value: 'us-east1-b' }],
    )
  })
  await check(`${client}: a part without partial success is an error`, async () => {
    const error = await failureOf(() => listPartly({ returnPartialSuccess: false }))
    same([Number(error.code), error.message], [unavailable, unreachable])
  })
  await check(`${client}: spaces, plus signs and percent signs arrive as they are`, async () => {
    same(await list({ filter: 'name eq "debian-0{2}[0-9]+  |x+y%20z"' }), [])
    same(
      await list({ filter: 'description != "a+b %2B &c=d"', maxResults: 500 }),
      expected(() => true),
    )
  })
  await check(`${client}: the error of a rejected filter has the API's text`, async () => {
    const message = await rejected({ filter: 'nme = debian' })
    if (!message.includes("Invalid value for field 'filter': 'nme = debian'. Invalid list filter expression.")) {
      throw new Error(message)
    }
  })
  await check(`${client}: mixed dialects are rejected`, async () => {
    const message = await rejected({ filter: 'name eq a AND family = b' })
    if (!message.includes('Invalid list filter expression.')) throw new Error(message)
  })
  await check(`${client}: one image`, async () => same(await get('debian-0000'), 'debian-0000'))
  await check(`${client}: one image by its id`, async () => same(await get('1000'), 'debian-0000'))
  await check(`${client}: the newest of a family`, async () => {
    same(await getFromFamily('debian-12'), newestOf('debian-12'))
    const error = await failureOf(() => getFromFamily('nothing'))
    if (!/global\/images\/family\/nothing' was not found/.test(String(error))) throw error
  })
  await check(`${client}: no such image`, async () => {
    const error = await failureOf(() => get('nothing'))
    if (!/The resource 'projects\/my-project\/global\/images\/nothing' was not found/.test(String(error))) throw error
  })
}

/** @param server of the images */
export async function checkImages({ address, port }) {
  const partly = await servePartly()
  const partlyPort = partly.address().port
  const { ImagesClient } = loadClients('@google-cloud/compute').classes
  await checkGrpc(createClient(ImagesClient, port), createClient(ImagesClient, partlyPort))
  await checkRest(createRestClient(address), createRestClient(`http://127.0.0.1:${partlyPort}`))
  partly.closeAllConnections()
  partly.close()
}

const checkGrpc = (grpc, grpcPartly) =>
  checkClient('@google-cloud/compute', {
    async list(request) {
      const names = []
      for await (const { name } of grpc.listAsync({ project, ...request })) names.push(name)
      return names
    },
    rejected: async (request) => (await failureOf(() => grpc.list({ project, ...request }))).message,
    get: async (image) => (await grpc.get({ project, image }))[0].name,
    getFromFamily: async (family) => (await grpc.getFromFamily({ project, family }))[0].name,
    async listPartly(request) {
      // Otherwise it would retry for a minute.
      const once = { autoPaginate: false, retry: { retryCodes: [] } }
      const [, , { items, warning }] = await grpcPartly.list({ project, ...request }, once)
      return { items, warning }
    },
    // The gRPC code for 503.
    unavailable: 14,
  })

const checkRest = (rest, restPartly) =>
  checkClient('@googleapis/compute', {
    async list(request) {
      const names = []
      let pageToken
      do {
        const { data } = await rest.images.list({ project, ...request, pageToken })
        names.push(...(data.items ?? []).map(({ name }) => name))
        pageToken = data.nextPageToken
      } while (pageToken)
      return names
    },
    rejected: async (request) => (await failureOf(() => rest.images.list({ project, ...request }))).message,
    get: async (image) => (await rest.images.get({ project, image })).data.name,
    getFromFamily: async (family) => (await rest.images.getFromFamily({ project, family })).data.name,
    listPartly: async (request) => (await restPartly.images.list({ project, ...request })).data,
    unavailable: 503,
  })
