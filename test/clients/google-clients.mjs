// Google's clients for JavaScript, pointed at a server here.
import { createRequire } from 'node:module'
import { compute_v1 } from '@googleapis/compute'

const require = createRequire(import.meta.url)
const headers = new Headers()
const auth = {
  getClient: async () => auth,
  getRequestHeaders: async () => headers,
  getUniverseDomain: async () => 'googleapis.com',
  fetch: (url, init) => fetch(url, init),
}

/** The clients of an installed version of `@google-cloud/compute`, and the descriptors that it has of their methods. */
export function loadClients(module) {
  const { version } = require(`${module}/package.json`)
  const classes = require(`${module}/build/src/v1`)
  const { nested } = require(`${module}/build/protos/protos.json`).nested.google.nested.cloud.nested.compute.nested.v1
  return { version, classes, messages: nested }
}

/** A client of `@google-cloud/compute`. */
export const createClient = (Client, port) => {
  const client = new Client({ protocol: 'http', apiEndpoint: '127.0.0.1', port, auth, fallback: true })
  readProtosOnce(client._gaxGrpc)
  return client
}

/** Each client reads the same 20 MB of descriptors again, for half a second. This keeps what the first one has read. */
function readProtosOnce(gaxGrpc) {
  const prototype = Object.getPrototypeOf(gaxGrpc)
  if (Object.hasOwn(prototype, 'readsProtosOnce')) return
  const { loadProtoJSON } = prototype
  const read = new Map()
  prototype.readsProtosOnce = true
  prototype.loadProtoJSON = function (json, ...rest) {
    const protos = read.get(json) ?? loadProtoJSON.call(this, json, ...rest)
    read.set(json, protos)
    return protos
  }
}

/** The client of `@googleapis/compute`. @param address without a slash at its end */
export const createRestClient = (address) =>
  new compute_v1.Compute({ rootUrl: `${address}/`, auth: undefined, retry: false })
