import { documented, observed, type Profile } from '../index.ts'
import { type Router, versions } from './route.ts'

/** What is served, for people who open the address in a browser. */
export interface Home {
  readonly message: string
  readonly routes: readonly string[]
  readonly versions: readonly string[]
  /** By its name, else its switches. */
  readonly profile: string | Profile
}

export const describeServer = ({ described }: Router, profile: Profile): Home => ({
  message: "compute-filter, an emulator of Compute Engine's list methods",
  routes: described,
  versions,
  profile: profile === observed ? 'observed' : profile === documented ? 'documented' : profile,
})
