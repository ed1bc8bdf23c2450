import {
  findById,
  findByName,
  findFromFamily,
  type ListContext,
  type ResourceList,
  type Source,
} from '../list/index.ts'
import type { CollectionList } from '../resources/index.ts'
import { ownValue } from '../values/index.ts'
import { createTools } from './collection-tools.ts'
import { deriveProject, withDerivedPlaces } from './derived-places.ts'
import { checkFields } from './fields.ts'
import type { InstanceState } from './instance-state.ts'
import type { HandlerOptions } from './options.ts'
import { readAggregatedRequest, readListRequest } from './parameters.ts'
import { collectionNamed, hasScope, pathOf, type Place, scopeTypeOf } from './place.ts'
import { RequestError } from './request-error.ts'
import { findTarget, readingsOf } from './resource-paths.ts'
import { nameOf, type ResourceRoute } from './route.ts'

/** What a request asks for besides its route. */
export interface Question {
  readonly parameters: URLSearchParams
  /** From the body, of those lists that take it there. */
  readonly instanceState: InstanceState
}

/** Reads the resources that requests ask for. */
export interface Reader {
  /** @throws RequestError 400 for a selection of unknown fields */
  readonly checkFields: (route: ResourceRoute, fields: string) => void
  /** A page, or one resource. @throws RequestError 400, 404; FilterError; ListError; what the source throws */
  readonly read: (route: ResourceRoute, question: Question, context: ListContext) => Promise<unknown>
}

type ListRoute = ResourceRoute & { readonly to: 'list' }

/** Where the resource of a project itself is, if there is one. */
const projectPlace: Place = { collection: collectionNamed('listXpnHosts'), scope: 'project', parent: undefined }

export function createReader(options: HandlerOptions): Reader {
  const { baseUrl = 'https://www.googleapis.com/compute/v1' } = options
  const source = withDerivedPlaces(options.source, baseUrl)
  const toolsOf = createTools(options)
  // Wrong options are told at once.
  toolsOf(collectionNamed('images'))

  /** @throws RequestError 404 */
  async function open(project: string, place: Place): Promise<Source<object>> {
    const opened = await source.open(project, place)
    if (opened === undefined) throw notFound(place.scope === 'organization' ? project : `projects/${project}`)
    if (!place.scope.includes('/')) return opened
    const scopes = await source.scopes(project)
    if (scopes?.includes(place.scope) === false) throw notFound(`projects/${project}/${place.scope}`)
    return opened
  }

  async function list(
    route: ListRoute,
    { parameters, instanceState }: Question,
    context: ListContext,
  ): Promise<object> {
    const { project, place, list: row } = route
    const opened = await open(project, place)
    const request = { project, path: pathOf(place), kind: row.kind ?? '' }
    const tools = toolsOf(place.collection)
    if (row.scope === 'aggregated') {
      const { includesAll, ...asked } = readAggregatedRequest(parameters)
      const all = ['global', ...((await source.scopes(project)) ?? [])].sort()
      const scopes = all.filter((scope) => includesAll || hasScope(place.collection, scopeTypeOf(scope)))
      return tools.aggregate(opened, { ...request, ...asked, field: row.field, scopes }, context)
    }
    const listed = instanceState === 'RUNNING' ? onlyRunning(opened) : opened
    const page = await tools.list(listed, { ...request, ...readListRequest(parameters) }, context)
    if (page.items === undefined) await checkParent(project, place, context)
    return answerOf(page, row, place, baseUrl)
  }

  /** Finds the parent of resources when there are none. @throws RequestError 404 */
  async function checkParent(project: string, place: Place, context: ListContext): Promise<void> {
    const { collection, scope, parent } = place
    if (parent === undefined || collection.parent?.includes('*') !== true) return
    const target = findTarget(readingsOf(`${scope}/${parent}`.split('/')))
    if (target?.to !== 'resource') return
    const found = await findNamed(await open(project, target.place), project, target.name, context)
    existing(found, nameOf(project, target.place, target.name))
  }

  return {
    checkFields(route, fields) {
      const { shapes } = toolsOf(route.to === 'project' ? projectPlace.collection : route.place.collection)
      checkFields(fields, route.to === 'list' ? shapes.list(route.list) : shapes.resource)
    },
    async read(route, question, context) {
      const { project } = route
      switch (route.to) {
        case 'project': {
          const given = await findByName(await open(project, projectPlace), { project, name: project }, context)
          return given ?? deriveProject(project, baseUrl)
        }
        case 'list':
          return list(route, question, context)
        case 'resource': {
          const { place, name } = route
          const found = await findNamed(await open(project, place), project, name, context)
          return existing(found, nameOf(project, place, name))
        }
        case 'family': {
          const { place, name: family } = route
          const found = await findFromFamily(await open(project, place), { project, family }, context)
          return existing(found, nameOf(project, place, 'family', family))
        }
      }
    },
  }
}

/** Digits are an id, or else a name: names that Compute accepts begin with a letter. */
async function findNamed(
  opened: Source<object>,
  project: string,
  name: string,
  context: ListContext,
): Promise<object | undefined> {
  const found = /^\d+$/.test(name) ? await findById(opened, { project, id: name }, context) : undefined
  return found ?? findByName(opened, { project, name }, context)
}

function existing(resource: object | undefined, name: string): object {
  if (resource === undefined) throw notFound(name)
  return resource
}

const notFound = (what: string): RequestError => new RequestError(404, `The resource '${what}' was not found`)

/** The members of a group that run. */
const onlyRunning = (members: Source<object>): Source<object> => ({
  async *scan(query) {
    for await (const member of await members.scan({ ...query, limit: Infinity })) {
      if (ownValue(member, 'status') === 'RUNNING') yield member
    }
  },
})

/** The page under the names of the API. Lists of the parts of a resource without a kind have no `id` and no `selfLink`. */
function answerOf(page: ResourceList<object>, { kind, field }: CollectionList, place: Place, baseUrl: string): object {
  const { items, id, selfLink, kind: shown, ...rest } = page
  const own = place.scope === 'organization' ? pathOf(place) : id
  const link = place.scope === 'organization' ? `${baseUrl}/${own}` : selfLink
  const isNameless = kind === undefined && place.parent !== undefined
  return {
    ...(shown !== undefined && { kind: shown }),
    ...(!isNameless && { id: own }),
    ...(items !== undefined && { [field]: items }),
    ...rest,
    ...(!isNameless && { selfLink: link }),
  }
}
