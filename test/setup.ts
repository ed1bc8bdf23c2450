// In tests, as in Node, RE2 is loaded from its package.
import '../src/node.ts'
