import type { ResourceTest } from '../evaluate/index.ts'
import { owns } from './accessors.ts'

type Fields = Readonly<Record<string, unknown>>
export type ExactField = (value: unknown, leavesOwner: boolean, plain: ResourceTest) => ResourceTest
type Row = (value: unknown, left: boolean, plain: ResourceTest) => (fields: Fields) => boolean

/*
 * The fields that are most often compared with one value, each with a function of its own: nothing is left to call but the
 * check of the owner.
 */
// prettier-ignore
const rows: Readonly<Record<string, Row>> = {
  architecture: (value, left, plain) => (r) => { try { return r.architecture === value && (left || owns(r, 'architecture')) } catch { return plain(r) } },
  family: (value, left, plain) => (r) => { try { return r.family === value && (left || owns(r, 'family')) } catch { return plain(r) } },
  name: (value, left, plain) => (r) => { try { return r.name === value && (left || owns(r, 'name')) } catch { return plain(r) } },
  status: (value, left, plain) => (r) => { try { return r.status === value && (left || owns(r, 'status')) } catch { return plain(r) } },
  zone: (value, left, plain) => (r) => { try { return r.zone === value && (left || owns(r, 'zone')) } catch { return plain(r) } },
}

export const exactFields = rows as Readonly<Record<string, ExactField>>
