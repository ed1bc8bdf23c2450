import { documented, observed, type Profile } from '../index.ts'
import { collections, type ListScope } from '../resources/index.ts'
import { versions } from './route.ts'

/** The description of the server, for people who open its address in a browser. */
export interface Home {
  readonly message: string
  /** The paths, by the collections that they have. */
  readonly routes: readonly string[]
  /** The names of the collections, by their scopes. */
  readonly collections: Readonly<Partial<Record<ListScope, readonly string[]>>>
  readonly versions: readonly string[]
  /** The name of the profile, or the switches of one without a name. */
  readonly profile: string | Profile
}

const project = '/compute/{version}/projects/{project}'

/** The paths; `{collection}` is one of the collections of the scope. */
const routes: readonly string[] = [
  'GET /',
  'GET /healthz',
  'POST /batch[/compute/{version}]',
  `GET ${project}`,
  `GET ${project}/zones[/{zone}]`,
  `GET ${project}/regions[/{region}]`,
  `GET ${project}/global/{collection}[/{resource}]`,
  `GET ${project}/regions/{region}/{collection}[/{resource}]`,
  `GET ${project}/zones/{zone}/{collection}[/{resource}]`,
  `GET ${project}/aggregated/{collection}`,
  `GET ${project}/global/images/family/{family}`,
  'GET /compute/{version}/locations/global/{collection}?parentId={organization}',
]

export const describeServer = (basePath: string, profile: Profile): Home => ({
  message: "compute-filter, an emulator of Compute Engine's list methods",
  routes: routes.map((route) => route.replace(' ', ` ${basePath}`)),
  collections: Object.fromEntries(scopes.map((scope) => [scope, namesIn(scope)])),
  versions,
  profile: profile === observed ? 'observed' : profile === documented ? 'documented' : profile,
})

const scopes: readonly ListScope[] = ['global', 'regions', 'zones', 'aggregated', 'organization']

/** The names as paths have them; a list that is asked with POST begins with that. */
const namesIn = (wanted: ListScope): readonly string[] =>
  collections.flatMap(({ name, parent, lists }) =>
    lists
      .filter(({ scope }) => scope === wanted)
      .map(({ method }) => [method === 'POST' ? 'POST ' : '', parent === undefined ? '' : `${parent}/`, name].join('')),
  )
