import { RequestError } from './request-error.ts'

/** The target of a path: resources, or a page of the server itself. */
export type Route = ResourceRoute | { readonly to: 'home' | 'health' | 'batch' }

export type ResourceRoute =
  | { readonly to: 'list'; readonly project: string }
  | { readonly to: 'resource'; readonly project: string; readonly nameOrId: string }
  | { readonly to: 'family'; readonly project: string; readonly family: string }

const projectName = /^[a-z0-9](?:[\w:-]|\.(?!\.)){0,62}$/i
const resourceName = /^[\w.-]{1,255}$/

/** The versions of the API. All behave alike. */
export const versions = ['v1', 'beta', 'alpha'] as const

/** The values that a parameter of a path can have. */
const parameters = {
  version: new RegExp(`^(?:${versions.join('|')})$`),
  project: projectName,
  resource: resourceName,
  family: resourceName,
} as const

type Values = Readonly<Record<keyof typeof parameters, string>>

interface Row {
  readonly methods: readonly string[]
  /** A path below the base path. `{path}` is the path of the list; other names in braces are parameters. */
  readonly pattern: string
  readonly route: (values: Values) => Route
}

const reading = ['GET', 'HEAD']
const lists = '/compute/{version}/projects/{project}/{path}'

/** The routes. A resource may be named `family`: the number of parts distinguishes it from a family. */
const rows: readonly Row[] = [
  { methods: reading, pattern: '/', route: () => ({ to: 'home' }) },
  { methods: reading, pattern: '/healthz', route: () => ({ to: 'health' }) },
  { methods: ['POST'], pattern: '/batch', route: () => ({ to: 'batch' }) },
  { methods: ['POST'], pattern: '/batch/compute/{version}', route: () => ({ to: 'batch' }) },
  { methods: reading, pattern: lists, route: ({ project }) => ({ to: 'list', project }) },
  {
    methods: reading,
    pattern: `${lists}/{resource}`,
    route: ({ project, resource }) => ({ to: 'resource', project, nameOrId: resource }),
  },
  {
    methods: reading,
    pattern: `${lists}/family/{family}`,
    route: ({ project, family }) => ({ to: 'family', project, family }),
  },
]

/** Whether a text is a valid project id, such as `example.com:project`. A valid id is safe as a file name. */
export const isProjectName = (name: string): boolean => projectName.test(name)

/** Finds the route of a request. */
export interface Router {
  /** The routes for people: `GET /compute/{version}/projects/{project}/global/images`. */
  readonly described: readonly string[]
  /** @throws RequestError 404, 405 */
  readonly find: (method: string, pathname: string) => Route
}

export interface RouterOptions {
  /** The path before `/compute/v1`. */
  readonly basePath: string
  /** The path of the list within a project: `global/images`. */
  readonly path: string
  /** Whether the resources have families. */
  readonly hasFamilies: boolean
}

export function createRouter({ basePath, path, hasFamilies }: RouterOptions): Router {
  const served = rows
    .filter(({ pattern }) => hasFamilies || !pattern.includes('{family}'))
    .map((row) => ({ ...row, parts: row.pattern.replace('{path}', path).split('/') }))

  return {
    described: served.map(({ methods: [method = ''], parts }) => `${method} ${basePath}${parts.join('/')}`),
    find(method, pathname) {
      const isBelow = pathname.startsWith(basePath)
      const parts = (isBelow ? pathname.slice(basePath.length) || '/' : '').split('/')
      for (const row of served) {
        const values = valuesOf(row.parts, parts)
        if (values === undefined) continue
        if (row.methods.includes(method)) return row.route(values)
        throw new RequestError(405, `Method not allowed: ${method}.`, { allow: row.methods.join(', ') })
      }
      throw nothingAt(pathname)
    },
  }
}

export const nothingAt = (pathname: string): RequestError =>
  new RequestError(404, `Path not found: '${pathname.slice(0, 200)}'.`)

/** The parameters of a path; undefined when it does not match the pattern. */
function valuesOf(pattern: readonly string[], parts: readonly string[]): Values | undefined {
  if (parts.length !== pattern.length) return undefined
  const values = { version: '', project: '', resource: '', family: '' }
  const isMatch = pattern.every((expected, at) => {
    const part = parts[at] ?? ''
    const name = expected.slice(1, -1)
    if (!expected.startsWith('{') || !isParameter(name)) return part === expected
    const value = decode(part)
    values[name] = value
    return parameters[name].test(value)
  })
  return isMatch ? values : undefined
}

const isParameter = (name: string): name is keyof Values => Object.hasOwn(parameters, name)

/** Empty for invalid percent-encoded UTF-8, which no parameter accepts. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
