import { RequestError } from './request-error.ts'

/** What a path leads to. */
export interface Route {
  readonly project: string
  /** The name of one resource; undefined for the list. */
  readonly resource: string | undefined
}

/** Names as Google gives them: of projects (also `example.com:project`), and of resources. */
const projectName = /^[a-z0-9][\w.:-]{0,62}$/i
const resourceName = /^[\w.-]{1,255}$/

/** @param path where the list is inside of a project: `global/images` @throws RequestError 404 */
export function readRoute(pathname: string, path: string): Route {
  const [, project, rest] = /^\/compute\/v1\/projects\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  const name = decode(project)
  const resource = rest?.startsWith(`${path}/`) === true ? decode(rest.slice(path.length + 1)) : undefined
  const isKnown = rest === path || (resource !== undefined && resourceName.test(resource))
  if (name === undefined || !projectName.test(name) || !isKnown) {
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
