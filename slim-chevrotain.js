// Chevrotain as `dist` has it. Its lexer and its parser engine are there as they are. What it does to a grammar before the first
// text is parsed, and what this grammar never asks for, is not: the former is done here, when the library is built.
import { rolldown } from 'rolldown'
import { parseAst } from 'rolldown/parseAst'
import { applyEdits, withoutUnmentioned } from './without-unmentioned.js'

const chevrotain = /[\\/]node_modules[\\/](?:chevrotain|@chevrotain[\\/][\w-]+)[\\/].*?([\w-]+)\.js$/

/**
 * Modules that validate a grammar, write messages for its author, guess with what characters a token begins, or compute what
 * is computed here. Each thing in them becomes a function that throws, so a call would show.
 */
const modulesLeftOut = [
  'base-regexp-visitor',
  'character-classes',
  'checks',
  'errors_public',
  'follow',
  'interpreter',
  'llk_lookahead',
  'reg_exp',
  'reg_exp_parser',
]

const noMessage = "const noMessage = () => ''"

/** Parts of the parser that are replaced, since without them it would need all the others. */
const modulesReplaced = {
  // No grammar is recorded, so there is nothing to resolve.
  gast_recorder: () => 'export class GastRecorder { topLevelRuleRecord() {} }',
  gast_resolver_public: () => `
    export const resolveGrammar = () => []
    export const validateGrammar = undefined`,
  recoverable: () => `
    export const IN_RULE_RECOVERY_EXCEPTION = 'InRuleRecoveryException'
    export class Recoverable {}`,
  tree_builder: () => 'export class TreeBuilder {}',
  perf_tracer: () => 'export class PerformanceTracer {}',
  // Of an error of the parser only its token is read, of one of the lexer nothing (grammar/index.ts).
  lexer_errors_public: () => `
    ${noMessage}
    export const defaultLexerErrorProvider = {
      buildUnableToPopLexerModeMessage: noMessage,
      buildUnexpectedCharactersMessage: noMessage,
    }`,
  error_handler: () => `
    import { NoViableAltException } from '../../exceptions_public.js'
    ${noMessage}
    export class ErrorHandler {
      initErrorHandler() {
        this.errors = []
        this.errorMessageProvider = { buildMismatchTokenMessage: noMessage, buildNotAllInputParsedMessage: noMessage }
      }
      SAVE_ERROR(error) {
        this.errors.push(error)
        return error
      }
      raiseNoAltException() {
        throw this.SAVE_ERROR(new NoViableAltException('', this.LA(1), this.LA(0)))
      }
    }`,
  // Each decision is a function of the next token, as Chevrotain makes it for decisions on one token.
  looksahead: ({ decisions }) => `
    export class LooksAhead {
      initLooksAhead() {
        this.maxLookahead = 1
        this.lookaheadStrategy = {}
        this.lookAheadFuncsCache = []
        this.currRuleLookaheadFuncs = []
      }
      preComputeLookaheadFunctions() {
        this.lookAheadFuncsCache = ${JSON.stringify(decisions)}.map((ofRule) => {
          const functions = []
          for (const key in ofRule) functions[key] = decide(this.tokensMap, ofRule[key])
          return functions
        })
      }
    }
    function decide(tokens, choices) {
      const choiceOf = []
      for (const name in choices) {
        for (const index of [tokens[name].tokenTypeIdx, ...tokens[name].categoryMatches]) choiceOf[index] = choices[name]
      }
      return function () {
        return choiceOf[this.LA_FAST(1).tokenTypeIdx]
      }
    }`,
}

/** Methods of the parts above: a statement that is a call of one has no effect, and is left out. */
const callsLeftOut = [
  'attemptInRepetitionRecovery',
  'clearRegExpParserCache',
  'cstFinallyStateUpdate',
  'cstInvocationStateUpdate',
  'cstPostNonTerminal',
  'cstPostTerminal',
  'disableRecording',
  'enableRecording',
  'initCharCodeToOptimizedIndexMap',
  'initGastRecorder',
  'initPerformanceTracer',
  'initRecoverable',
  'initTreeBuilder',
]

/** Functions that measure how long their last argument runs, and print it. Only that argument is called. */
const tracers = ['TRACE_INIT', 'tracer']

/** Expressions that the grammar has settled, with their values in the real parser and lexer. Code for others is dropped. */
const settled = {
  'this.recoveryEnabled': ({ parser }) => parser.recoveryEnabled,
  'this.outputCst': ({ parser }) => parser.outputCst,
  'this.skipValidations': ({ parser }) => parser.skipValidations,
  'this.definedRulesNames.includes(name)': ({ parser: { definedRulesNames: names } }) =>
    new Set(names).size < names.length,
  'Array.isArray(tokenVocabulary)': ({ vocabulary }) => Array.isArray(vocabulary),
  'this.trackStartLines': ({ lexer }) => lexer.trackStartLines,
  'this.trackEndLines': ({ lexer }) => lexer.trackEndLines,
  'this.traceInitPerf': ({ lexer }) => lexer.traceInitPerf,
  'this.hasCustom': ({ lexer }) => lexer.hasCustom,
  'this.lexerDefinitionErrors.length': ({ lexer }) => lexer.lexerDefinitionErrors.length,
  'this.config.recoveryEnabled': ({ lexer }) => lexer.config.recoveryEnabled,
  'this.config.safeMode': ({ lexer }) => lexer.config.safeMode,
  'this.config.skipValidations': ({ lexer }) => lexer.config.skipValidations,
  // Which characters a token begins with, and whether these are of a class of ASCII, would take a parser of regular expressions.
  isOptimizedMode: ({ lexer }) => !lexer.config.safeMode,
  'getAsciiClass(onlyRelevantTypes[idx].PATTERN)': () => undefined,
  'currConfig.longerAlt': ({ lexer }) => theOne(tokensOf(lexer).map(({ longerAlt }) => longerAlt)),
  'options.positionTracking': ({ lexer }) => lexer.config.positionTracking,
  'options.safeMode': ({ lexer }) => lexer.config.safeMode,
}

