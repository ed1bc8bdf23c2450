import type { Source } from '../list/index.ts'
import { ownValue } from '../values/index.ts'
import type { ProjectSource } from './project-source.ts'
import { lastSegment, regionOfZone } from './zone-names.ts'

/** What is known of a zone or region whose name alone is known. */
type Derivation = (name: string, link: string, scopes: readonly string[]) => object

const derivations: Readonly<Record<string, Derivation>> = {
  zones: (name, link) => ({
    kind: 'compute#zone',
    id: idFor(link),
    name,
    description: name,
    status: 'UP',
    region: link.replace(/zones\/[^/]*$/, `regions/${regionOfZone(name)}`),
    selfLink: link,
  }),
  regions: (name, link, scopes) => ({
    kind: 'compute#region',
    id: idFor(link),
    name,
    description: name,
    status: 'UP',
    zones: scopes
      .filter((scope) => scope.startsWith('zones/') && regionOfZone(lastSegment(scope)) === name)
      .sort()
      .map((zone) => link.replace(/regions\/[^/]*$/, zone)),
    quotas: [],
    selfLink: link,
  }),
}

/** A source with the zones and regions that it names in `scopes`, but does not have as resources. */
export interface DerivingSource extends Pick<ProjectSource, 'open'> {
  /** Undefined if the source does not know them. */
  readonly scopes: (project: string) => Promise<readonly string[] | undefined>
}

export function withDerivedPlaces(source: ProjectSource, baseUrl: string): DerivingSource {
  return {
    async open(project, place) {
      const opened = await source.open(project, place)
      const { collection, scope, parent } = place
      const isOfPlaces = parent === undefined && Object.hasOwn(derivations, collection.name)
      const derive = isOfPlaces ? derivations[collection.name] : undefined
      if (opened === undefined || derive === undefined) return opened
      const scopes = await source.scopes?.(project)
      if (scopes === undefined) return opened
      const names = scopes.filter((name) => name.startsWith(`${collection.name}/`)).map(lastSegment)
      const wanted = scope === 'project' ? names : names.filter((name) => `regions/${regionOfZone(name)}` === scope)
      const link = (name: string): string => `${baseUrl}/projects/${project}/${collection.name}/${name}`
      return addMissing(
        opened,
        wanted.map((name) => [name, derive(name, link(name), scopes)]),
      )
    },
    scopes: async (project) => source.scopes?.(project),
  }
}

/** A source with further resources, where it has none of their names. */
const addMissing = (opened: Source<object>, derived: readonly (readonly [name: string, object])[]): Source<object> => ({
  async *scan(query) {
    const names = new Set<unknown>()
    const every = { ...query, after: undefined, filter: undefined, limit: Infinity }
    for await (const resource of await opened.scan(every)) {
      names.add(ownValue(resource, 'name'))
      yield resource
    }
    for (const [name, resource] of derived) if (!names.has(name)) yield resource
  },
})

/** What is known of a project whose name alone is known. */
export const deriveProject = (project: string, baseUrl: string): object => ({
  kind: 'compute#project',
  id: idFor(`${baseUrl}/projects/${project}`),
  name: project,
  commonInstanceMetadata: { kind: 'compute#metadata' },
  quotas: [],
  selfLink: `${baseUrl}/projects/${project}`,
})

/** A number that stays the same for a text: its FNV-1a hash, below 2⁶³. */
function idFor(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return String(BigInt.asUintN(63, hash))
}
