export { createDirectorySource } from './directory-source.ts'
export { createNodeListener, type NodeListener } from './listener.ts'
