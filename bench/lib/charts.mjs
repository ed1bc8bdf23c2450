import { writeFileSync } from 'node:fs'
import { parse, View } from 'vega'
import { compile } from 'vega-lite'
import { summarize as summarizeCollection } from '../collection/run.mjs'
import { summarize as summarizeMatch } from '../match/run.mjs'
import { digits } from './report.mjs'

const config = { background: 'white', font: 'sans-serif', view: { stroke: null } }

async function draw(name, specification) {
  const { spec } = compile({ ...specification, config })
  const view = new View(parse(spec), { renderer: 'none' })
  writeFileSync(new URL(`../charts/${name}.svg`, import.meta.url), `${await view.toSVG()}\n`)
  view.finalize()
}

/** The time of each contestant for an image, as a multiple of a predicate written by hand. */
function drawMatch(figures) {
  const { generated, peers } = summarizeMatch(figures)
  const values = [
    { name: 'by hand', times: 1, kind: 'by hand' },
    { name: 'compute-filter', times: generated.mean, kind: 'compute-filter' },
    ...[...peers]
      .sort((a, b) => a.byHand - b.byHand)
      .map(({ name, byHand, cases }) => ({ name: `${name} (${cases})`, times: byHand, kind: 'peer' })),
  ].map((value) => ({ ...value, label: `${digits(value.times)} ×` }))
  const y = { field: 'name', type: 'nominal', sort: null, title: null, axis: { ticks: false, domain: false } }
  return draw('match', {
    title: { text: 'Time for an image, as a multiple of a predicate written by hand', anchor: 'start' },
    width: 480,
    height: { step: 24 },
    data: { values },
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          x: {
            field: 'times',
            type: 'quantitative',
            scale: { type: 'log', domainMin: 0.5, nice: false },
            title: 'logarithmic scale',
          },
          x2: { datum: 0.5 },
          color: {
            field: 'kind',
            scale: { domain: ['by hand', 'compute-filter', 'peer'], range: ['#9aa0a6', '#1a73e8', '#dadce0'] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4 },
        encoding: { x: { field: 'times', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
  })
}

/** Milliseconds of a query by the number of images, for a scan and for a collection. */
function drawGrowth(figures) {
  const values = summarizeCollection(figures).flatMap(({ count, scan, first, again, another }) => [
    { count, query: 'scan by hand', milliseconds: scan },
    { count, query: 'first query', milliseconds: scan * first },
    { count, query: 'another filter', milliseconds: scan / another },
    { count, query: 'same filter again', milliseconds: scan / again },
  ])
  const log = { type: 'log' }
  return draw('growth', {
    title: { text: 'A query of a collection (median of fifteen filters)', anchor: 'start' },
    width: 420,
    height: 280,
    data: { values },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'count', type: 'quantitative', scale: log, title: 'images', axis: { values: [1e3, 1e4, 1e5, 1e6] } },
      y: { field: 'milliseconds', type: 'quantitative', scale: log, title: 'milliseconds' },
      color: { field: 'query', type: 'nominal', sort: null, title: null },
    },
  })
}

/** Draws the charts that have figures. */
export async function drawCharts({ match, collection }) {
  if (match !== undefined) await drawMatch(match)
  if (collection !== undefined) await drawGrowth(collection)
}
