import { Environment } from '@marcbachmann/cel-js'
import { compileExpression } from 'filtrex'
import jmespath from 'jmespath'
import jsonata from 'jsonata'
import { parse as parseLiqe, test as testLiqe } from 'liqe'
import { Query } from 'mingo'
import sift from 'sift'

/*
 * Each peer, used as documented for many objects: prepared once if possible, then called for each image. `undefined` if
 * a peer cannot express the case. jsonata returns only promises, so it is awaited.
 */

const cel = new Environment().registerVariable('image', 'dyn')

export const peers = {
  sift: ({ mongo }) => mongo && sift(mongo),
  mingo: ({ mongo, mingo = mongo }) => {
    const query = mingo && new Query(mingo)
    return query && ((image) => query.test(image))
  },
  jmespath: ({ jmespath: expression }) => expression && ((image) => jmespath.search(image, expression) === true),
  jsonata: ({ jsonata: text }) => {
    const expression = text && jsonata(text)
    return expression && (async (image) => (await expression.evaluate(image)) === true)
  },
  liqe: ({ liqe: text }) => {
    const query = text && parseLiqe(text)
    return query && ((image) => testLiqe(query, image))
  },
  filtrex: ({ filtrex: text }) => {
    const test = text && compileExpression(text)
    return test && ((image) => Boolean(test(image)))
  },
  'cel-js': ({ cel: text }) => {
    const test = text && cel.parse(text)
    return test && ((image) => test({ image }) === true)
  },
}
