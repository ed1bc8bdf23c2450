#!/usr/bin/env node
/* v8 ignore file -- the entry of the process; the tests that start the built program run it */
import { run } from './run.ts'

const { argv, env, stdin, stdout, stderr } = process
process.exitCode = await run({ argv: argv.slice(2), env, stdin, stdout, stderr })
