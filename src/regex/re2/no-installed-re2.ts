import type * as installedRe2 from './installed-re2.ts'
import { explainMissing } from './web-assembly.ts'

/*
 * Replaces `installed-re2.ts` in bundles for browsers (`browser` in package.json), where RE2 comes from `loadRegexEngine`
 * only. So no bundler adds a file which no page requests, and a page that does not call `loadRegexEngine` has no code that
 * runs RE2.
 */

export const startInstalledRe2 = (() => {
  throw explainMissing()
}) satisfies typeof installedRe2.startInstalledRe2