const tokensOf = (lexer) => Object.values(lexer.patternIdxToConfig).flat()

function theOne(values) {
  if (new Set(values).size !== 1) throw new Error(`there are several: ${values.join(', ')}`)
  return values[0]
}

/** The plugin. Without it Chevrotain is bundled whole. */
export function slimChevrotain() {
  let analysis
  const found = new Set()
  return {
    name: 'slim-chevrotain',
    transform: {
      filter: { id: chevrotain },
      async handler(code, id) {
        const [, name] = chevrotain.exec(id)
        const results = await (analysis ??= analyze())
        found.add(name)
        if (modulesLeftOut.includes(name)) return leaveOut(code)
        if (name in modulesReplaced) return modulesReplaced[name](results)
        return simplify(withPureEnums(code), results, found)
      },
    },
    renderChunk: (code, { name }) => (name === 'grammar' ? withoutUnmentioned(code) : null),
    // A later Chevrotain may have other names.
    buildEnd(error) {
      const named = [modulesLeftOut, Object.keys(modulesReplaced), callsLeftOut, tracers, Object.keys(settled)].flat()
      const missing = named.filter((name) => !found.has(name))
      if (!error && missing.length > 0) throw new Error(`Chevrotain has no ${missing.join(', ')}`)
    },
  }
}

function leaveOut(code) {
  const names = [...code.matchAll(/^export (?:function|const|let|class) (\w+)/gm)].map(([, name]) => name)
  const throwing = names.map((name) => `export const ${name} = leftOut`)
  return ["const leftOut = () => { throw new Error('not in this build') }", ...throwing].join('\n')
}

/** TypeScript's form of an enumeration, so that a bundler leaves out one which is not used. */
const withPureEnums = (code) =>
  code.replace(
    /^export var (\w+);\n\(function \(\1\) \{([^]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);/gm,
    'export var $1 = /* @__PURE__ */ (function ($1) {$2\n return $1;\n})({});',
  )

/** A module without what is settled, the calls without effect, the traces, and the messages for the author of a grammar. */
function simplify(code, { values }, found) {
  const textOf = ({ start, end }) => code.slice(start, end)
  const edits = []
  const replace = (start, end, text) => edits.push({ start, end, text })

  function visit(node, parent) {
    if (node === null || typeof node !== 'object') return
    const call =
      node.type === 'ExpressionStatement' && node.expression.type === 'CallExpression' ? node.expression : undefined
    const called = nameOf(call?.callee)
    if (callsLeftOut.includes(called)) {
      found.add(called)
      replace(node.start, node.end, ';')
    } else if (tracers.includes(called)) {
      found.add(called)
      const action = call.arguments.at(-1)
      replace(node.start, action.start, ';(')
      visit(action, call)
      replace(action.end, node.end, ')();')
    } else if (node.type === 'ThrowStatement' && nameOf(node.argument.callee) === 'Error') {
      replace(node.argument.start, node.argument.end, 'Error()')
    } else if (isValue(node, parent) && values.has(textOf(node))) {
      found.add(textOf(node))
      replace(node.start, node.end, values.get(textOf(node)))
    } else {
      for (const child of Object.values(node)) visit(child, node)
    }
  }

  visit(parseAst(code), undefined)
  return applyEdits(code, edits)
}

const nameOf = (callee) => callee?.property?.name ?? callee?.name

/** Whether a node is an expression that is read, not assigned. Of variables only those count that are a whole condition. */
const isValue = (node, parent) =>
  ['CallExpression', 'MemberExpression'].includes(node.type)
    ? !(parent.type === 'AssignmentExpression' && parent.left === node)
    : node.type === 'Identifier' && parent.test === node

/** Runs the real parser and lexer of the grammar: which token leads to which choice, and what is settled. */
async function analyze() {
  const parts = "export * from './grammar/parser.ts'\nexport * from './grammar/lexer.ts'"
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? parts : null),
  }
  const bundle = await rolldown({ input: 'entry', plugins: [entry], platform: 'node' })
  const { output } = await bundle.generate()
  const { FilterParser, createLexer, vocabulary } = await import(
    `data:text/javascript,${encodeURIComponent(output[0].code)}`
  )
  const parser = new FilterParser({ skipValidations: true })
  const made = { parser, lexer: createLexer(), vocabulary }
  return {
    decisions: parser.definedRulesNames.map((rule) => decisionsOf(parser, rule)),
    values: new Map(
      Object.entries(settled).map(([expression, read]) => [expression, String(JSON.stringify(read(made)))]),
    ),
  }
}

/** For each decision of a rule: the tokens that lead somewhere, by name, and where. A category is there for its tokens. */
function decisionsOf(parser, rule) {
  const functions = parser.lookAheadFuncsCache[parser.fullRuleNameToShort[rule]] ?? []
  const tokens = Object.values(parser.tokensMap)
  return Object.fromEntries(
    Object.entries(functions).map(([key, decide]) => {
      const choiceOf = (token) => decide.call({ LA_FAST: () => token })
      const leads = (token) => ![undefined, false].includes(choiceOf(token)) && !token.CATEGORIES.some(leads)
      return [key, Object.fromEntries(tokens.filter(leads).map((token) => [token.name, choiceOf(token)]))]
    }),
  )
}
