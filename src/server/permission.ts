import type { Connection } from './gate.ts'
import { describe } from '../records.ts'
import { isHostAllowed, whyNotLocal } from './loopback.ts'
import { RequestError } from './request-error.ts'

/** What a request may do: be served, or not without credentials (401), or not at all (403). */
export type Permission = 'allow' | 401 | 403

/**
 * Asked before anything is read; for each part of a batch, with the headers of the batch and the `Authorization` of the part
 * if it has one.
 */
export type Authorize = (request: Request, project: string) => Permission | Promise<Permission>

/** Who may ask for what. */
export interface Permissions {
  /** What holds of a request as it came in, whatever it asks for. @throws RequestError 403 */
  readonly checkCaller: (request: Request, connection: Connection) => void
  /** @throws RequestError 401, 403; TypeError for another answer of the hook; what the hook throws */
  readonly checkProject: (request: Request, project: string) => Promise<void>
}

/**
 * @param authorize without it, only this machine is served
 * @param hosts the names by which the server may be called, besides those of this machine; undefined for any, if there is
 * a hook
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
