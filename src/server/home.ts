import { documented, observed, type Profile } from '../index.ts'
import { type Router, versions } from './route.ts'

/** The description of the server, for people who open its address in a browser. */
export interface Home {
  readonly message: string
  readonly routes: readonly string[]
  readonly versions: readonly string[]
  /** The name of the profile, or the switches of one without a name. */
  readonly profile: string | Profile
}

export const describeServer = ({ described }: Router, profile: Profile): Home => ({
  message: "compute-filter, an emulator of Compute Engine's list methods",
  routes: described,
  versions,
  profile: profile === observed ? 'observed' : profile === documented ? 'documented' : profile,
})
