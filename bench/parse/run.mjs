import { Environment } from '@marcbachmann/cel-js'
import { compileExpression } from 'filtrex'
import jmespath from 'jmespath'
import jsonata from 'jsonata'
import { parse as parseLiqe } from 'liqe'
import { compile, parse } from '../../dist/index.js'
import { loadFilters } from '../data/filters.mjs'
import { digits, markdownTable } from '../lib/report.mjs'
import { geometricMean, median, ratiosTo, runRounds } from '../lib/rounds.mjs'
import { runAsProgram, tell } from '../lib/suite.mjs'
import { cases } from '../match/cases.mjs'

const own = 'compute-filter'
const cel = new Environment().registerVariable('image', 'dyn')

/** The peers with a parser, and the property of a case with its text in their language. */
const parsers = {
  [own]: ['filter', (text) => parse(text)],
  jmespath: ['jmespath', (text) => jmespath.compile(text)],
  jsonata: ['jsonata', (text) => jsonata(text)],
  liqe: ['liqe', (text) => parseLiqe(text)],
  filtrex: ['filtrex', (text) => compileExpression(text)],
  'cel-js': ['cel', (text) => cel.parse(text)],
}

/** Microseconds for each filter, for parsing and for compiling, which includes parsing. */
async function runOwn(filters, rounds) {
  const rows = []
  for (const filter of filters) {
    try {
      compile(filter)
    } catch {
      continue
    }
    const times = await runRounds(
      { parse: () => parse(filter), compile: () => compile(filter) },
      { rounds, milliseconds: 2 },
    )
    rows.push({ filter, parse: median(times.parse) / 1000, compile: median(times.compile) / 1000 })
  }
  return rows
}

/** The time of n terms, as a multiple of n times the share of one term at 100 terms. */
async function runGrowth() {
  const filterOf = (terms) => Array.from({ length: terms }, (_, at) => `labels.k${at % 10} = value-${at}`).join(' AND ')
  const limits = { textLength: 1e6, restrictions: 1e5 }
  const sizes = [10, 100, 1000]
  const contestants = Object.fromEntries(
    sizes.map((terms) => {
      const text = filterOf(terms)
      return [terms, () => parse(text, { limits })]
    }),
  )
  const times = await runRounds(contestants, { rounds: 9, milliseconds: 60 })
  return sizes.map((terms) => ({
    terms,
    microseconds: median(times[terms]) / 1000,
    share: median(times[terms].map((time, round) => time / terms / (times[100][round] / 100))),
  }))
}

export async function run({ rounds = 3, withPeers = true } = {}) {
  const { filters, source } = loadFilters()
  tell(`parse: ${filters.length} filters`)
  const rows = await runOwn(filters, rounds)
  const peers = []
  for (const entry of withPeers ? cases : []) {
    tell(`parse: ${entry.name}`)
    const able = Object.entries(parsers).filter(([, [language]]) => entry[language])
    const runs = Object.fromEntries(able.map(([name, [language, read]]) => [name, () => read(entry[language])]))
    peers.push({ name: entry.name, ratios: ratiosTo(own, await runRounds(runs, { rounds, milliseconds: 5 })) })
  }
  return { source, rows, peers, growth: await runGrowth() }
}

export function summarize({ rows, peers }) {
  const ratios = Object.fromEntries(
    Object.keys(parsers).map((name) => [
      name,
      geometricMean(peers.flatMap(({ ratios: found }) => (found[name] ? [found[name].ratio] : []))),
    ]),
  )
  const least = Math.min(
    ...peers.flatMap(({ ratios: found }) =>
      Object.entries(found).flatMap(([name, { ratio }]) => (name === own ? [] : [ratio])),
    ),
  )
  return { parse: median(rows.map((row) => row.parse)), compile: median(rows.map((row) => row.compile)), ratios, least }
}

export function report(results) {
  const { parse: parsed, compile: compiled, ratios } = summarize(results)
  const slowest = [...results.rows].sort((a, b) => b.compile - a.compile)[0]
  return [
    `${results.rows.length} filters ${results.source}: median ${digits(parsed)} µs to parse, ${digits(compiled)} µs to compile (parsing, checking and planning); the dearest takes ${digits(slowest.compile)} µs to compile (\`${slowest.filter.slice(0, 60)}${slowest.filter.length > 60 ? '…' : ''}\`).`,
    'The same questions in each language, time to parse as a multiple of ours (geometric mean):',
    markdownTable(
      ['peer', 'time to parse'],
      Object.entries(ratios).map(([name, ratio]) => [name, digits(ratio)]),
    ),
    'Terms joined by AND, and what one of them costs as a multiple of what it costs among a hundred:',
    markdownTable(
      ['terms', 'µs', 'share'],
      results.growth.map(({ terms, microseconds, share }) => [terms, digits(microseconds), share.toFixed(2)]),
    ),
  ].join('\n\n')
}

await runAsProgram(import.meta, { run, report })
