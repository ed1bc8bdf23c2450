// Builds a clone that has not been built yet: a package that is installed from a git address is packed from one.
import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Without the packages that build (`npm ci --omit=dev`) there is nothing to do.
const canBuild = existsSync('node_modules/rolldown') && existsSync('node_modules/typescript')
if (canBuild && !existsSync('dist/cli.js')) execSync('npm run --silent build', { stdio: 'inherit' })
