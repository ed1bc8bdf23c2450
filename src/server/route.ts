import { RequestError } from './request-error.ts'

/** What a path leads to. */
export interface Route {
  readonly project: string
  /** The name of one resource; undefined for the list. */
  readonly resource: string | undefined
}

const projectName = /^[a-z0-9](?:[\w:-]|\.(?!\.)){0,62}$/i
const resourceName = /^[\w.-]{1,255}$/

/** Whether a project can be called so; `example.com:project` can. No path can be made of such a name. */
export const isProjectName = (name: string): boolean => projectName.test(name)

/**
 * @param basePath what stands before `/compute/v1`
 * @param path where the list is within a project: `global/images`
 * @throws RequestError 404
 */
export function readRoute(pathname: string, basePath: string, path: string): Route {
  const below = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : ''
  const [, project, rest] = /^\/compute\/v1\/projects\/([^/]+)\/(.+)$/.exec(below) ?? []
  const name = decode(project)
  const resource = rest?.startsWith(`${path}/`) === true ? decode(rest.slice(path.length + 1)) : undefined
  const isKnown = rest === path || (resource !== undefined && resourceName.test(resource))
  if (name === undefined || !isProjectName(name) || !isKnown) {
    throw new RequestError(404, `There is nothing at '${pathname.slice(0, 200)}'.`)
  }
  return { project: name, resource }
}

function decode(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text)
  } catch {
    return undefined
  }
}
