import type { Connection } from './gate.ts'
import { describe } from '../records.ts'
import { isHostAllowed, whyNotLocal } from './loopback.ts'
import { RequestError } from './request-error.ts'

/** The decision on a request: allow it, require credentials (401), or refuse it (403). */
export type Permission = 'allow' | 401 | 403

/**
 * Decides on a request before anything is read. Called for each part of a batch, with the headers of the batch and the
 * `Authorization` of the part if it has one.
 */
export type Authorize = (request: Request, project: string) => Permission | Promise<Permission>

/** The checks of a request. */
export interface Permissions {
  /** Checks the sender and the host of a request. @throws RequestError 403 */
  readonly checkCaller: (request: Request, connection: Connection) => void
  /** Calls the hook. @throws RequestError 401, 403; TypeError for another result of the hook; what the hook throws */
  readonly checkProject: (request: Request, project: string) => Promise<void>
}

/**
 * @param authorize undefined: only local requests are served
 * @param hosts the accepted host names besides those of this machine; undefined with a hook: any
 */
export function createPermissions(authorize: Authorize | undefined, hosts: readonly string[] | undefined): Permissions {
  return {
    checkCaller(request, { remoteAddress }) {
      if (authorize === undefined) {
        const refused = whyNotLocal(request, remoteAddress, hosts)
        if (refused === undefined) return
        throw new RequestError(403, `Without authorization, this server refuses ${refused}.`)
      }
      if (hosts === undefined || isHostAllowed(request, hosts)) return
      throw new RequestError(403, `Unknown host: '${new URL(request.url).hostname.slice(0, 100)}'.`)
    },
    async checkProject(request, project) {
      if (authorize === undefined) return
      const permission: unknown = await authorize(request, project)
      if (permission === 'allow') return
      if (permission === 401) {
        throw new RequestError(401, 'The request needs credentials.', { 'www-authenticate': 'Bearer' })
      }
      if (permission === 403) throw new RequestError(403, `Permission denied on project '${project}'.`)
      throw new TypeError(`authorize must return \`allow\`, 401 or 403, not ${describe(permission)}`)
    },
  }
}
