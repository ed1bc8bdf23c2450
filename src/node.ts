import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setBinarySource } from './regex/default-engine.ts'

setBinarySource(() => readFileSync(createRequire(import.meta.url).resolve('re2-wasm/build/wasm/re2.wasm')))

export * from './index.ts'
