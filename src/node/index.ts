export { answerClientError } from './client-error.ts'
export { createDirectorySource, type DirectoryOptions, type LoadedProject } from './directory-source.ts'
export { createNodeListener, type NodeListener } from './listener.ts'
export { createNodeServer } from './node-server.ts'
