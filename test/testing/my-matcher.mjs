// An implementation as the conformance suite asks one: this library itself.
import { createInterface } from 'node:readline'
import { compile, FilterError } from '../../dist/index.js'
import { conformanceSuite } from '../../dist/testing.js'
import { createLister, ListError } from '../../dist/list.js'

const { profiles, schemas } = conformanceSuite

async function answer({ id, filter, profile, schema = 'Image', request, resources = [], then = {} }) {
  if (request !== undefined) return { id, ...(await pagesOf(request, resources, then, profiles[profile])) }
  try {
    return { id, matches: resources.map(compile(filter, { profile: profiles[profile], schema: schemas[schema] })) }
  } catch (error) {
    if (error instanceof FilterError) return { id, error: error.diagnostics[0].code }
    throw error
  }
}

/** The names on each page, or the field that is wrong. */
async function pagesOf(first, resources, then, profile) {
  const list = createLister({ profile })
  const pages = []
  let request = first
  let stored = resources
  let pageToken = request.pageToken
  try {
    do {
      const page = await list(stored, { project: 'p', ...request, pageToken })
      pages.push((page.items ?? []).map(({ name }) => name))
      pageToken = page.nextPageToken
      request = { ...first, ...then.request }
      stored = then.resources ?? resources
    } while (pageToken !== undefined)
    return { pages }
  } catch (error) {
    if (!(error instanceof ListError || error instanceof FilterError)) throw error
    return { rejected: /^Invalid value for field '(\w+)'/.exec(error.toJSON().error.message)[1] }
  }
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await answer(JSON.parse(line))))
