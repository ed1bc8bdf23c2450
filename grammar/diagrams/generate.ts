import { writeFileSync } from 'node:fs'
import { drawDialects } from './dialects.ts'

// Run from the project's folder by `npm run diagrams`.
for (const [file, svg] of drawDialects()) {
  writeFileSync(`grammar/diagrams/${file}`, svg)
  process.stdout.write(`grammar/diagrams/${file}\n`)
}
