import { parseArgs } from 'node:util'
import { compile } from '../../dist/index.js'
import { digits, markdownTable } from '../lib/report.mjs'
import { geometricMean } from '../lib/rounds.mjs'
import { runAsProgram, tell } from '../lib/suite.mjs'
import { runMixed, runWithout, speedUps } from './compare.mjs'

const usage = `usage: node bench/mixed/run.mjs [--json] [--without NAME]

Compares filters with predicates written by hand, over objects of mixed shapes. With --without, only what the suite takes
without one rewrite of src/matcher/rewrites, or with a plain form of one module of src/matcher, as a multiple of the time
with it; \`--without all\` for each of them.`

/** Over all cases, and that of the case that gains most: of two measurements of each case the lower, since noise adds. */
async function gainOf(name) {
  tell(`mixed: without ${name}`)
  const [one, other] = [await runWithout(name), await runWithout(name)]
  const gains = one.map(({ name: of, gain }, at) => ({ name: of, gain: Math.min(gain, other[at].gain) }))
  const most = gains.reduce((a, b) => (b.gain > a.gain ? b : a))
  const both = [...one, ...other].map(({ gain }) => gain)
  return { name, mean: geometricMean(both), most }
}

async function gainsOf(chosen) {
  const gains = []
  for (const name of chosen) gains.push(await gainOf(name))
  return gains
}

export async function run() {
  tell('mixed')
  return { ...runMixed(compile), gains: await gainsOf(await speedUps()) }
}

const summaryOf = (figures) => {
  const ratios = figures.map(({ ratio }) => ratio)
  return `geometric mean **${geometricMean(ratios).toFixed(2)} ×** the predicate written by hand, worst ${Math.max(...ratios).toFixed(2)} ×`
}

const shorten = (filter) => (filter.length <= 90 ? filter : `${filter.slice(0, 60)}…`)

const tableOf = (figures) =>
  markdownTable(
    ['case', 'by hand, ns', 'compute-filter', 'filter'],
    figures.map(({ name, filter, nanoseconds, ratio }) => [
      name,
      digits(nanoseconds),
      ratio.toFixed(2),
      `\`${shorten(filter)}\``,
    ]),
  )

const gainTable = (gains) =>
  markdownTable(
    ['without', 'all cases', 'most', 'case'],
    gains.map(({ name, mean, most }) => [`\`${name}\``, mean.toFixed(2), most.gain.toFixed(2), most.name]),
  )

export function report({ mixed, instances, gains }) {
  return [
    `2,000 images of 48 shapes: ${summaryOf(mixed)}.`,
    tableOf(mixed),
    ...(instances.length === 0
      ? ['The collected instances are not beside the project: paths through arrays were not measured.']
      : [`Paths through arrays, over collected instances: ${summaryOf(instances)}.`, tableOf(instances)]),
    'What the cases take without one rewrite, or with a plain form of one module, as a multiple of the time with it:',
    gainTable(gains),
  ].join('\n\n')
}

/** With --without or --help: what is printed instead of the suite; otherwise undefined. */
async function printInstead() {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean' }, without: { type: 'string' } }
  const { help, without } = parseArgs({ options }).values
  if (help !== true && without === undefined) return undefined
  const names = await speedUps()
  const chosen = without === 'all' ? names : names.filter((name) => name === without)
  return help || chosen.length === 0
    ? `${usage}\n\nNAME is one of ${names.join(', ')}`
    : gainTable(await gainsOf(chosen))
}

const instead = process.argv[1] === import.meta.filename ? await printInstead() : undefined
if (instead === undefined) await runAsProgram(import.meta, { run, report })
else console.log(instead)
