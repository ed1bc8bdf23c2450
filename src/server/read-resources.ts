import { type Image, imageSchema, type Limits, observed } from '../index.ts'
import { createLister, findById, findByName, findFromFamily, type ListContext, type Source } from '../list/index.ts'
import { checkFields, listShape, resourceShape } from './fields.ts'
import type { HandlerOptions } from './options.ts'
import { readListRequest } from './parameters.ts'
import { RequestError } from './request-error.ts'
import type { ResourceRoute } from './route.ts'

/** Lower than the defaults, so that no filter blocks the thread for long. */
export const serverLimits: Pick<Limits, 'programSize' | 'matchWork'> = Object.freeze({
  programSize: 1500,
  matchWork: 100_000,
})

/** Reads the resources that requests ask for. */
export interface Reader {
  /** @throws RequestError 400 for a selection of unknown fields */
  readonly checkFields: (route: ResourceRoute, fields: string) => void
  /** A page, or one resource. @throws RequestError 400, 404; FilterError; ListError; what the source throws */
  readonly read: (route: ResourceRoute, parameters: URLSearchParams, context: ListContext) => Promise<unknown>
}

export function createReader<R extends object = Image>(options: HandlerOptions<R>): Reader {
  const { source, path = 'global/images', kind, baseUrl, secret } = options
  const { schema = imageSchema, profile = observed, limits, regexEngine } = options
  const meaning = { schema, profile, limits: { ...serverLimits, ...limits }, regexEngine }
  const list = createLister<R>({ kind, path, baseUrl, secret, ...meaning })
  const resource = resourceShape(schema)
  const shapes = { list: listShape(resource), resource, family: resource }

  return {
    checkFields(route, fields) {
      checkFields(fields, shapes[route.to])
    },
    async read(route, parameters, context) {
      const { project } = route
      const opened = await source.open(project)
      if (opened === undefined) throw notFound(`projects/${project}`)
      switch (route.to) {
        case 'list':
          return list(opened, { project, ...readListRequest(parameters) }, context)
        case 'resource':
          return existing(await findNamed(opened, route, context), `projects/${project}/${path}/${route.nameOrId}`)
        case 'family':
          return existing(
            await findFromFamily(opened, route, context),
            `projects/${project}/${path}/family/${route.family}`,
          )
      }
    },
  }
}

/** Digits are an id, or else a name: names that Compute accepts begin with a letter. */
async function findNamed<R extends object>(
  opened: Source<R>,
  { project, nameOrId }: ResourceRoute & { to: 'resource' },
  context: ListContext,
): Promise<R | undefined> {
  const found = /^\d+$/.test(nameOrId) ? await findById(opened, { project, id: nameOrId }, context) : undefined
  return found ?? findByName(opened, { project, name: nameOrId }, context)
}

function existing<R>(resource: R | undefined, name: string): R {
  if (resource === undefined) throw notFound(name)
  return resource
}

const notFound = (what: string): RequestError => new RequestError(404, `The resource '${what}' was not found`)
